import Foundation
import Testing

/// `livingdrug trial --sensitivity`, as a user sees it.
@Suite struct SensitivityCommandTests {
    @Test func `it says the cost first, and then writes the same files on one thread and two`() throws {
        let scratch = try Scratch()
        for (name, threads) in [("a", "1"), ("b", "2")] {
            let run = try Program.run(
                "trial", "zuma-1", "--sensitivity", "--patients", "9", "--threads", threads, "--output",
                scratch.path(name))
            #expect(run.code == 0)
            #expect(run.errors.contains("virtual patients, about") && run.errors.contains("cohorts of 9"))
            #expect(run.output.contains("explained by") && run.output.contains("number held"))
            #expect(run.output.contains("not a medical device"))
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path("a")).sorted()
        #expect(files == ["report.html", "sensitivity.json", "sobol.csv", "tornado.csv"])
        for file in ["sobol.csv", "tornado.csv"] {
            let texts = try ["a", "b"].map {
                try String(contentsOfFile: scratch.path("\($0)/\(file)"), encoding: .utf8)
            }
            #expect(texts[0] == texts[1], "\(file)")
            // Labels are quoted; nothing else in these files has a comma or a quote.
            let lines = texts[0].split(separator: "\n").map { line in
                line.split(separator: "\"").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
                    .split(separator: ",", omittingEmptySubsequences: false).count
            }
            #expect(Set(lines).count == 1 && lines.count > 100)
        }
        let page = try String(contentsOfFile: scratch.path("a/report.html"), encoding: .utf8)
        #expect(page.contains("<section id=\"sobol\">") && page.contains("<section id=\"tornado\">"))
    }

    @Test func `the JSON object holds every input of every output`() throws {
        let run = try Program.run("trial", "eliana", "--sensitivity", "--patients", "6", "--json")
        #expect(run.code == 0)
        let object = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["patients"] as? Int == 6 && object["tornado_patients"] as? Int == 2)
        let outputs = try #require(object["outputs"] as? [[String: Any]])
        #expect(outputs.count == 11)
        let cmax = try #require(outputs.first { $0["output"] as? String == "car_t_cmax_log10" })
        let sobol = try #require(cmax["sobol"] as? [[String: Any]])
        let inputs = Set(sobol.compactMap { $0["input"] as? String })
        #expect(
            inputs.isSuperset(of: ["patient.burden", "patient.ldh", "body.fitness", "product.manufacturing", "chance"]))
        let totals = sobol.compactMap { ($0["total"] as? [String: Any])?["value"] as? Double }
        #expect(totals.count == sobol.count && totals == totals.sorted(by: >))
        #expect(try #require(cmax["tornado"] as? [[String: Any]]).count > 60)
    }

    @Test func `one policy at a time`() throws {
        let run = try Program.run(
            "trial", "zuma-1", "--sensitivity", "--policy", "asco-2021", "--policy", "early-steroids")
        #expect(run.code == 2 && run.errors.contains("--policy once"))
    }

    @Test func `Ctrl-C stops an analysis and leaves nothing behind`() throws {
        let scratch = try Scratch()
        let output = Pipe()
        let errors = Pipe()
        let process = try Program.start(
            ["trial", "zuma-1", "--sensitivity", "--patients", "20000", "--output", scratch.path("out")],
            output: output, errors: errors)
        Thread.sleep(forTimeInterval: 3)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(complaint.contains("nothing was written"))
        #expect(scratch.contents.isEmpty)
    }
}
