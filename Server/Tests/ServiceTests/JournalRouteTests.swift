import Care
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Service

@Suite("Journals over HTTP")
struct JournalRouteTests {
    @Test("vital signs that are written move the chart, and the tags follow")
    func vitals() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            try await browser.signedIn(.physician).open("T-1")
            let nurse = try await browser.signedIn(.nurse)
            let before = try await nurse.get("/api/v1/journals/T-1")
            let tag = try #require(before.headers[.eTag])
            #expect(before.text.split(separator: "\n").count == 2)
            #expect(try await nurse.get("/api/v1/journals/T-1", headers: ["If-None-Match": tag]).status == .notModified)
            let written = try await nurse.append("T-1", TestEntries.vitals(), headers: ["If-Match": tag])
            #expect(written.status == .created, "\(written.text)")
            #expect(written.json["version"] == 2)
            let after = try await nurse.get("/api/v1/journals/T-1", headers: ["If-None-Match": tag])
            #expect(after.status == .ok && after.headers[.eTag] == written.headers[.eTag])
            let stale = try await nurse.append("T-1", TestEntries.vitals(39), headers: ["If-Match": tag])
            #expect(stale.status == .preconditionFailed && stale.json["version"] == 2)
            let chart = try await nurse.get("/api/v1/journals/T-1/chart")
            #expect(chart.json["version"] == 2 && chart.json["patient"]?["age"] == 61)
            let entries = try await nurse.get("/api/v1/journals/T-1/entries?after=1&limit=1")
            guard case .array(let lines)? = entries.json["entries"] else { Issue.record("no entries"); return }
            #expect(lines.count == 1 && lines[0]["entry"]?["actor"]?["name"] == .string(TestCentre.name(.nurse)))
        }
    }

    @Test("the same act sent again is done once and answered the same, also where a claim goes with it")
    func idempotency() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let coordinator = try await browser.signedIn(.coordinator)
            let opening: [String: String] = ["Idempotency-Key": "opening-0001"]
            var body = TestEntries.opening("")
            if case .object(var fields) = body { fields["therapy"] = nil; body = .object(fields) }
            let first = try await coordinator.send(.post, "/api/v1/journals", body, headers: opening)
            let again = try await coordinator.send(.post, "/api/v1/journals", body, headers: opening)
            #expect(first.status == .created && again.status == .created, "\(again.text)")
            #expect(first.json == again.json)
            let therapy = try #require(first.json["therapy"]?.text)
            #expect((try? ChainOfIdentity(therapy)) != nil)
            let key = ["Idempotency-Key": "slot-of-today"]
            let one = try await coordinator.append(therapy, TestEntries.slot("S-1"), headers: key)
            #expect(one.status == .created, "\(one.text)")
            centre.clock.pass(seconds: 100)
            let two = try await coordinator.append(therapy, TestEntries.slot("S-1"), headers: key)
            #expect(two.status == .created && two.json["head"] == one.json["head"], "\(two.text)")
            let other = try await coordinator.append(therapy, TestEntries.slot("S-2"), headers: key)
            #expect(other.status == .unprocessableContent && other.problem == "key-reused")
            #expect(try await coordinator.get("/api/v1/journals/\(therapy)").text.split(separator: "\n").count == 3)
        }
    }

    @Test("a slot is booked once: by another therapy not, given back it is free, struck out it is free")
    func slots() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let coordinator = try await browser.signedIn(.coordinator)
            try await coordinator.open("T-1")
            try await coordinator.open("T-2")
            #expect(try await coordinator.append("T-1", TestEntries.slot("S-1")).status == .created)
            let taken = try await coordinator.append("T-2", TestEntries.slot("S-1"))
            #expect(taken.status == .conflict && taken.problem == "claimed")
            #expect(!taken.text.contains("T-1"), "whose it is, is not told")
            #expect(try await coordinator.append("T-1", TestEntries.slot("S-1", "released")).status == .created)
            #expect(try await coordinator.append("T-2", TestEntries.slot("S-1")).status == .created)
            let strike = TestEntries.entry("corrected", ["sequence": 2, "reason": "wrong patient"])
            #expect(try await coordinator.append("T-2", strike).status == .created)
            #expect(try await coordinator.append("T-1", TestEntries.slot("S-1")).status == .created)
        }
    }

    @Test("two people book one slot at once: exactly one succeeds, 1,000 times")
    func race() async throws {
        let centre = try await TestCentre { $0.accountLimit = RequestLimit(burst: 1e6, perSecond: 1e6) }
        try await centre.run { browser in
            let coordinator = try await browser.signedIn(.coordinator)
            for therapy in ["T-1", "T-2"] { try await coordinator.open(therapy) }
            for round in 0..<1_000 {
                async let one = coordinator.append("T-1", TestEntries.slot("S-\(round)"))
                async let two = coordinator.append("T-2", TestEntries.slot("S-\(round)"))
                let answers = try await [one.status.code, two.status.code].sorted()
                #expect(answers == [201, 409], "round \(round)")
            }
        }
    }

    @Test("writers at once without a version are put one after the other; none is lost")
    func manyWriters() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            try await browser.signedIn(.physician).open("T-1")
            let nurse = try await browser.signedIn(.nurse)
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<5 {
                    group.addTask {
                        try await nurse.append("T-1", TestEntries.vitals(36 + Double(index) / 10)).status.code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers == [201, 201, 201, 201, 201])
            let text = try await nurse.get("/api/v1/journals/T-1").text
            #expect(text.split(separator: "\n").count == 7)
        }
    }

    @Test("a rule that stands against an act refuses it with reasons; who may not do it is told so")
    func stops() async throws {
        try await TestCentre().run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            let infusion = TestEntries.entry(
                "infusionStarted",
                ["bag": "B-1", "band": "T-1", "chainOfIdentity": "T-1", "expectedMinutes": 20])
            let stopped = try await physician.append("T-1", infusion)
            #expect(stopped.status == .conflict && stopped.problem == "stopped")
            guard case .array(let stops)? = stopped.json["stops"] else { Issue.record("no stops"); return }
            #expect(stops.contains { $0["severity"] == "identity" })
            #expect(stops.allSatisfy { $0["reasons"] != .array([]) && $0["clearedBy"] != "" })
            let nurse = try await browser.signedIn(.nurse)
            let consent = try await nurse.append("T-1", TestEntries.entry("consentRecorded", ["given": true]))
            #expect(consent.problem == "stopped" && consent.text.contains("act.role"))
            #expect(try await physician.get("/api/v1/journals/T-1").text.split(separator: "\n").count == 2)
        }
    }

    @Test("tocilizumab needs a second person: named with a password, or by a confirmation that is good once")
    func secondSignature() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            let payload: JSON = ["drug": "tocilizumab", "amount": 560, "unit": "mg", "minutes": 60]
            func give(_ signature: JSON?) async throws -> TestResponse {
                try await physician.append("T-1", TestEntries.entry("drugGiven", payload, signature: signature))
            }
            #expect(try await give(nil).problem == "signature-needed")
            #expect(
                try await give(TestEntries.second(.physician)).problem == "signature-needed", "oneself is no second")
            #expect(try await give(TestEntries.second(.coordinator)).problem == "signature-needed", "nor a coordinator")
            #expect(
                try await give(["name": .string(TestCentre.name(.nurse)), "password": "wrong wrong"]).problem
                    == "signature-needed")
            let given = try await give(TestEntries.second(.nurse))
            #expect(["", "stopped"].contains(given.problem), "\(given.text)")
            let nurse = try await browser.signedIn(.nurse)
            let confirmed = try await nurse.send(
                .post, "/api/v1/confirmations",
                ["therapy": "T-1", "event": "drugGiven", "password": .string(TestCentre.password)])
            let code = try #require(confirmed.json["code"])
            centre.clock.pass(seconds: 100)
            let once = try await give(["confirmation": code])
            #expect(once.problem != "signature-needed", "\(once.text)")
            #expect(try await give(["confirmation": code]).problem == "signature-needed", "it is good once")
            let late = try await nurse.send(
                .post, "/api/v1/confirmations",
                ["therapy": "T-1", "event": "drugGiven", "password": .string(TestCentre.password)])
            centre.clock.pass(seconds: 121)
            let lateCode = try #require(late.json["code"])
            #expect(try await give(["confirmation": lateCode]).problem == "signature-needed")
        }
    }

    @Test("a clock that is ahead is named with the server's time")
    func clockSkew() async throws {
        try await TestCentre().run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            let ahead = try await physician.append("T-1", TestEntries.vitals(at: "2026-03-01T09:00:10Z"))
            #expect(ahead.status == .unprocessableContent && ahead.problem == "time-skew")
            #expect(ahead.text.contains("10 s ahead") && ahead.text.contains("2026-03-01T09:00:00"))
        }
    }

    @Test("what is wrong with an entry is told by path, and how to mend it; nothing is written")
    func badEntries() async throws {
        try await TestCentre().run { browser in
            let nurse = try await browser.signedIn(.nurse)
            try await browser.signedIn(.physician).open("T-1")
            func refusal(_ entry: JSON) async throws -> (Int, String) {
                let answer = try await nurse.append("T-1", TestEntries.vitals(), entry)
                guard case .array(let errors)? = answer.json["errors"] else { return (answer.status.code, answer.text) }
                return (answer.status.code, errors.compactMap { $0["field"]?.text }.joined(separator: " "))
            }
            let wrong: [(JSON, String)] = [
                (TestEntries.entry("vitalsTaken", ["temprature": 38]), "entries[1].payload.temprature"),
                (TestEntries.entry("vitalsTaken", ["temperature": "38"]), "entries[1].payload.temperature"),
                (TestEntries.entry("vitalsTaken", ["temperature": .number(101.3)]), "payload.temperature"),
                (TestEntries.entry("vitalstaken", [:]), "entries[1].type"),
                (
                    TestEntries.entry("labReported", ["analyte": "unobtainium", "value": 1]),
                    "entries[1].payload.analyte"
                ),
                (TestEntries.entry("vitalsTaken", [:], at: "yesterday, quite late"), "entries[1].occurredAt"),
                (["type": "vitalsTaken", "occurredAt": "2026-03-01T08:00:00Z"], "entries[1].payload"),
                ("no object", "entries[1]"),
            ]
            for (entry, field) in wrong {
                let (status, fields) = try await refusal(entry)
                #expect(status == 422 && fields.contains(field), "\(field): \(status) \(fields)")
            }
            #expect(try await nurse.get("/api/v1/journals/T-1").text.split(separator: "\n").count == 2)
        }
    }
}
