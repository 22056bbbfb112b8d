import Care
import Foundation
import Hummingbird
import Records

/// The server itself: is it there, is it ready, what does it do.
extension Desk {
    var systemRoutes: [Route] {
        [
            Route(
                method: .get, path: "/health", name: "health", words: "The process answers", access: .anybody,
                answers: [.init(status: .ok, words: "It does", shape: .object([.must("status", .text())]))]
            ) { _ in try Reply.json(["status": "alive"]) },
            Route(
                method: .get, path: "/ready", name: "ready", words: "The database answers", access: .anybody,
                answers: [.init(status: .ok, words: "It does", shape: .object([.must("status", .text())]))]
            ) { _ in
                do {
                    _ = try await database.read { try $0.query("SELECT 1 AS one", []).count }
                } catch {
                    throw Problem(.unavailable, "the database is not there", remedy: "See the server's log.")
                }
                return try Reply.json(["status": "ready"])
            },
            Route(
                method: .get, path: "/metrics", name: "metrics", words: "Requests and times, for Prometheus",
                access: .anybody,
                answers: [.init(status: .ok, words: "Text format 0.0.4", mediaType: "text/plain", shape: .text())]
            ) { _ in
                let waiting = trials.all.filter { !$0.isOver }.count
                return Reply.text(
                    telemetry.text(gauges: [
                        ("livingdrug_trials_open", "Virtual trials that wait or run.", Double(waiting))
                    ]), type: "text/plain; version=0.0.4; charset=utf-8")
            },
            Route(
                method: .post, path: "/api/v1/verify", name: "verifyRecords", words: "Walk the hash chains",
                access: .needs(.verifyRecords),
                answers: [
                    .init(
                        status: .ok, words: "What was found",
                        shape: .object([
                            .must("whole", .boolean), .must("journals", .integer(0...Int.max)),
                            .must("entries", .integer(0...Int.max)),
                            .must(
                                "faults",
                                .array(
                                    .object([
                                        .must("therapy", .text()), .must("place", .text()), .must("problem", .text()),
                                    ]))),
                        ]))
                ]
            ) { call in
                let report = try await store.verify()
                try await log(call.identity, .read, nil, call.route.name)
                return try Reply.json(VerifyAnswer(report))
            },
        ]
    }
}

private struct VerifyAnswer: Encodable {
    struct Fault: Encodable {
        let therapy: String
        let place: String
        let problem: String
    }
    let whole: Bool
    let journals: Int
    let entries: Int
    let faults: [Fault]

    init(_ report: ChainReport) {
        (whole, journals, entries) = (report.isWhole, report.journals, report.entries)
        faults = report.faults.map { Fault(therapy: $0.therapy, place: "\($0.place)", problem: $0.problem) }
    }
}
