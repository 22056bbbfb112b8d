import Foundation
import Testing

/// `livingdrug models`, as a user sees it.
@Suite struct ModelsCommandTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The data that ships, with one passage of one file replaced.
    private func data(_ scratch: Scratch, _ file: String, _ old: String, _ new: String) throws -> String {
        let data = scratch.url.appendingPathComponent("data")
        try FileManager.default.createDirectory(
            at: data.appendingPathComponent("Evidence/studies"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Program.root.appendingPathComponent("Models"), to: data.appendingPathComponent("Models"))
        let url = data.appendingPathComponent(file)
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(text.contains(old))
        try text.replacingOccurrences(of: old, with: new).write(to: url, atomically: true, encoding: .utf8)
        return data.path
    }

    @Test func `the list has every model with its states, checks and verification`() throws {
        let run = try Program.run("models")
        #expect(run.code == 0 && run.errors.isEmpty)
        for word in ["body", "stein-2019", "Tisagenlecleucel cellular kinetics", "secondary", "3 of 3"] {
            #expect(run.output.contains(word), "\(word)")
        }
        let models = try #require(
            object(try Program.run("models", "--json").output)["models"] as? [[String: Any]])
        let kimmel = try #require(models.first { $0["name"] as? String == "kimmel-2021" })
        #expect(kimmel["states"] as? Int == 4)
        #expect(try #require(kimmel["paper"] as? [String: Int])["mismatches"] == 1)
        #expect(kimmel["verification"] as? String == "read")
        #expect(models.contains { $0["name"] as? String == "body" && $0["verification"] == nil })
    }

    @Test func `a model's page has citation, equations, origins and today's figures`() throws {
        let run = try Program.run("models", "stein-2019")
        #expect(run.code == 0, "\(run.errors)")
        for word in [
            "https://doi.org/10.1002/psp4.12388", "E' = piecewise", "log-normal, ω² 2.4", "table 1", "doubling-time",
            "0.7796", "reproduced", "secondary copy",
        ] { #expect(run.output.contains(word), "\(word)") }
        let page = try object(try Program.run("models", "kimmel-2021", "--json").output)
        let checks = try #require(page["checks"] as? [[String: Any]])
        let mismatch = try #require(checks.first { $0["verdict"] as? String == "mismatch" })
        #expect(mismatch["agrees"] as? Bool == false && mismatch["holds"] as? Bool == true)
        #expect((mismatch["note"] as? String)?.isEmpty == false)
        let parameters = try #require(page["parameters"] as? [[String: Any]])
        #expect(parameters.allSatisfy { !(($0["origin"] as? String) ?? "").isEmpty })
    }

    @Test func `--check runs all checks of all models and says that every verdict holds`() throws {
        let run = try Program.run("models", "--check", "--json")
        #expect(run.code == 0, "\(run.errors)")
        let report = try object(run.output)
        #expect(report["holds"] as? Bool == true)
        #expect(try #require(report["models"] as? [Any]).count >= 5)
        let one = try Program.run("models", "chaudhury-2020-ec50", "--check")
        #expect(one.code == 0 && one.output.contains("8 checks of 1 model") && one.output.contains("holds"))
    }

    @Test func `a verdict that no longer holds is exit code 1 with the model, the check and both figures`() throws {
        let scratch = try Scratch()
        // A slip of the pen in the equations' values.
        let data = try data(
            scratch, "Models/chaudhury-2020-lotka-volterra/chaudhury-2020-lotka-volterra.xml",
            "id=\"kE\" value=\"0.16\"", "id=\"kE\" value=\"0.61\"")
        let run = try Program.run(["models", "--check", "chaudhury-2020-lotka-volterra"], data: data)
        #expect(run.code == 1)
        #expect(run.errors.contains("chaudhury-2020-lotka-volterra/c-28: found"), "\(run.errors)")
        #expect(run.errors.contains("expected 398.3, on record as reproduced"))
        #expect(run.output.contains("NO LONGER"))
        let json = try Program.run(["models", "--check", "--json", "chaudhury-2020-lotka-volterra"], data: data)
        #expect(json.code == 1)
        #expect(try object(json.output)["holds"] as? Bool == false)
    }

    @Test func `a page or a table that is wrong is told with file, line and remedy`() throws {
        let scratch = try Scratch()
        var data = try data(
            scratch, "Models/stein-2019/model.yaml", "quantity: {of: C, at: 7}", "quantity: {of: Q, at: 7}")
        var run = try Program.run(["models", "stein-2019"], data: data)
        #expect(run.code == 2)
        #expect(run.errors.contains("Models/stein-2019/model.yaml:") && run.errors.contains("found 'Q'"))
        let other = try Scratch()
        data = try self.data(other, "Models/kirouac-2023/virtual-patients.csv", "id,B50,", "id,B5O,")
        run = try Program.run(["models", "kirouac-2023"], data: data)
        #expect(run.code == 2)
        #expect(run.errors.contains("virtual-patients.csv") && run.errors.contains("B50"), "\(run.errors)")
    }

    @Test(arguments: [
        (["models", "stein2019"], ["stein-2019"]), (["models", "--check", "stain-2019"], ["stein-2019"]),
        (["models", "--check", "body"], ["no page with checks", "stein-2019"]),
        (["models", "--export", "x.xml"], ["--export needs a model's name"]),
        (["models", "body", "--export", "x.xml", "--check"], ["leave --check and --json out"]),
    ]) func `what cannot be asked of models is told`(arguments: [String], words: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.code == 2, "\(run.errors)")
        #expect(run.output.isEmpty)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
    }

    @Test func `an exported model runs, also with the table of its virtual patients`() throws {
        let scratch = try Scratch()
        let path = scratch.path("k.xml")
        #expect(try Program.run("models", "kirouac-2023", "--export", path).code == 0)
        let output = scratch.path("k.csv")
        let run = try Program.run(
            "simulate", path, "--end", "365", "--points", "366", "--save", "cart", "--summary", "--parameters",
            "Models/kirouac-2023/virtual-patients.csv", "--output", output)
        #expect(run.code == 0, "\(run.errors)")
        let rows = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").dropFirst()
        let peaks = rows.compactMap { Double($0.split(separator: ",")[1]) }
        #expect(peaks.count == 36)
        // Complete responders first, non-responders last.
        #expect(peaks.prefix(12).allSatisfy { $0 > 30 } && peaks.suffix(12).allSatisfy { $0 < 0.4 })
    }
}
