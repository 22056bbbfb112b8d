import Foundation
import Testing

/// `livingdrug eligible`: a patient against the labels.
@Suite struct EligibleCommandTests {
    static let example = "docs/examples/patient-lymphoma.json"

    @Test func `the example patient is on label for axi-cel, with dose, label version and reasons`() throws {
        let page = try Program.run("eligible", Self.example, "--product", "axi-cel", "--at", "2026-03-10")
        #expect(page.code == 0, "\(page.errors)")
        for word in [
            "ON LABEL", "axi-cel/US@2026-02-06", "relapse 7 months after its end", "160×10⁶", "not a medical device",
            "from memory, a clinician must confirm",
        ] {
            #expect(page.output.contains(word), "\(word)")
        }
        #expect(!page.output.contains("NOT ON LABEL"))
    }

    @Test func `a drug that was given after the day asked for is a contradiction`() throws {
        let page = try Program.run("eligible", Self.example, "--product", "Yescarta", "--at", "2022-03-31")
        #expect(page.code == 2, "\(page.output)")
        #expect(page.errors.contains("recentDrugs[0].lastGiven"))
    }

    @Test func `the day chooses the label, and one JSON object tells the verdict with what is missing`() throws {
        let scratch = try Scratch()
        let file = scratch.path("p.json")
        try #"{"diagnosis":"largeBCellLymphoma","age":50,"lines":[{"outcome":"refractory"}]}"#.write(
            toFile: file, atomically: true, encoding: .utf8)
        for (day, verdict) in [("2022-03-31", "offLabel"), ("2022-04-01", "unknown")] {
            let run = try Program.run("eligible", file, "--product", "axi-cel", "--at", day, "--json")
            #expect(run.code == 0, "\(run.errors)")
            let object = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let products = try #require(object["products"] as? [[String: Any]])
            #expect(products.map { $0["verdict"] as? String } == [verdict])
            #expect(
                products.first?["label"] as? String
                    == (verdict == "unknown" ? "axi-cel/US@2022-04-01" : "axi-cel/US@2021-03-05"))
            let missing = products.first?["missing"] as? [[String: Any]] ?? []
            #expect(missing.contains { $0["fact"] as? String == "activeInfection" })
        }
    }

    @Test func `wrong requests end with code 2 and say what would be right`() throws {
        let scratch = try Scratch()
        let bad = scratch.path("bad.json")
        try #"{"diagnosis":"largeBCellLymphoma","wieght":80}"#.write(toFile: bad, atomically: true, encoding: .utf8)
        for (arguments, word) in [
            ([bad], "Did you mean weight?"), ([Self.example, "--jurisdiction", "XX"], "US, EU"),
            ([Self.example, "--at", "2026-13-01"], "year-month-day"), ([scratch.path("none.json")], "cannot be read"),
            ([Self.example, "--at", "2026-03-10", "--product", "nothing"], "axi-cel"),
        ] {
            let run = try Program.run(["eligible"] + arguments)
            #expect(run.code == 2, "\(arguments)")
            #expect(run.errors.contains(word), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
    }
}
