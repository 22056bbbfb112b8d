import Foundation
import Testing

/// `livingdrug validate`, as a user sees it.
@Suite struct ValidateCommandTests {
    private func object(_ run: Program.Result) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("the JSON object has a row for each published endpoint, quantity and policy, and the counts")
    func shape() throws {
        let run = try Program.run("validate", "zuma-1", "--patients", "60", "--json")
        #expect(run.code == 0 && run.errors.isEmpty)
        let object = try object(run)
        #expect(Set(object.keys) == ["endpoints", "quantities", "policies", "summary"])
        let endpoints = try #require(object["endpoints"] as? [[String: Any]])
        #expect(endpoints.count > 15)
        for row in endpoints {
            let name = row["endpoint"] as? String ?? "?"
            #expect(row["study"] as? String == "zuma-1" && row["role"] as? String == "calibration")
            let (low, high) = (row["published_low"] as? Double, row["published_high"] as? Double)
            let published = try #require(row["published"] as? Double, "\(name)")
            #expect(try #require(low) <= published && published <= (try #require(high)), "\(name)")
            let basis = try #require(row["basis"] as? String)
            #expect(["published", "wilson", "spread", "assumedSpread"].contains(basis))
            for field in ["n", "unit", "verification", "source", "scale", "simulated", "low", "high", "inside"] {
                #expect(row[field] != nil, "\(name) has no \(field)")
            }
            let simulated = row["simulated"] as? Double
            let inside = try #require(row["inside"] as? Bool)
            #expect(inside == (simulated.map { low! <= $0 && $0 <= high! } ?? false), "\(name)")
        }
        let summary = try #require(object["summary"] as? [String: Any])
        let calibration = try #require(summary["calibration"] as? [String: Any])
        #expect(calibration["compared"] as? Int == endpoints.count)
        #expect(calibration["inside"] as? Int == endpoints.filter { $0["inside"] as? Bool == true }.count)
        let validation = try #require(summary["validation"] as? [String: Any])
        #expect(validation["compared"] as? Int == 0 && validation["share"] is NSNull)
        let quantities = try #require(object["quantities"] as? [[String: Any]])
        #expect(quantities.count > 10 && quantities.allSatisfy { $0["study"] as? String == "zuma-1" })
        for row in quantities {
            for field in ["id", "number", "what", "target_low", "target_high", "rule", "holds", "fitted", "source"] {
                #expect(row[field] != nil, "\(row["id"] ?? "?") has no \(field)")
            }
        }
    }

    @Test("the same seed gives the same figures on one thread and two")
    func threads() throws {
        func rows(_ threads: String) throws -> NSArray {
            let run = try Program.run("validate", "eliana", "--patients", "40", "--threads", threads, "--json")
            return try #require(try object(run)["endpoints"] as? NSArray)
        }
        #expect(try rows("1") == rows("2"))
    }

    @Test("the folder holds the JSON and a page that needs nothing else")
    func folder() throws {
        let scratch = try Scratch()
        let run = try Program.run("validate", "cartitude-1", "--patients", "40", "--output", scratch.path("out"))
        #expect(run.code == 0 && run.output.contains("validate.html"))
        #expect(run.output.contains("inside") && run.output.contains("not a medical device"))
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).sorted()
        #expect(files == ["validate.html", "validate.json"])
        let page = try String(contentsOfFile: scratch.path("out/validate.html"), encoding: .utf8)
        #expect(page.contains("CARTITUDE-1") && page.contains("livingdrug validate cartitude-1 --patients 40 --seed 1"))
    }

    @Test("with --require too few that agree is work that failed, and says what falls short")
    func require() throws {
        // Without a validation study nothing was compared, which is no pass.
        let run = try Program.run("validate", "cartitude-1", "--patients", "30", "--require", "--json")
        #expect(run.code == 1)
        #expect(run.errors.contains("validation endpoints: nothing was compared, 60 % asked for"))
        let summary = try #require(try object(run)["summary"] as? [String: Any])
        #expect((summary["shortfalls"] as? [String])?.isEmpty == false)
        let other = try Program.run("validate", "cartitude-1", "--patients", "30", "--require-calibration", "1")
        #expect(other.code == 1 && other.errors.contains("100 % asked for"))
        #expect(try Program.run("validate", "cartitude-1", "--patients", "30").code == 0)
    }

    @Test(
        "a wrong request is refused with what would be right",
        arguments: [
            (["validate", "zuma1"], "zuma-1"), (["validate", "--patients", "0"], "1 or more"),
            (["validate", "--require-calibration", "85"], "0.85"), (["validate", "eliana", "eliana"], "once"),
            (["validat"], "validate"),
        ])
    func refused(arguments: [String], told: String) throws {
        let run = try Program.run(arguments)
        #expect(run.code == 2 && run.errors.contains(told), "\(run.errors)")
        #expect(run.output.isEmpty)
    }
}
