import Foundation
import Testing

/// A copy of the data that a test may change.
final class DataCopy {
    let scratch: Scratch
    let root: URL

    init() throws {
        scratch = try Scratch()
        root = scratch.url.appendingPathComponent("data")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for name in ["Models", "Evidence"] {
            try FileManager.default.copyItem(
                at: Program.root.appendingPathComponent(name), to: root.appendingPathComponent(name))
        }
        try? FileManager.default.removeItem(at: root.appendingPathComponent("Models/body/fitted.yaml"))
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    func write(_ text: String, to path: String) throws {
        try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
    }

    func replace(_ passage: String, by replacement: String, in path: String) throws {
        let text = try text(path)
        try #require(text.contains(passage), "\(path) has no '\(passage)'")
        try write(text.replacing(passage, with: replacement), to: path)
    }

    func run(_ arguments: String...) throws -> Program.Result {
        try Program.run(arguments, environment: ["LIVINGDRUG_DATA": root.path])
    }
}

@Suite("livingdrug calibrate")
struct CalibrateCommandTests {
    private static let short = "Models/body/calibration-short.yaml"
    private let plan = """
        seed: 7
        patients: 40
        step: 0.25
        iterations: 2
        screen: 3
        discrepancy: {share: 0.03, median: 0.1, source: "assumed"}
        studies: [zuma-1]
        leaveOut: []
        parameters:
          - {of: product axicabtagene-ciloleucel, name: rE, attribute: value, prior: {low: 0.5, high: 20}, source: "test"}
          - {of: disease large-b-cell-lymphoma, name: kk, attribute: cv, prior: {low: 0.2, high: 9}, source: "test"}
          - {of: body, name: p6, attribute: value, prior: {low: 1000, high: 2000000}, source: "test"}

        """

    @Test("the short calibration comes to the recorded values, digit for digit")
    func recorded() throws {
        let scratch = try Scratch()
        let run = try Program.run("calibrate", "--plan", Self.short, "--output", scratch.path("fitted.yaml"))
        #expect(run.code == 0, "\(run.errors)")
        let found = try String(contentsOfFile: scratch.path("fitted.yaml"), encoding: .utf8)
        let recorded = try String(
            contentsOf: Program.root.appendingPathComponent("Models/body/fitted-short.yaml"), encoding: .utf8)
        #expect(found == recorded)
        #expect(scratch.contents == ["fitted.yaml"], "no checkpoint is left")
    }

    @Test("a calibration that is interrupted goes on from its checkpoint and writes the same bytes")
    func interrupted() throws {
        let data = try DataCopy()
        try data.write(plan, to: "plan.yaml")
        let place = data.root.appendingPathComponent("plan.yaml").path
        let whole = data.scratch.path("whole.yaml")
        let parts = data.scratch.path("parts.yaml")
        #expect(try data.run("calibrate", "--plan", place, "--output", whole).code == 0)
        // Stopped after every step that it takes: each start lives until its next checkpoint.
        var starts = 0
        while !FileManager.default.fileExists(atPath: parts), starts < 10 {
            starts += 1
            let process = try Program.start(
                ["calibrate", "--plan", place, "--output", parts, "--threads", "1"], output: Pipe(), errors: Pipe(),
                environment: ["LIVINGDRUG_DATA": data.root.path])
            let checkpoint = parts + ".checkpoint"
            let before = FileManager.default.contents(atPath: checkpoint)
            while process.isRunning {
                if let now = FileManager.default.contents(atPath: checkpoint), now != before {
                    process.interrupt(); break
                }
                usleep(2000)
            }
            process.waitUntilExit()
            if process.terminationStatus != 0 { #expect(process.terminationStatus == 130) }
        }
        #expect(starts > 1)
        #expect(try Data(contentsOf: URL(fileURLWithPath: whole)) == Data(contentsOf: URL(fileURLWithPath: parts)))
        #expect(!FileManager.default.fileExists(atPath: parts + ".checkpoint"))
    }

    @Test("fitted values lie over the files in every command, and --set wins over them")
    func overlay() throws {
        let data = try DataCopy()
        let fitted = """
            command: "livingdrug calibrate --test"
            seed: 1
            patients: 1
            iterations: 1
            objective: [1, 1]
            inputs: {}
            body:
              p6: {value: 1000, cv: 0.1}
            products:
              axicabtagene-ciloleucel: {process.unfitShare: {value: 0.9}, rE: {value: 1.5}}
            diseases: {}

            """
        let plain = try data.run("trial", "zuma-1", "--patients", "60", "--json")
        try data.write(fitted, to: "Models/body/fitted.yaml")
        let run = try data.run("trial", "zuma-1", "--patients", "60", "--json")
        #expect(run.code == 0 && run.errors.isEmpty)
        let (before, after) = (try endpoints(plain), try endpoints(run))
        #expect(try #require(after["car_t_cmax_median"]) < 0.2 * (try #require(before["car_t_cmax_median"])))
        #expect(try #require(after["crs_any"]) < 0.5 * (try #require(before["crs_any"])))
        let won = try data.run(
            "trial", "zuma-1", "--patients", "60", "--json", "--set", "rE=3.49", "--set", "process.unfitShare=0.12")
        // The body's fitted IL-6 stays, and corticosteroid for it attenuates expansion a little.
        let ratio = try #require(endpoints(won)["car_t_cmax_median"]) / (try #require(before["car_t_cmax_median"]))
        #expect(abs(ratio - 1) < 0.15)
        let models = try data.run("models", "body")
        let line = try #require(models.output.split(separator: "\n").first { $0.hasPrefix("p6 ") })
        #expect(line.contains("1000") && line.contains("fitted") && line.contains("livingdrug calibrate --test"))
        #expect(models.output.contains("process.unfitShare"))
    }

    @Test("a fit may begin at an earlier one: what is not fitted again stays, and is carried over")
    func start() throws {
        let data = try DataCopy()
        try data.write(plan, to: "plan.yaml")
        let place = data.root.appendingPathComponent("plan.yaml").path
        let (first, second) = (data.scratch.path("first.yaml"), data.scratch.path("second.yaml"))
        let common = ["calibrate", "--plan", place, "--patients", "20", "--iterations", "1"]
        let environment = ["LIVINGDRUG_DATA": data.root.path]
        #expect(try Program.run(common + ["--output", first], environment: environment).code == 0)
        let run = try Program.run(
            common + ["--only", "body", "--start", first, "--json", "--output", second], environment: environment)
        #expect(run.code == 0, "\(run.errors)")
        let (before, after) = try (
            String(contentsOfFile: first, encoding: .utf8), String(contentsOfFile: second, encoding: .utf8)
        )
        for name in ["rE", "kk"] {
            let line = try #require(before.split(separator: "\n").first { $0.hasPrefix("    \(name): {") })
            #expect(after.contains(line))
        }
        // It began where the first one ended.
        let object = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let parameters = try #require(object["parameters"] as? [[String: Any]])
        let value = try #require(parameters.first?["start"] as? Double)
        #expect(parameters.count == 1 && before.contains("p6: {value: \(Int(value)),"))
    }

    @Test("fitted values of a parameter that is gone are refused with their line")
    func unknown() throws {
        let data = try DataCopy()
        let fitted = """
            command: "livingdrug calibrate"
            seed: 1
            patients: 1
            iterations: 1
            objective: [1, 1]
            inputs: {}
            body:
              p66: {value: 1000}
            products: {}
            diseases: {}

            """
        try data.write(fitted, to: "Models/body/fitted.yaml")
        let run = try data.run("trial", "zuma-1", "--patients", "5")
        #expect(run.code == 2)
        #expect(run.errors.contains("Models/body/fitted.yaml:8:") && run.errors.contains("Did you mean p6"))
    }

    @Test("a warning says which files changed since the fit; another source or comment is no change")
    func changed() throws {
        let data = try DataCopy()
        let output = data.root.appendingPathComponent("Models/body/fitted.yaml").path
        try data.write(plan, to: "plan.yaml")
        let place = data.root.appendingPathComponent("plan.yaml").path
        let fit = try data.run(
            "calibrate", "--plan", place, "--iterations", "0", "--patients", "5", "--only", "body", "--output", output)
        #expect(fit.code == 0, "\(fit.errors)")
        #expect(try data.run("trial", "zuma-1", "--patients", "5").errors.isEmpty)
        let product = "Evidence/products/axicabtagene-ciloleucel.yaml"
        try data.write("# a comment\n" + data.text(product), to: product)
        try data.replace("source: \"assumed: 24 to 36 h in", by: "source: \"guessed: 24 to 36 h in", in: product)
        #expect(try data.run("trial", "zuma-1", "--patients", "5").errors.isEmpty)
        try data.replace("doublingHours:\n    {value: 30,", by: "doublingHours:\n    {value: 31,", in: product)
        let run = try data.run("trial", "zuma-1", "--patients", "5")
        #expect(run.code == 0)
        #expect(run.errors.contains(product) && run.errors.contains("livingdrug calibrate --plan"))
        #expect(!run.errors.contains("zuma-1.yaml"))
    }

    @Test("no study that only validates can be fitted to, and none without a role is read")
    func roles() throws {
        let data = try DataCopy()
        try data.replace("role: calibration", by: "role: validation", in: "Evidence/studies/eliana.yaml")
        let named = try data.run("calibrate", "--plan", Self.short, "--studies", "zuma-1,eliana")
        #expect(named.code == 2 && named.errors.contains("eliana") && named.errors.contains("validation"))
        try data.write(plan.replacing("[zuma-1]", with: "[zuma-1, eliana]"), to: "plan.yaml")
        let planned = try data.run("calibrate", "--plan", data.root.appendingPathComponent("plan.yaml").path)
        #expect(planned.code == 2 && planned.errors.contains("validation"))
        try data.replace("role: validation", by: "# role", in: "Evidence/studies/eliana.yaml")
        let without = try data.run("calibrate", "--plan", Self.short)
        #expect(without.code == 2 && without.errors.contains("Evidence/studies/eliana.yaml:"))
        #expect(without.errors.contains("role"))
    }

    @Test("the report holds every parameter and endpoint, and loads nothing from elsewhere")
    func report() throws {
        let scratch = try Scratch()
        let run = try Program.run(
            "calibrate", "--plan", Self.short, "--patients", "20", "--iterations", "1", "--json", "--output",
            scratch.path("fitted.yaml"), "--report", scratch.path("report"))
        #expect(run.code == 0, "\(run.errors)")
        let object = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let parameters = try #require(object["parameters"] as? [[String: Any]])
        let endpoints = try #require(object["endpoints"] as? [[String: Any]])
        #expect(parameters.count == 3 && endpoints.count > 15)
        for parameter in parameters {
            let ratio = try #require(parameter["ratio"] as? Double)
            #expect(ratio > 0 && ratio <= 1)
        }
        let page = try String(contentsOfFile: scratch.path("report/calibration.html"), encoding: .utf8)
        for label in parameters.compactMap({ $0["label"] as? String }) { #expect(page.contains(label)) }
        for sign in ["src=", "href=\"http", "@import", "url(", "<link", "<script"] { #expect(!page.contains(sign)) }
        #expect(page.contains("not a medical device"))
    }

    private func endpoints(_ run: Program.Result) throws -> [String: Double] {
        let object = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let endpoints = try #require(object["endpoints"] as? [String: [String: Any]])
        return endpoints.compactMapValues { $0["value"] as? Double }
    }
}
