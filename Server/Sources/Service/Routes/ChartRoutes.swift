import Care
import Foundation
import Hummingbird
import Records

/// What a journal means: the chart and its parts.
extension Desk {
    var chartRoutes: [Route] {
        [
            Route(
                method: .get, path: "/api/v1/journals/{therapy}/chart", name: "readChart",
                words: "Where the patient stands: grades with reasons, counsel, alerts, stops, steps, due",
                access: .needs(.readChart), parameters: [.therapy, .at, .ifNoneMatch],
                answers: [
                    .init(status: .ok, words: "The chart", shape: .component("Chart"), headers: ["ETag"]),
                    .init(status: .notModified, words: "Unchanged", mediaType: nil, headers: ["ETag"]),
                ], problems: [.broken]
            ) { call in try await readChart(call) },
            part("counsel", "What the guidelines recommend, with reasons and doses") { $0.counsel },
            part("alerts", "What waits for somebody") { ["alerts": $0.alerts] },
            part("due", "What is due, overdue and next") { ["due": $0.due] },
            part("stops", "What forbids, and what asks for a look") {
                ["stops": $0.rules.stops.map(StopAnswer.init)]
            },
            part("steps", "Each of the twenty steps: how far it is, and what is next") {
                ["steps": $0.rules.progress.map(ChartAnswer.StepAnswer.init)]
            },
            Route(
                method: .get, path: "/api/v1/journals/{therapy}/expectation", name: "readExpectation",
                words: "What patient and family may expect, phase by phase, in plain words",
                access: .needs(.readExpectations), parameters: [.therapy, .at],
                answers: [.init(status: .ok, words: "The plan")], problems: [.broken, .conflict]
            ) { call in
                let reading = try await reading(call)
                return try Reply.json(expectation(of: reading))
            },
            Route(
                method: .get, path: "/api/v1/journals/{therapy}/events", name: "watchJournal",
                words: "A server-sent event each time the journal grows", access: .needs(.readChart),
                parameters: [.therapy],
                answers: [.init(status: .ok, words: "Events `change`", mediaType: "text/event-stream", shape: .text())],
                problems: [.broken]
            ) { call in try await watch(call) },
        ]
    }

    private func part<Value: Encodable & SendableMetatype>(
        _ name: String, _ words: String, _ value: @escaping @Sendable (ChartReading) throws -> Value
    ) -> Route {
        Route(
            method: .get, path: "/api/v1/journals/{therapy}/\(name)", name: "read\(name.capitalized)", words: words,
            access: .needs(.readChart), parameters: [.therapy, .at],
            answers: [.init(status: .ok, words: words, shape: .component("Part"))], problems: [.broken]
        ) { call in try Reply.json(value(await reading(call))) }
    }

    /// The reading that a request asks for, after it was written down who asks.
    func reading(_ call: Call) async throws -> ChartReading {
        let therapy = try call.path("therapy")
        let reading = try await charts.reading(therapy, at: call.moment("at"))
        try await log(call.identity, .read, therapy, call.route.name)
        return reading
    }

    private func readChart(_ call: Call) async throws -> Response {
        let therapy = try call.path("therapy")
        let found = try await store.journal(therapy)
        try await log(call.identity, .read, therapy, call.route.name)
        let named = call.moment("at")
        let tag = ChartSheet.tag(found.version, found.head, named ?? charts.now(after: found))
        let known =
            call.text("If-None-Match")?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
        guard !known.contains(tag) else { return Response(status: .notModified, headers: [.eTag: tag]) }
        let sheet = try await charts.sheet(found, at: named)
        var response = Reply.buffer(sheet.body)
        response.headers[.eTag] = sheet.tag
        return response
    }

    private func watch(_ call: Call) async throws -> Response {
        let therapy = try call.path("therapy")
        let found = try await store.journal(therapy)
        try await log(call.identity, .read, therapy, call.route.name)
        return journalEvents(of: therapy, from: found, for: try call.identity)
    }
}
