import Foundation
import Testing

/// `livingdrug simulate`, as a user runs it.
@Suite struct SimulateCommandTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// A decays with rate k from A0; B is what A has become, twice.
    private func decay() throws -> String {
        let path = scratch.path("decay.xml")
        try """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
          <model id="decay" timeUnits="second">
            <listOfParameters>
              <parameter id="A" constant="false"/><parameter id="B" constant="false"/>
              <parameter id="A0" value="8" constant="true"/><parameter id="k" value="0.5" constant="true"/>
            </listOfParameters>
            <listOfInitialAssignments>
              <initialAssignment symbol="A"><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>A0</ci></math>
              </initialAssignment>
            </listOfInitialAssignments>
            <listOfRules>
              <rateRule variable="A"><math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><minus/><apply><times/><ci>k</ci><ci>A</ci></apply></apply></math></rateRule>
              <assignmentRule variable="B"><math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><times/><cn>2</cn><apply><minus/><ci>A0</ci><ci>A</ci></apply></apply></math></assignmentRule>
            </listOfRules>
          </model>
        </sbml>
        """.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func write(_ text: String, _ name: String) throws -> String {
        let path = scratch.path(name)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func rows(_ text: String) -> [[Double]] {
        text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    }

    @Test func `one member is printed: the times, the states and what follows from them`() throws {
        let run = try Program.run("simulate", try decay(), "--end", "4", "--points", "3")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("time,A,B\n"))
        let rows = rows(run.output)
        #expect(rows.map { $0[0] } == [0, 2, 4])
        for row in rows {
            let exact = 8 * exp(-0.5 * row[0])
            #expect(abs(row[1] - exact) < 1e-4)
            #expect(abs(row[2] - 2 * (8 - exact)) < 2e-4)
        }
    }

    @Test func `a table gives each member its parameters, in order, and the others keep theirs`() throws {
        let table = try write("id,k\none,0.1\ntwo,0.2\nthree,0.3\n", "k.csv")
        let output = scratch.path("out.csv")
        let run = try Program.run(
            "simulate", try decay(), "--end", "2", "--points", "2", "--parameters", table, "--set", "A0=4",
            "--save", "A", "--output", output)
        #expect(run.code == 0, "\(run.errors)")
        let rows = rows(try String(contentsOfFile: output, encoding: .utf8))
        #expect(rows.map { $0[0] } == [0, 0, 1, 1, 2, 2])
        for (row, k) in zip([1, 3, 5], [0.1, 0.2, 0.3]) { #expect(abs(rows[row][2] - 4 * exp(-2 * k)) < 1e-4) }
    }

    @Test func `the same bytes on one thread and two, compiled and portable`() throws {
        let table = try write("k\n" + (1...60).map { "\(Double($0) / 20)\n" }.joined(), "k.csv")
        let model = try decay()
        var files: [Data] = []
        for (index, options) in [
            ["--threads", "1", "--backend", "portable"], ["--threads", "2", "--backend", "portable"],
            ["--threads", "2", "--backend", "auto"],
        ].enumerated() {
            let output = scratch.path("\(index).csv")
            let run = try Program.run(
                ["simulate", model, "--end", "9", "--parameters", table, "--output", output] + options)
            #expect(run.code == 0, "\(run.errors)")
            files.append(try Data(contentsOf: URL(fileURLWithPath: output)))
        }
        #expect(files[0] == files[1])
        #expect(files[0] == files[2])
    }

    @Test func `outcomes only: Cmax, Tmax, minimum, AUC and the last value`() throws {
        let output = scratch.path("out.csv")
        let run = try Program.run(
            "simulate", try decay(), "--end", "10", "--points", "1001", "--summary", "--save", "A", "--output", output)
        #expect(run.code == 0, "\(run.errors)")
        let text = try String(contentsOfFile: output, encoding: .utf8)
        #expect(text.hasPrefix("member,A_Cmax,A_Tmax,A_min,A_AUC,A_end,failure\n"))
        let row = rows(text)[0]
        let last = 8 * exp(-5.0)
        #expect(row[1] == 8 && row[2] == 0)
        #expect(abs(row[3] - last) < 1e-4 && abs(row[5] - last) < 1e-4)
        #expect(abs(row[4] - 16 * (1 - exp(-5.0))) < 1e-3)
    }

    @Test func `derivatives by a parameter stand beside the states`() throws {
        let run = try Program.run(
            "simulate", try decay(), "--end", "2", "--points", "2", "--save", "A", "--sensitivities", "k")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("time,A,d(A)/d(k)"), "\(run.output)")
        #expect(abs(rows(run.output)[1][2] - -2 * 8 * exp(-1.0)) < 1e-3)
    }

    @Test func `a population below its last cell is gone, and a warning says where one is needed`() throws {
        let regrow = ["--set", "k=60", "--observe", "regrown=A+0", "--end", "2", "--points", "201"]
        let run = try Program.run(["simulate", try decay(), "--extinct", "A=1e-3"] + regrow)
        #expect(run.code == 0, "\(run.errors)")
        #expect(rows(run.output).last?[1] == 0)
        let wrong = try Program.run("simulate", try decay(), "--end", "2", "--extinct", "A=-1")
        #expect(wrong.code == 2)
        #expect(wrong.errors.contains("above 0"))
    }

    @Test func `--json prints one object and nothing else`() throws {
        let run = try Program.run(
            "simulate", try decay(), "--end", "2", "--output", "none", "--json", "--backend", "portable")
        #expect(run.code == 0, "\(run.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(object?["members"] as? Int == 1)
        #expect(object?["failed"] as? Int == 0)
        #expect(object?["backend"] as? String == "portable")
        #expect(object?["members_per_second"] is Double)
    }

    // MARK: Bad input

    @Test(arguments: [
        (["--end", "-1"], ["--end", "after"]), (["--end", "2", "--start", "2"], ["--end"]),
        (["--end", "2", "--rtol", "-1e-6"], ["--rtol", "above 0"]), (["--end", "2", "--atol", "0"], ["--atol"]),
        (["--end", "2", "--points", "1"], ["--points"]), (["--end", "soon"], ["end"]),
        (["--end", "2", "--save", "Q"], ["'Q'", "A"]), (["--end", "2", "--set", "kk=1"], ["'kk'", "k"]),
        (["--end", "2", "--set", "k=fast"], ["fast"]), (["--end", "2", "--observe", "x=A+"], ["A+"]),
        (["--end", "2", "--observe", "x=Z*2"], ["Z"]), (["--end", "2", "--sensitivities", "A"], ["A"]),
        (["--end", "2", "--output", "out.txt"], [".csv", ".nc"]), (["--end", "2", "--method", "euler"], ["euler"]),
    ]) func `a wrong request is told with the option and the remedy`(_ options: [String], _ words: [String]) throws {
        let run = try Program.run(["simulate", try decay()] + options)
        #expect(run.code == 2, "\(run.errors)")
        #expect(run.output.isEmpty)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
    }

    @Test(arguments: [
        ("k,l\n1,2\n", ["'l'", "k"]), ("k\n", ["row"]), ("k\n1\nx\n", ["row 2", "'k'", "x"]),
        ("k,A0\n1\n", ["row 1"]), ("k\n1,2\n", ["row 1"]), ("k\nnan\n", ["row 1", "'k'"]), ("k,k\n1,2\n", ["'k'"]),
        ("", ["k.csv"]), ("k,A0\n1,\n", ["row 1", "'A0'"]),
    ]) func `a faulty table is told with row and column, and nothing is written`(_ text: String, _ words: [String])
        throws
    {
        let table = try write(text, "k.csv")
        let output = scratch.path("out.nc")
        let run = try Program.run("simulate", try decay(), "--end", "2", "--parameters", table, "--output", output)
        #expect(run.code == 2, "\(run.errors)")
        for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
        #expect(!scratch.contents.contains { $0.hasPrefix("out") || $0.hasPrefix(".out") })
    }

    @Test func `an entity bomb, a truncated file and a missing one are refused by name`() throws {
        let bomb = try write(
            "<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><sbml>&b;</sbml>", "b.xml")
        let whole = try String(contentsOfFile: try decay(), encoding: .utf8)
        let cut = try write(String(whole.prefix(whole.count / 2)), "cut.xml")
        for (path, word) in [(bomb, "b.xml:1"), (cut, "cut.xml"), (scratch.path("none.xml"), "none.xml")] {
            let run = try Program.run("simulate", path, "--end", "2")
            #expect(run.code == 2, "\(run.errors)")
            #expect(run.errors.contains(word), "\(run.errors)")
        }
    }

    @Test func `a place that cannot be written is told, with exit code 1`() throws {
        for name in ["/nowhere/at/all/out.csv", "/nowhere/at/all/out.nc"] {
            let run = try Program.run("simulate", try decay(), "--end", "2", "--output", name)
            #expect(run.code == 1, "\(run.errors)")
            #expect(run.errors.contains("out."))
        }
    }

    @Test func `without a compiler there is one message and the same digits`() throws {
        let model = try decay()
        let usual = try Program.run("simulate", model, "--end", "2", "--points", "5")
        let without = try Program.run(
            ["simulate", model, "--end", "2", "--points", "5"], environment: ["LIVINGDRUG_CC": "/no/such/compiler"])
        #expect(without.code == 0)
        #expect(without.output == usual.output)
        #expect(without.errors.split(separator: "\n").count == 1, "\(without.errors)")
        #expect(without.errors.contains("compiler"))
    }
}
