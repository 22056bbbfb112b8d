import Foundation
import Testing

/// `livingdrug cost`, as a user sees it.
@Suite struct CostCommandTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `a published analysis is shown beside what was published, and says what was solved for`() throws {
        let run = try Program.run("cost", "whittington-2018", "--draws", "50")
        #expect(run.code == 0)
        #expect(run.output.contains("Published beside re-made") && run.output.contains("solved for"))
        #expect(run.output.contains("666754") || run.output.contains("666,754"))
    }

    @Test func `the JSON object of a study has both strategies, draws and origins, the same each time`() throws {
        let arguments = ["cost", "zuma-1", "--patients", "150", "--draws", "60", "--json"]
        let run = try Program.run(arguments + ["--threads", "2"])
        #expect(run.code == 0 && run.errors.isEmpty)
        let object = try object(run.output)
        let strategies = try #require(object["strategies"] as? [[String: Any]])
        #expect(strategies.count == 2)
        for strategy in strategies {
            let (qalys, years) = (strategy["qalys"] as? Double ?? 0, strategy["life_years"] as? Double ?? 0)
            #expect(qalys > 0 && qalys < years)
        }
        #expect((object["plane"] as? [Any])?.count == 60)
        let numbers = try #require(object["numbers"] as? [[String: Any]])
        #expect(numbers.allSatisfy { ($0["source"] as? String)?.isEmpty == false })
        #expect(try Program.run(arguments + ["--threads", "1"]).output == run.output)
    }

    @Test func `the societal view costs more, and the folder holds tables and a report`() throws {
        let scratch = try Scratch()
        func cost(_ view: String) throws -> Double {
            let run = try Program.run([
                "cost", "zuma-1", "--patients", "150", "--draws", "0", "--view", view, "--json", "--output",
                scratch.path(view),
            ])
            #expect(run.code == 0)
            let strategies = try object(run.output)["strategies"] as? [[String: Any]]
            return strategies?.first?["cost"] as? Double ?? .nan
        }
        #expect(try cost("societal") > cost("health-care") + 1000)
        for name in ["cost.json", "parts.csv", "tornado.csv", "draws.csv", "report.html"] {
            #expect(FileManager.default.fileExists(atPath: scratch.path("societal/\(name)")), "\(name)")
        }
    }

    @Test func `a wrong name, view or price list is refused with code 2 and the remedy`() throws {
        let name = try Program.run("cost", "whitington-2018")
        #expect(name.code == 2 && name.errors.contains("whittington-2018"))
        #expect(try Program.run("cost", "zuma-1", "--view", "global").code == 2)
        let scratch = try Scratch()
        let list = try String(
            contentsOf: Program.root.appendingPathComponent("Evidence/prices/us-2021.yaml"), encoding: .utf8)
        let mixed = list.replacingOccurrences(
            of: "visit, amount: 300, currency: USD", with: "visit, amount: 300, currency: EUR")
        try mixed.write(toFile: scratch.path("mine.yaml"), atomically: true, encoding: .utf8)
        let prices = try Program.run("cost", "zuma-1", "--prices", scratch.path("mine.yaml"))
        #expect(prices.code == 2)
        #expect(prices.errors.contains("resources[9].currency") && prices.errors.contains("one currency"))
    }
}
