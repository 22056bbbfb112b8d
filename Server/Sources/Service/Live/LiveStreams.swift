import Foundation
import Hummingbird
import Records

/// What goes on, told as it happens.
extension Desk {
    /// Events of one journal: the version at once, then each change. A session that ends, ends them within a minute.
    func journalEvents(of therapy: String, from found: VersionedJournal, for identity: Identity) -> Response {
        let changes = store.changes(of: therapy)
        let events = AsyncStream<ServerEvent> { continuation in
            let task = Task {
                continuation.yield(Self.event(found.version, found.head))
                for await change in changes where change.version > found.version {
                    guard await stillMay(identity) else { break }
                    continuation.yield(Self.event(change.version, change.head))
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
        return EventStream.response(telemetry, events)
    }

    /// Whether somebody who began to listen may still do so.
    private func stillMay(_ identity: Identity) async -> Bool {
        guard let account = try? await accounts.account(identity.account.id), account.state == .active,
            account.role == identity.account.role
        else { return false }
        switch identity.proof {
        case .session(let session): return (try? await sessions.isAlive(session)) ?? false
        case .token(let id, _):
            guard let token = try? await tokens.find(id) else { return false }
            return token.revokedAt == nil && token.expiresAt > clock.now()
        }
    }

    private static func event(_ version: Int, _ head: String) -> ServerEvent {
        ServerEvent(name: "change", id: "\(version)", data: "{\"version\":\(version),\"head\":\"\(head)\"}")
    }

    /// Progress of a run, four times a second at most, until it is over.
    func runEvents(of run: TrialRun) -> Response {
        let clock = clock
        let events = AsyncStream<ServerEvent> { continuation in
            let task = Task {
                var last: TrialRun.Progress?
                while !Task.isCancelled {
                    let progress = run.progress(at: clock.now())
                    if progress != last, let data = try? Wire.data(progress) {
                        continuation.yield(
                            ServerEvent(name: "progress", id: nil, data: String(decoding: data, as: UTF8.self)))
                        last = progress
                    }
                    if [.done, .failed, .cancelled].contains(progress.state) { break }
                    try? await Task.sleep(for: .milliseconds(250))
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
        return EventStream.response(telemetry, events)
    }
}
