import Care
import Foundation
import Hummingbird
import Therapy

/// Virtual trials.
extension Desk {
    private static let trial = Parameter(
        place: .path, name: "trial", shape: .text(length: 1...100), words: "Identifier of the run", isRequired: true)

    var trialRoutes: [Route] {
        [
            Route(
                method: .get, path: "/api/v1/trials", name: "listTrials", words: "Runs, the newest first",
                access: .needs(.readTrials),
                answers: [
                    .init(status: .ok, words: "Runs", shape: .object([.must("trials", .array(.component("Trial")))]))
                ]
            ) { _ in try Reply.json(["trials": trials.all.map { TrialAnswer($0, at: clock.now()) }]) },
            Route(
                method: .post, path: "/api/v1/trials", name: "startTrial", words: "Run a virtual trial of a study",
                access: .needs(.runTrials), input: .json(TrialOrder.shape(largest: configuration.largestTrial)),
                answers: [
                    .init(status: .accepted, words: "In line", shape: .component("Trial"), headers: ["Location"])
                ]
            ) { call in
                let run = try trials.start(TrialOrder(call.body ?? .null), for: call.identity.account.id)
                var response = try Reply.json(TrialAnswer(run, at: clock.now()), .accepted)
                response.headers[.location] = "/api/v1/trials/\(run.id)"
                return response
            },
            Route(
                method: .get, path: "/api/v1/trials/{trial}", name: "readTrial", words: "A run and how far it is",
                access: .needs(.readTrials), parameters: [Self.trial],
                answers: [.init(status: .ok, words: "The run", shape: .component("Trial"))]
            ) { call in try Reply.json(TrialAnswer(trials.run(call.path("trial")), at: clock.now())) },
            Route(
                method: .delete, path: "/api/v1/trials/{trial}", name: "cancelTrial", words: "Stop a run",
                access: .needs(.runTrials), parameters: [Self.trial],
                answers: [.init(status: .ok, words: "The run", shape: .component("Trial"))]
            ) { call in
                let run = try trials.run(call.path("trial"))
                run.cancel(at: clock.now())
                return try Reply.json(TrialAnswer(run, at: clock.now()))
            },
            Route(
                method: .get, path: "/api/v1/trials/{trial}/result", name: "readTrialResult",
                words: "Endpoints, simulated beside published", access: .needs(.readTrials), parameters: [Self.trial],
                answers: [.init(status: .ok, words: "The result")], problems: [.conflict]
            ) { call in
                let run = try trials.run(call.path("trial"))
                guard let result = run.result else { throw Self.notDone }
                return try Reply.json(TrialResultAnswer(result, policies: run.order.policies))
            },
            Route(
                method: .get, path: "/api/v1/trials/{trial}/outcomes", name: "readTrialOutcomes",
                words: "One row a patient, CSV", access: .needs(.readTrials), parameters: [Self.trial],
                answers: [.init(status: .ok, words: "The rows", mediaType: "text/csv", shape: .text())],
                problems: [.conflict]
            ) { call in
                guard let result = try trials.run(call.path("trial")).result else { throw Self.notDone }
                return Reply.text(OutcomeTable.csv(result.outcomes), type: "text/csv")
            },
            Route(
                method: .get, path: "/api/v1/trials/{trial}/events", name: "watchTrial",
                words: "Server-sent events `progress` until it is over", access: .needs(.readTrials),
                parameters: [Self.trial],
                answers: [.init(status: .ok, words: "Events", mediaType: "text/event-stream", shape: .text())]
            ) { call in try runEvents(of: trials.run(call.path("trial"))) },
            Route(
                method: .get, path: "/api/v1/trials/{trial}/patients/{index}", name: "readVirtualPatient",
                words: "A virtual patient's whole journal, NDJSON", access: .needs(.readTrials),
                parameters: [
                    Self.trial,
                    Parameter(
                        place: .path, name: "index", shape: .integer(0...Int(Int32.max)), words: "From 0",
                        isRequired: true),
                ],
                answers: [.init(status: .ok, words: "The journal", mediaType: "application/x-ndjson", shape: .text())]
            ) { call in
                let run = try trials.run(call.path("trial"))
                let journal = try await trials.journal(of: run, patient: call.integer("index") ?? 0)
                return Reply.text(try journal.ndjson(), type: "application/x-ndjson")
            },
        ]
    }

    private static let notDone = Problem(.conflict, "the run has no result", remedy: "Wait until its state is `done`.")
}

/// A run, for programs.
struct TrialAnswer: Encodable, Sendable {
    let id: String
    let study: String
    let patients: Int
    let seed: UInt64
    let policies: [String]
    let changes: [String: Double]
    let orderedAt: Instant
    let progress: TrialRun.Progress

    init(_ run: TrialRun, at now: Instant) {
        (id, study, patients, seed) = (run.id, run.order.study, run.order.patients, run.order.seed)
        (policies, changes) = (run.order.policies, run.order.changes)
        orderedAt = run.orderedAt
        progress = run.progress(at: now)
    }

    static let shape = Shape.object([
        .must("id", .text()), .must("study", .text()), .must("patients", .integer(1...Int(Int32.max))),
        .must("seed", .integer(0...Int.max)), .must("policies", .array(.text())), .must("changes", .map(.number())),
        .must("orderedAt", .moment),
        .must(
            "progress",
            .object([
                .must("state", .choice(["waiting", "running", "done", "failed", "cancelled"])),
                .must("done", .integer(0...Int(Int32.max))), .must("patients", .integer(1...Int(Int32.max))),
                .must("seconds", .number()), .may("remaining", .number()), .may("problem", .text()),
            ])),
    ])
}

private struct TrialResultAnswer: Encodable {
    let study: String
    let patients: Int
    struct Arm: Encodable {
        let policy: String
        let infused: Int
        let endpoints: [String: Endpoint]
    }
    let arms: [Arm]
    /// Patients whose integration failed; they are left out of the endpoints.
    let failures: [Int]

    init(_ result: TrialResult, policies: [String]) {
        study = result.setting.study.id
        patients = result.outcomes.count
        arms = zip(policies, result.endpoints).map { Arm(policy: $0, infused: $1.infused, endpoints: $1.values) }
        failures = result.failures
    }
}
