import Care
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Service

@Suite("The interface and its document")
struct InterfaceTests {
    @Test("the OpenAPI document holds every route, each name once, with all that it answers")
    func document() async throws {
        let centre = try await TestCentre()
        let routes = centre.service.desk.allRoutes
        #expect(Set(routes.map(\.name)).count == routes.count)
        try await centre.run { browser in
            let document = try await browser.get("/api/v1/openapi.json").json
            #expect(document["openapi"] == "3.1.0")
            for route in routes {
                let operation = document["paths"]?[route.path]?[route.method.rawValue.lowercased()]
                #expect(operation?["operationId"] == .string(route.name), "\(route.path)")
                for answer in route.answers { #expect(operation?["responses"]?["\(answer.status.code)"] != nil) }
                let named = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                    $0.dropFirst().dropLast()
                }
                let described = route.parameters.filter { $0.place == .path }.map { Substring($0.name) }
                #expect(named == described, "\(route.path)")
            }
            guard case .object(let schemas)? = document["components"]?["schemas"] else { Issue.record("none"); return }
            let text = String(decoding: try JSONEncoder().encode(document), as: UTF8.self).replacing("\\/", with: "/")
            for part in text.split(separator: "#/components/schemas/").dropFirst() {
                let path = part.prefix { $0 != "\"" }.split(separator: "/").map(String.init)
                let place = path.dropFirst().reduce(schemas[path[0]]) { $0?[$1] }
                #expect(place != nil, "\(path.joined(separator: "/")) is referred to and not there")
            }
        }
    }

    @Test("what a shape says in the document it keeps when a request comes in")
    func shapes() {
        let shape = Shape.object([
            .must("name", .line(2...5)), .may("age", .integer(0...120)),
            .may("tags", .array(.choice(["a", "b"]), count: 1...2)),
        ])
        #expect(shape.faults(in: ["name": "abc", "age": 3, "tags": ["a"]], at: "").isEmpty)
        let wrong: [(JSON, String)] = [
            ([:], "name"), (["name": "a"], "name"), (["name": "abcdef"], "name"), (["name": 3], "name"),
            (["name": "abc", "age": 121], "age"), (["name": "abc", "age": "3"], "age"),
            (["name": "abc", "tags": []], "tags"), (["name": "abc", "tags": ["a", "c"]], "tags[1]"),
            (["name": "abc", "nmae": 1], "nmae"), (["name": "a\u{0}c"], "name"), ("x", "body"),
        ]
        for (value, field) in wrong { #expect(shape.faults(in: value, at: "").map(\.field) == [field], "\(value)") }
    }

    @Test("a laboratory's FHIR Observation lands in the journal, once, and the chart has it")
    func observation() async throws {
        try await TestCentre().run { browser in
            try await browser.signedIn(.physician).open("T-1")
            let nurse = try await browser.signedIn(.nurse)
            let observation: JSON = [
                "resourceType": "Observation", "status": "final",
                "meta": [
                    "security": [["system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HTEST"]]
                ],
                "identifier": [["system": "urn:lab", "value": "R-1"]],
                "category": [
                    [
                        "coding": [
                            [
                                "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                                "code": "laboratory",
                            ]
                        ]
                    ]
                ],
                "code": ["coding": [["system": "http://loinc.org", "code": "1988-5"]]],
                "subject": ["reference": "Patient/1"], "effectiveDateTime": "2026-03-01T08:00:00Z",
                "valueQuantity": ["value": 87, "unit": "mg/L", "system": "http://unitsofmeasure.org", "code": "mg/L"],
            ]
            let path = "/fhir/Observation?therapy=T-1"
            let posted = try await nurse.send(.post, path, observation)
            #expect(posted.status == .created, "\(posted.text)")
            let again = try await nurse.send(.post, path, observation)
            #expect(again.status == .unprocessableContent, "the same result is not written twice")
            let journal = try await nurse.get("/api/v1/journals/T-1").text
            #expect(journal.contains("\"analyte\":\"crp\"") && journal.split(separator: "\n").count == 3)
            let wrong = try await nurse.send(.post, path, ["resourceType": "Observation", "status": "fine"])
            #expect(wrong.status == .unprocessableContent && wrong.json["resourceType"] == "OperationOutcome")
            #expect(try await nurse.get("/fhir/Bundle/T-1").status == .forbidden, "a nurse exports nothing")
        }
    }

    @Test("a journal goes out as a Bundle and comes in at another centre, entry for entry")
    func bundle() async throws {
        let database = try await Database.open(.memory)
        let north = try await TestCentre(centre: "north", database: database)
        let south = try await TestCentre(centre: "south", database: database, clock: north.clock)
        let (bundle, text) = try await north.run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            _ = try await browser.signedIn(.nurse).append("T-1", TestEntries.vitals())
            return (
                try await physician.get("/fhir/Bundle/T-1").json, try await physician.get("/api/v1/journals/T-1").text
            )
        }
        // The export carries the very chain that the records keep.
        let kept = try await north.service.desk.store.journal("T-1").head
        guard case .array(let extensions)? = bundle["meta"]?["extension"] else { throw Problem.notFound("extension") }
        #expect(extensions.compactMap { $0["valueString"]?.text } == [kept])
        try await south.run { browser in
            let quality = try await browser.signedIn(.quality)
            let taken = try await quality.send(.post, "/fhir/Bundle", bundle)
            #expect(taken.status == .created, "\(taken.text)")
            #expect(try await quality.get("/api/v1/journals/T-1").text == text)
            #expect(try await quality.send(.post, "/fhir/Bundle", bundle).status == .conflict)
        }
    }

    @Test("a virtual trial runs beside requests, tells its progress, compares its arms, and its patients can be opened")
    func trial() async throws {
        try await TestCentre().run { browser in
            let scientist = try await browser.signedIn(.scientist)
            let wrong = try await scientist.send(.post, "/api/v1/trials", ["study": "zuma-99", "patients": 3])
            #expect(wrong.status == .unprocessableContent)
            let started = try await scientist.send(
                .post, "/api/v1/trials", ["study": "zuma-1", "patients": 3, "seed": 2])
            let path = try #require(started.headers[.location])
            let events = try await scientist.get("\(path)/events")
            #expect(
                events.text.contains("event: progress") && events.text.contains("\"state\":\"done\""),
                "it ends with the run")
            #expect(try await scientist.get("\(path)/result").json["patients"] == 3)
            #expect(try await scientist.get("\(path)/outcomes").text.split(separator: "\n").count == 4)
            let journal = try Journal(ndjson: try await scientist.get("\(path)/patients/1").text)
            #expect(journal.subject == .simulated(study: "zuma-1", seed: 2, patient: 1))
            #expect(try await scientist.get("\(path)/patients/3").status == .notFound)
        }
    }

    @Test("a finished trial's page draws survival of every arm and what was measured over time")
    func trialPlots() async throws {
        try await TestCentre().run { browser in
            let scientist = try await browser.signedIn(.scientist)
            let started = try await scientist.send(
                .post, "/api/v1/trials",
                ["study": "zuma-1", "patients": 12, "policies": ["as-published", "asco-2021"]])
            let path = try #require(started.headers[.location])
            _ = try await scientist.get("\(path)/events")
            let page = try await scientist.get(path.replacing("/api/v1", with: "")).text
            #expect(page.contains("Overall survival, ASCO guideline 2021"))
            #expect(page.contains("id=\"plot-survival-data\"") && page.contains("\"kind\":\"upper\""))
            #expect(page.contains("months from infusion") && page.contains("days from infusion"))
        }
    }

    @Test("the line of trials is short, and one that is stopped stops")
    func line() async throws {
        try await TestCentre { $0.waitingTrials = 1 }.run { browser in
            let scientist = try await browser.signedIn(.scientist)
            func start() async throws -> TestResponse {
                try await scientist.send(.post, "/api/v1/trials", ["study": "zuma-1", "patients": 5_000])
            }
            let one = try await start()
            let two = try await start()
            #expect(try await start().status == .tooManyRequests)
            for run in [two, one] {
                let path = try #require(run.headers[.location])
                #expect(try await scientist.send(.delete, path).status == .ok)
                let end = try await scientist.get("\(path)/events")
                #expect(end.text.contains("\"state\":\"cancelled\""))
            }
        }
    }

    @Test("a training centre has patients at every stage, none of them simulated any more")
    func training() async throws {
        let centre = try await TestCentre()
        #expect(try await centre.service.settleTraining() == TrainingPlan.all.count)
        #expect(try await centre.service.settleTraining() == 0, "once")
        let store = centre.service.desk.store
        var stages: Set<String> = []
        for summary in try await store.journals(after: nil, limit: 100) {
            let journal = try await store.journal(summary.therapy).journal
            #expect(journal.subject == .training)
            #expect(journal.entries.allSatisfy { $0.simulatedDay == nil && $0.actor.name != "simulator" })
            #expect(journal.entries.last.map { $0.recordedAt <= centre.clock.now } == true)
            #expect(!(try journal.ndjson().contains("SIM-")))
            let chart = Chart(of: journal)
            #expect(chart.identityFindings.isEmpty, "\(summary.therapy): \(chart.identityFindings.prefix(2))")
            stages.insert("\(chart.stage(at: centre.clock.now))".split(separator: ",")[0].description)
        }
        #expect(stages.count >= 7, "\(stages)")
    }
}
