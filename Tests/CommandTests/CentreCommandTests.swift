import Foundation
import Testing

/// `livingdrug centre`, as a user sees it.
@Suite struct CentreCommandTests {
    private static let quick = ["--runs", "2", "--years", "0.3", "--follow-up", "60"]

    @Test("the JSON object of a centre has funnel, waits, resources and scenarios")
    func object() throws {
        let run = try Program.run(["centre", "academic-us", "--scenario", "half-the-way", "--json"] + Self.quick)
        #expect(run.code == 0 && run.errors.isEmpty)
        let object = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["plan"] as? String == "academic-us" && object["runs"] as? Int == 2)
        #expect((object["littles_law_worst_error"] as? Double ?? 1) < 1e-9)
        let funnel = try #require(object["funnel"] as? [[String: Any]])
        let counts = funnel.compactMap { $0["count"] as? Int }
        #expect(counts.count == 9 && counts == counts.sorted(by: >) && counts[0] == object["referred"] as? Int)
        let scenarios = try #require(object["scenarios"] as? [[String: Any]])
        #expect(scenarios.map { $0["id"] as? String } == ["half-the-way"])
        #expect((object["stations"] as? [[String: Any]])?.count == 8)
        #expect((object["waits"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test("a centre's files are the same on one thread and on three")
    func files() throws {
        let scratch = try Scratch()
        for (name, threads) in [("a", "1"), ("b", "3")] {
            let folder = scratch.url.appendingPathComponent(name).path
            let run = try Program.run(
                ["centre", "academic-us", "--scenario", "outpatient", "--threads", threads, "--output", folder]
                    + Self.quick)
            #expect(run.code == 0)
        }
        for file in ["patients.csv", "stations.csv", "scenarios.csv", "events.ndjson"] {
            let texts = try ["a", "b"].map {
                try String(contentsOf: scratch.url.appendingPathComponent("\($0)/\(file)"), encoding: .utf8)
            }
            #expect(texts[0] == texts[1] && texts[0].count > 400, "\(file)")
        }
        let page = try String(contentsOf: scratch.url.appendingPathComponent("a/report.html"), encoding: .utf8)
        for title in ["From referral to response", "How much is used", "Scenarios beside the plan", "Cost by step"] {
            #expect(page.contains(title))
        }
        #expect(!page.contains("http://") && !page.contains("<script"))
    }

    @Test("what a centre cannot be asked for is refused with the remedy")
    func refused() throws {
        for (arguments, said) in [
            (["centre", "academic"], "Did you mean academic-us"),
            (["centre", "academic-us", "--scenario", "half-the-wai"], "Did you mean half-the-way"),
            (["centre", "academic-us", "--runs", "0"], "--runs must be 1 to 1000"),
            (["centre", "academic-us", "--plan-only", "--bottlenecks"], "goes without"),
            (["centre", "nowhere/plan.yaml"], "nowhere/plan.yaml"),
        ] {
            let run = try Program.run(arguments)
            #expect(run.code == 2 && run.output.isEmpty, "\(arguments)")
            #expect(run.errors.contains(said), "\(run.errors)")
        }
    }
}
