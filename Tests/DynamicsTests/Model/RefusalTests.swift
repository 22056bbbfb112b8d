import Testing

@testable import Dynamics

/// What the engine does not know it refuses by name and line, and never ignores.
@Suite struct RefusalTests {
    private func error(_ body: String) -> SBMLError? {
        do {
            _ = try Model(sbml: SBML.document(body), file: "test.xml")
            return nil
        } catch {
            return error
        }
    }

    private func programError(_ text: SBMLText) -> ProgramError? {
        do {
            _ = try Program(Model(sbml: text.text, file: "test.xml"))
            return nil
        } catch {
            return error as? ProgramError
        }
    }

    private func call(_ content: String, functions: String = "") -> SBMLError? {
        error(
            """
            <listOfFunctionDefinitions>
            <functionDefinition id="half">\(SBML.math("<lambda><bvar><ci>a</ci></bvar><apply><divide/><ci>a</ci><cn>2</cn></apply></lambda>"))</functionDefinition>
            \(functions)
            </listOfFunctionDefinitions>
            <listOfParameters><parameter id="x" value="1" constant="false"/></listOfParameters>
            <listOfRules>
            <rateRule variable="x">\(SBML.math(content))</rateRule>
            </listOfRules>
            """)
    }

    @Test func `a fast reaction`() {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
            <model id="m">
            <listOfReactions>
            <reaction id="quick" reversible="false" fast="true"/>
            </listOfReactions>
            </model></sbml>
            """
        #expect { try Model(sbml: text, file: "fast.xml") } throws: { error in
            let error = error as? SBMLError
            return error?.file == "fast.xml" && error?.line == 5 && error?.element == "reaction 'quick'"
                && error?.problem.contains("fast") == true && error?.remedy.isEmpty == false
        }
    }

    @Test(arguments: ["qual", "multi", "arrays", "spatial", "distrib"])
    func `a package that changes the meaning, but only where it says so`(package: String) throws {
        func text(_ required: Bool) -> String {
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" \
            xmlns:\(package)="http://www.sbml.org/sbml/level3/version1/\(package)/version1" level="3" version="1" \
            \(package):required="\(required)"><model id="m"/></sbml>
            """
        }
        #expect { try Model(sbml: text(true), file: "p.xml") } throws: { error in
            guard let error = error as? SBMLError else { return false }
            return error.problem.contains("package '\(package)'") && error.file == "p.xml" && !error.remedy.isEmpty
        }
        // The package `qual` says itself that it cannot be left out.
        if package != "qual" { _ = try Model(sbml: text(false), file: "p.xml") }
    }

    @Test func `a function that is not defined, or called with the wrong number of arguments`() {
        let unknown = call("<apply><ci>third</ci><ci>x</ci></apply>")
        #expect(unknown?.element == "rateRule 'x'")
        #expect(unknown?.line == 10)
        #expect(unknown?.problem.contains("'third'") == true)
        #expect(unknown?.remedy.isEmpty == false)
        let two = call("<apply><ci>half</ci><ci>x</ci><ci>x</ci></apply>")
        #expect(two?.problem.contains("takes 1 arguments, with 2") == true)
        #expect(call("<apply><ci>half</ci><ci>x</ci></apply>") == nil)
    }

    @Test func `a function that calls itself, also through another`() {
        func function(_ id: String, calling other: String) -> String {
            let body = "<lambda><bvar><ci>a</ci></bvar><apply><ci>\(other)</ci><ci>a</ci></apply></lambda>"
            return "<functionDefinition id=\"\(id)\">\(SBML.math(body))</functionDefinition>\n"
        }
        let own = call("<ci>x</ci>", functions: function("f", calling: "f"))
        #expect(own?.element == "functionDefinition 'f'")
        #expect(own?.problem == "it calls itself")
        #expect(own?.line == 6)
        let mutual = call("<ci>x</ci>", functions: function("f", calling: "g") + function("g", calling: "f"))
        #expect(mutual?.problem.contains("which calls it") == true)
    }

    @Test func `an algebraic rule that is not linear in what it determines`() throws {
        var model = SBMLText()
        model.parameter("y", 1, constant: false)
        model.parameter("p", 2)
        try model.algebraic("y^2 + exp(y) - p")
        let found = programError(model)
        #expect(found?.symbol == "algebraicRule 1")
        #expect(found?.problem.contains("not linear in 'y'") == true)
        #expect(found?.remedy.contains("assignment rule") == true)
    }

    @Test func `algebraic rules with nothing to determine, or that contradict or repeat each other`() throws {
        var constants = SBMLText()
        constants.parameter("p", 2)
        try constants.algebraic("p - 2")
        #expect(programError(constants)?.problem.contains("nothing is left") == true)
        var overdetermined = SBMLText()
        overdetermined.parameter("x", 2, constant: false)
        try overdetermined.rate("x", "-x")
        try overdetermined.algebraic("x - 2")
        #expect(programError(overdetermined)?.problem.contains("nothing is left") == true)
        for second in ["x + y - 2", "2 * x + 2 * y - 2"] {
            var model = SBMLText()
            model.parameter("x", constant: false)
            model.parameter("y", constant: false)
            try model.algebraic("x + y - 1")
            try model.algebraic(second)
            #expect(programError(model)?.problem.contains("contradict or repeat") == true, "\(second)")
        }
    }

    @Test func `circles of rules, initial assignments and sizes`() throws {
        var rules = SBMLText()
        rules.parameter("a", constant: false)
        rules.parameter("b", constant: false)
        try rules.assign("a", "b + 1")
        try rules.assign("b", "2 * a")
        let found = programError(rules)
        #expect(found?.problem.contains("a → b → a") == true)
        #expect(found?.remedy.isEmpty == false)
        var starts = SBMLText()
        starts.parameter("a")
        starts.parameter("b")
        try starts.start("a", "b")
        try starts.start("b", "a")
        starts.parameter("x", 1, constant: false)
        try starts.rate("x", "a")
        #expect(programError(starts)?.problem.contains("depends on itself") == true)
    }

    @Test func `a symbol that is not in the model, and one without a value`() throws {
        var unknown = SBMLText()
        unknown.parameter("x", 1, constant: false)
        try unknown.rate("x", "nobody")
        #expect(programError(unknown)?.symbol == "nobody")
        var missing = SBMLText()
        missing.parameter("x", 1, constant: false)
        missing.parameter("k")
        try missing.rate("x", "k")
        #expect(programError(missing)?.symbol == "k")
        #expect(programError(missing)?.problem == "it has no value")
        // What nothing needs may stay unknown.
        var unused = SBMLText()
        unused.parameter("x", 1, constant: false)
        unused.parameter("k")
        try unused.rate("x", "1")
        #expect(programError(unused) == nil)
    }

    @Test func `an event that sets what a rule gives`() throws {
        var model = SBMLText()
        model.parameter("y", constant: false)
        try model.assign("y", "1")
        try model.event("late", when: "time > 1", set: [("y", "2")])
        let found = programError(model)
        #expect(found?.symbol == "y")
        #expect(found?.problem.contains("event 'late'") == true)
    }

    @Test func `text that is not XML is told with its line`() {
        #expect { try Model(sbml: "<sbml><model>\n<oops</model>", file: "bad.xml") } throws: {
            "\($0)".contains("bad.xml")
        }
        #expect { try Model(sbml: "", file: "empty.xml") } throws: { "\($0)".contains("empty.xml") }
        #expect { try Model(sbml: "not xml at all", file: "t.xml") } throws: { "\($0)".contains("t.xml") }
    }

    @Test func `spoiled files are read or refused, and never crash`() throws {
        let good = Array(
            SBML.expression("<apply><plus/><ci>x</ci><apply><exp/><ci>z</ci></apply></apply>").utf8)
        var stream = RandomStream(seed: 11, patient: 0, purpose: RandomPurpose("fuzz"))
        for _ in 0..<400 {
            var bytes = good
            if stream.bernoulli(0.3) { bytes.removeLast(Int(stream.uniform() * Double(bytes.count))) }
            for _ in 0..<3 where !bytes.isEmpty {
                bytes[Int(stream.uniform() * Double(bytes.count))] = UInt8(32 + Int(stream.uniform() * 95))
            }
            do {
                _ = try Program(Model(sbml: String(decoding: bytes, as: UTF8.self), file: "fuzz.xml"))
            } catch {
                #expect(!"\(error)".isEmpty)
            }
        }
    }
}
