import Foundation
import Testing

/// `livingdrug trial`, as a user sees it.
@Suite struct TrialCommandTests {
    static let endpoints = [
        "objective_response_rate", "complete_response_rate", "crs_any", "crs_grade_3_or_higher",
        "crs_onset_days_median", "crs_duration_days_median", "icans_any", "icans_grade_3_or_higher",
        "icans_onset_days_median", "tocilizumab_use", "corticosteroid_use", "car_t_cmax_median",
        "car_t_tmax_days_median", "car_t_auc_0_28_median", "b_cell_aplasia_6_months", "igg_below_4_g_per_l",
        "neutropenia_grade_3_or_higher_day_28", "progression_free_survival_12_months", "overall_survival_12_months",
        "manufacturing_success", "vein_to_vein_days_median", "hospital_days_median", "cost_usd_mean",
    ]

    @Test(arguments: ["zuma-1", "eliana", "cartitude-1"])
    func `the JSON object has every endpoint with its interval and unit`(study: String) throws {
        let run = try Program.run("trial", study, "--patients", "120", "--seed", "1", "--json")
        #expect(run.code == 0 && run.errors.isEmpty)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["study"] as? String == study)
        #expect(object["patients"] as? Int == 120 && object["seed"] as? Int == 1)
        #expect((object["infused"] as? Int ?? 0) > 50)
        #expect((object["wall_seconds"] as? Double ?? 0) > 0 && (object["patients_per_second"] as? Double ?? 0) > 0)
        let endpoints = try #require(object["endpoints"] as? [String: [String: Any]])
        for name in Self.endpoints {
            let endpoint = try #require(endpoints[name], "\(name) is missing")
            let value = try #require(endpoint["value"] as? Double, "\(name) has no value")
            let low = try #require(endpoint["low"] as? Double)
            let high = try #require(endpoint["high"] as? Double)
            #expect(low <= value && value <= high, "\(name)")
            let unit = try #require(endpoint["unit"] as? String)
            if unit == "1" { #expect(low >= 0 && high <= 1, "\(name) is a fraction") }
        }
    }

    @Test func `threads and repetition change no byte of the outcomes`() throws {
        let scratch = try Scratch()
        for (name, threads) in [("a", "1"), ("b", "2"), ("c", "2")] {
            let run = try Program.run(
                "trial", "zuma-1", "--patients", "60", "--threads", threads, "--output", scratch.path(name))
            #expect(run.code == 0)
        }
        let texts = try ["a", "b", "c"].map {
            try Data(contentsOf: URL(fileURLWithPath: scratch.path("\($0)/outcomes.csv")))
        }
        #expect(texts[0] == texts[1] && texts[1] == texts[2])
    }

    @Test func `the folder holds outcomes, summary and a report that says what it is`() throws {
        let scratch = try Scratch()
        let run = try Program.run("trial", "eliana", "--patients", "40", "--output", scratch.path("out"))
        #expect(run.code == 0 && run.output.contains("report.html"))
        #expect(run.output.contains("published") && run.output.contains("not a medical device"))
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).sorted()
        #expect(files == ["outcomes.csv", "report.html", "trial.json"])
        let csv = try String(contentsOfFile: scratch.path("out/outcomes.csv"), encoding: .utf8)
        #expect(csv.split(separator: "\n").count == 41)
    }

    @Test func `the columns of the outcomes are documented, all and in order`() throws {
        let scratch = try Scratch()
        _ = try Program.run("trial", "zuma-1", "--patients", "1", "--output", scratch.path("out"))
        let csv = try String(contentsOfFile: scratch.path("out/outcomes.csv"), encoding: .utf8)
        let header = csv.split(separator: "\n")[0].split(separator: ",").map(String.init)
        let page = try String(
            contentsOf: Program.root.appendingPathComponent("docs/outcomes.md"), encoding: .utf8)
        let documented = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        #expect(documented == header)
    }

    @Test func `a changed number changes the trial, and says so`() throws {
        let usual = try Program.run("trial", "zuma-1", "--patients", "60", "--json")
        let changed = try Program.run("trial", "zuma-1", "--patients", "60", "--json", "--set", "rE=2")
        #expect(changed.code == 0)
        func cmax(_ run: Program.Result) throws -> Double {
            let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            let endpoints = object?["endpoints"] as? [String: [String: Any]]
            return try #require(endpoints?["car_t_cmax_median"]?["value"] as? Double)
        }
        #expect(try cmax(changed) < cmax(usual))
    }

    @Test func `Ctrl-C leaves nothing half-written`() throws {
        let scratch = try Scratch()
        let output = Pipe()
        let errors = Pipe()
        let process = try Program.start(
            ["trial", "zuma-1", "--patients", "50000", "--output", scratch.path("out")], output: output, errors: errors
        )
        Thread.sleep(forTimeInterval: 1)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus != 0)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(complaint.contains("nothing was written"))
        #expect(scratch.contents.isEmpty)
    }
}
