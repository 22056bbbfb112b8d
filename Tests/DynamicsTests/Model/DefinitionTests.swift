import Foundation
import Testing

@testable import Dynamics

/// Initial assignments, rates of change, delays, function definitions, numbers that are none, and what may be left out.
@Suite struct DefinitionTests {
    @Test func `initial assignments override values and follow each other, species and sizes included`() throws {
        var model = SBMLText()
        model.compartment("V", 99)
        model.species("S", in: "V", amount: 99)
        model.parameter("k", 3)
        model.parameter("x", 99, constant: false)
        try model.start("x", "S + 1")
        try model.start("S", "2 * V")
        try model.start("V", "k")
        try model.rate("x", "0")
        let course = try Course(model.text, ["V", "S", "x"], at: [0])
        #expect(course["V"] == [3])
        #expect(course["S"] == [6])
        #expect(course["x"] == [7])
        #expect(try Course(model.text, ["x"], at: [0], parameters: ["k": 10])["x"] == [21])
    }

    @Test func `an initial assignment sees rules and rates at the start`() throws {
        var model = SBMLText()
        model.parameter("a", constant: false)
        model.parameter("x", 2, constant: false)
        model.parameter("y", 0, constant: false)
        model.parameter("slope")
        try model.assign("a", "x * x + time")
        try model.rate("x", "-3 * x")
        try model.rate("y", "0")
        try model.start("y", "a")
        try model.start("slope", "rateOf(x)")
        let course = try Course(model.text, ["y", "slope"], at: [0, 1])
        #expect(agree(course["y"], [4, 4]))
        #expect(agree(course["slope"], [-6, -6]))
    }

    @Test func `rateOf a state, of what follows from states, and of a constant`() throws {
        var model = SBMLText()
        model.parameter("k", 0.5)
        model.parameter("x", 2, constant: false)
        model.parameter("square", constant: false)
        try model.rate("x", "-k * x")
        try model.assign("square", "x * x + 3 * time")
        let course = try Course(model.text, ["rateOf(x)", "rateOf(square)", "rateOf(k)"], at: [0, 2])
        #expect(agree(course["rateOf(x)"], [-1, -exp(-1)]))
        #expect(agree(course["rateOf(square)"], [-1, 3 - 4 * exp(-2)]))
        #expect(course["rateOf(k)"] == [0, 0])
    }

    @Test func `a delayed value, with what was before the start`() throws {
        var model = SBMLText()
        model.parameter("tau", 1)
        model.parameter("x", 1, constant: false)
        try model.rate("x", "-delay(x, tau)")
        // x = 1 before: x = 1 − t up to 1, then 1 − t + (t − 1)²/2.
        let times = [0.0, 0.5, 1, 1.5, 2]
        let course = try Course(model.text, ["x", "delay(x, tau)"], at: times)
        #expect(agree(course["x"], [1, 0.5, 0, -0.375, -0.5], to: 1e-8))
        #expect(agree(course["delay(x, tau)"], [1, 1, 1, 0.5, 0], to: 1e-8))
    }

    @Test func `an initial assignment says what was before the start`() throws {
        var model = SBMLText()
        model.parameter("x", 99, constant: false)
        try model.rate("x", "0")
        try model.start("x", "exp(time)")
        let course = try Course(model.text, ["delay(x, 1)"], at: [0, 0.5, 2])
        #expect(agree(course["delay(x, 1)"], [exp(-1), exp(-0.5), 1]))
    }

    @Test func `Avogadro's number is the one that SBML names`() throws {
        let symbol =
            "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/avogadro\">N</csymbol>"
        #expect(try SBML.value("y", SBML.program(SBML.expression(symbol))) == 6.022_141_79e23)
    }

    @Test func `functions within functions, with arguments of the same name, defined in any order`() throws {
        var model = SBMLText()
        try model.function("quad", ["a", "b"], "twice(twice(a)) + b")
        try model.function("twice", ["b"], "2 * b")
        try model.function("nothing", [], "42")
        model.parameter("a", 3)
        model.parameter("y", constant: false)
        try model.assign("y", "quad(a + 1, a)")
        let course = try Course(model.text, ["y", "quad(1, y)", "nothing()"], at: [0])
        #expect(course["y"] == [19])
        #expect(course["quad(1, y)"] == [23])
        #expect(course["nothing()"] == [42])
    }

    @Test func `a call is computed once however often it stands`() throws {
        var model = SBMLText()
        try model.function("f", ["a"], "exp(sin(a))")
        model.parameter("x", 1, constant: false)
        try model.rate("x", "f(x) + f(x) * f(x)")
        let program = try Program(Model(sbml: model.text))
        #expect(program.rightHandSide.instructions.filter { $0.operation == .exp }.count == 1)
    }

    @Test func `piecewise without a case that holds has no value`() throws {
        let content = "<piecewise><piece><cn>1</cn><apply><gt/><ci>x</ci><ci>z</ci></apply></piece></piecewise>"
        #expect(try SBML.value("y", SBML.program(SBML.expression(content))).isNaN)
    }

    @Test func `values that are infinite or no number are values`() throws {
        var model = SBMLText()
        model.parameter("huge", .infinity)
        model.parameter("none", .nan)
        model.parameter("y", constant: false)
        model.parameter("z", constant: false)
        try model.assign("y", "1 / huge")
        try model.assign("z", "none + 1")
        let course = try Course(model.text, ["y", "z", "huge"], at: [0])
        #expect(course["y"] == [0])
        #expect(course["z"][0].isNaN)
        #expect(course["huge"] == [.infinity])
    }

    @Test func `elements without mathematics say nothing`() throws {
        var model = SBMLText()
        model.parameter("x", 2, constant: false)
        model.parameter("y", 3, constant: false)
        model.initial = "<initialAssignment symbol=\"x\"/>"
        model.rules = "<assignmentRule variable=\"y\"/><algebraicRule/>"
        model.constraints = "<constraint/>"
        model.functions = "<functionDefinition id=\"f\"/>"
        try model.event("never", when: nil, set: [("x", "9")])
        model.events += """
            <event id="half" useValuesFromTriggerTime="true"><trigger initialValue="false" persistent="true">\
            \(try SBMLText.math("time >= 1"))</trigger><listOfEventAssignments><eventAssignment variable="x"/>\
            <eventAssignment variable="y">\(try SBMLText.math("4"))</eventAssignment></listOfEventAssignments></event>
            """
        let course = try Course(model.text, ["x", "y"], at: [0, 2])
        #expect(course["x"] == [2, 2])
        #expect(course["y"] == [3, 4])
    }

    @Test func `a constraint that does not hold is noted with its time`() throws {
        var model = SBMLText()
        model.parameter("x", 0, constant: false)
        try model.rate("x", "1")
        model.constraints = """
            <constraint id="small">\(try SBMLText.math("x < 2"))<message><p xmlns="http://www.w3.org/1999/xhtml">too \
            <b>large</b></p></message></constraint>
            """
        let program = try Program(Model(sbml: model.text))
        #expect(program.constraints == [Program.Constraint(id: "small", message: "too large")])
        let integrator = LaneIntegrator(program)
        integrator.run(
            starting: { lane in
                integrator.load(lane: lane, time: 0)
                return lane == 0 ? .advance(to: 5) : .idle
            }, atStop: { _, _ in .idle })
        let violations = integrator.violations(lane: 0)
        #expect(violations.map(\.constraint.id) == ["small"])
        #expect(agree(violations.map(\.time), [2], to: 1e-6))
    }
}
