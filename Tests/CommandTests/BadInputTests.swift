import Foundation
import Testing

/// Bad input gets a clear error that names the place and the remedy, and exit code 2.
@Suite struct BadInputTests {
    static let requests: [([String], [String])] = [
        (["trial", "zuma1"], ["zuma1", "zuma-1"]), (["patient", "elianna", "--index", "0"], ["eliana"]),
        (["trial", "zuma-1", "--set", "re=2"], ["rE"]), (["trial", "zuma-1", "--set", "rE"], ["name=value"]),
        (["trial", "zuma-1", "--set", "rE=fast"], ["number"]),
        (["trial", "zuma-1", "--set", "process.slotWaitDay=2"], ["process.slotWaitDays"]),
        (["trial", "zuma-1", "--policy", "asco2021"], ["asco-2021"]), (["models", "bodi"], ["body"]),
        (["trial", "zuma-1", "--patients", "0"], ["--patients"]),
        (["trial", "zuma-1", "--threads", "-1"], ["--threads"]),
        (["patient", "zuma-1", "--index", "-1"], ["--index"]), (["trail", "zuma-1"], ["trial"]),
        (["chart", "no-such-file.ndjson"], ["no-such-file.ndjson"]),
    ]

    @Test(arguments: requests) func `an unknown name or a wrong value is told with what is near`(
        arguments: [String], words: [String]
    ) throws {
        let run = try Program.run(arguments)
        #expect(run.code == 2, "\(run.errors)")
        #expect(run.output.isEmpty)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
        #expect(!run.errors.contains("/Sources/"))
    }

    @Test func `a malformed journal is told with file, line and field`() throws {
        let scratch = try Scratch()
        let file = scratch.path("p.ndjson")
        #expect(try Program.run("patient", "zuma-1", "--index", "3", "--output", file).code == 0)
        var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
        lines[5] = lines[5].replacingOccurrences(of: "\"payload\"", with: "\"pay\"")
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let run = try Program.run("chart", file)
        #expect(run.code == 2)
        #expect(run.errors.contains("p.ndjson:6: payload: it is missing"))
    }

    @Test func `a malformed study and a malformed model are told with file and place`() throws {
        let scratch = try Scratch()
        let data = scratch.url.appendingPathComponent("data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        for folder in ["Evidence", "Models"] {
            try FileManager.default.copyItem(
                at: Program.root.appendingPathComponent(folder), to: data.appendingPathComponent(folder))
        }
        func spoil(_ path: String, _ old: String, _ new: String) throws {
            let url = data.appendingPathComponent(path)
            let text = try String(contentsOf: url, encoding: .utf8)
            #expect(text.contains(old))
            try text.replacingOccurrences(of: old, with: new).write(to: url, atomically: true, encoding: .utf8)
        }
        try spoil("Evidence/studies/zuma-1.yaml", "followUpDays: 730", "followUpDays: long")
        var run = try Program.run(["trial", "zuma-1"], data: data.path)
        #expect(run.code == 2)
        #expect(run.errors.contains("zuma-1.yaml:") && run.errors.contains("followUpDays"))
        try spoil("Models/body/body.xml", "</model>", "</mode>")
        run = try Program.run(["trial", "eliana"], data: data.path)
        #expect(run.code == 2)
        #expect(run.errors.contains("body.xml:"))
    }

    @Test func `where nothing can be written the remedy is said`() throws {
        let run = try Program.run("trial", "zuma-1", "--patients", "2", "--output", "/proc/no/such/place")
        #expect(run.code == 1)
        #expect(run.errors.contains("cannot write") && run.errors.contains("--output"))
    }

    @Test func `help and version are no errors`() throws {
        #expect(try Program.run("--help").code == 0)
        #expect(try Program.run("trial", "--help").output.contains("--patients"))
        #expect(try Program.run("--version").output.contains("."))
    }
}

extension Program {
    /// A run on other data than what ships.
    static func run(_ arguments: [String], data: String) throws -> Result {
        try run(arguments, environment: ["LIVINGDRUG_DATA": data])
    }
}
