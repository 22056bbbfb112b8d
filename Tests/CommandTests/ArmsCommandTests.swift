import Foundation
import Testing

/// `livingdrug trial` with two policies or more, as a user sees it.
@Suite struct ArmsCommandTests {
    private func object(_ run: Program.Result) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test func `two policies run in the same patients, and the JSON object compares them`() throws {
        let run = try Program.run(
            "trial", "zuma-1", "--policy", "as-published", "--policy", "asco-2021", "--patients", "120", "--json")
        #expect(run.code == 0 && run.errors.isEmpty)
        let object = try object(run)
        #expect(object["reference"] as? String == "as-published" && object["patients"] as? Int == 120)
        let arms = try #require(object["arms"] as? [[String: Any]])
        #expect(arms.compactMap { $0["policy"] as? String } == ["as-published", "asco-2021"])
        #expect(arms[0]["infused"] as? Int == arms[1]["infused"] as? Int)
        let comparisons = try #require(object["comparisons"] as? [[String: Any]])
        let differences = try #require(comparisons.first?["differences"] as? [String: [String: Any]])
        #expect(comparisons.count == 1)
        let given = try #require(differences["tocilizumab_use"])
        #expect(given["method"] as? String == "newcombe" && given["unit"] as? String == "1")
        let pairs = try #require(given["pairs"] as? Int)
        let only = (try #require(given["only_reference"] as? Int), try #require(given["only_policy"] as? Int))
        let value = try #require(given["value"] as? Double)
        #expect(pairs == arms[0]["infused"] as? Int)
        #expect(abs(value - Double(only.1 - only.0) / Double(pairs)) < 1e-12 && value > 0)
        #expect(differences["crs_duration_days_median"]?["method"] as? String == "pairedBootstrap")
        #expect(differences["survival_days_restricted_mean"]?["method"] as? String == "pairedMean")
        // The first arm is the trial that one would run by itself.
        let alone = try self.object(try Program.run("trial", "zuma-1", "--patients", "120", "--json"))
        let own = alone["endpoints"] as? [String: [String: Any]]
        let here = arms[0]["endpoints"] as? [String: [String: Any]]
        for name in TrialCommandTests.endpoints {
            #expect(own?[name]?["value"] as? Double == here?[name]?["value"] as? Double, "\(name)")
        }
    }

    @Test func `the folder holds a table for each arm, and one report; threads change no byte`() throws {
        let scratch = try Scratch()
        for (name, threads) in [("a", "1"), ("b", "2")] {
            let run = try Program.run(
                "trial", "eliana", "--policy", "as-published", "--policy", "asco-2021", "--policy", "early-steroids",
                "--patients", "40", "--threads", threads, "--output", scratch.path(name))
            #expect(run.code == 0)
            #expect(run.output.contains("asco-2021 less as-published"))
            #expect(run.output.contains("early-steroids less as-published"))
            #expect(run.output.contains("only reference") && run.output.contains("not a medical device"))
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path("a")).sorted()
        #expect(
            files == [
                "outcomes-as-published.csv", "outcomes-asco-2021.csv", "outcomes-early-steroids.csv", "report.html",
                "trial.json",
            ])
        for file in files where file.hasSuffix(".csv") || file.hasSuffix(".html") {
            let texts = try ["a", "b"].map { try Data(contentsOf: URL(fileURLWithPath: scratch.path("\($0)/\(file)"))) }
            if file.hasSuffix(".csv") { #expect(texts[0] == texts[1], "\(file)") }
        }
        let page = try String(contentsOfFile: scratch.path("a/report.html"), encoding: .utf8)
        #expect(page.contains("<section id=\"arms\">") && page.contains("<section id=\"funnel\">"))
        // The same patients in every table.
        let patients = try files.filter { $0.hasSuffix(".csv") }.map { file in
            try String(contentsOfFile: scratch.path("a/\(file)"), encoding: .utf8).split(separator: "\n")
                .map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(14).joined(separator: ",") }
        }
        #expect(patients[0] == patients[1] && patients[1] == patients[2] && patients[0].count == 41)
    }

    @Test func `arms that cannot be told apart or are unknown are refused before anything runs`() throws {
        let scratch = try Scratch()
        let twice = try Program.run(
            "trial", "zuma-1", "--policy", "asco-2021", "--policy", "asco-2021", "--patients", "100000", "--output",
            scratch.path("out"))
        #expect(twice.code == 2 && twice.errors.contains("given twice"))
        let unknown = try Program.run(
            "trial", "zuma-1", "--policy", "asco-2021", "--policy", "early-steroid", "--patients", "100000")
        #expect(unknown.code == 2 && unknown.errors.contains("early-steroids"))
        let copy = scratch.path("mine.yaml")
        try FileManager.default.copyItem(
            at: Program.root.appendingPathComponent("Evidence/policies/asco-2021.yaml"),
            to: URL(fileURLWithPath: copy))
        let named = try Program.run(
            "trial", "zuma-1", "--policy", "asco-2021", "--policy", copy, "--patients", "100000")
        #expect(named.code == 2 && named.errors.contains("another 'id'"))
        let patient = try Program.run(
            "patient", "zuma-1", "--index", "1", "--policy", "asco-2021", "--policy", "early-steroids")
        #expect(patient.code == 2)
        #expect(scratch.contents == ["mine.yaml"])
    }
}
