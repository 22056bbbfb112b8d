import Foundation
import Hummingbird
import NIOCore
import ServiceLifecycle

/// One server-sent event. Its data are numbers and states, never a patient's.
struct ServerEvent: Sendable {
    var name: String
    var id: String?
    var data: String

    var text: String {
        var lines = ["event: \(name)"]
        if let id { lines.append("id: \(id)") }
        lines += data.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)" }
        return lines.joined(separator: "\n") + "\n\n"
    }
}

/// An answer that goes on: events as they come, a comment every quarter of a minute so that proxies and we notice when
/// nobody listens any more, and an end when the server goes down or the stream is over.
enum EventStream {
    static let beat = Duration.seconds(15)

    static func response(
        _ telemetry: Telemetry, beat: Duration = beat, _ events: AsyncStream<ServerEvent>
    ) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: .init { writer in
                telemetry.openStream()
                defer { telemetry.closeStream() }
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                for await event in merged(events, beat: beat).cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: event?.text ?? ": beat\n\n"))
                }
                try await writer.finish(nil)
            })
    }

    /// Events, and nil for each beat.
    private static func merged(_ events: AsyncStream<ServerEvent>, beat: Duration) -> AsyncStream<ServerEvent?> {
        AsyncStream(bufferingPolicy: .bufferingNewest(256)) { continuation in
            let listening = Task {
                for await event in events { continuation.yield(event) }
                continuation.finish()
            }
            let beating = Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: beat)
                    continuation.yield(nil)
                }
            }
            continuation.onTermination = { _ in
                listening.cancel()
                beating.cancel()
            }
        }
    }
}
