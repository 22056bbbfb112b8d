import Foundation
import Testing

@testable import Dynamics

/// Algebraic rules: equations between what is otherwise free, true at all times.
@Suite struct AlgebraicRuleTests {
    @Test func `an equation determines the parameter that nothing else does`() throws {
        var model = SBMLText()
        model.parameter("k", 0.5)
        model.parameter("x", 4, constant: false)
        model.parameter("y", 1, constant: false)
        try model.rate("x", "-k * x")
        try model.algebraic("x + 2 * y - 10")
        let course = try Course(model.text, ["y"], at: [0, 1, 2])
        let expected = course.times.map { (t: Double) -> Double in 5 - 2 * exp(-t / 2) }
        #expect(agree(course["y"], expected))
    }

    @Test func `two coupled equations determine two`() throws {
        var model = SBMLText()
        model.parameter("t", 0, constant: false)
        model.parameter("a", constant: false)
        model.parameter("b", constant: false)
        try model.rate("t", "1")
        // Coefficients that change: t a + b = 3, a − (1 + t) b = 1.
        try model.algebraic("t * a + b - 3")
        try model.algebraic("a - (1 + t) * b - 1")
        let times = [0.0, 1, 3]
        let course = try Course(model.text, ["a", "b"], at: times)
        let b = times.map { (t: Double) -> Double in (3 - t) / (1 + t + t * t) }
        let a = zip(times, b).map { (t: Double, b: Double) -> Double in 1 + (1 + t) * b }
        #expect(agree(course["b"], b))
        #expect(agree(course["a"], a))
    }

    @Test func `an equation through an assignment rule`() throws {
        var model = SBMLText()
        model.parameter("total", 10)
        model.parameter("free", constant: false)
        model.parameter("bound", constant: false)
        try model.assign("bound", "4 * free")
        try model.algebraic("free + bound - total")
        let course = try Course(model.text, ["free", "bound"], at: [0])
        #expect(course["free"] == [2])
        #expect(course["bound"] == [8])
    }

    @Test func `a conserved total determines a species that reactions leave alone`() throws {
        var model = SBMLText()
        model.compartment("V", 2)
        model.species("A", in: "V", concentration: 3)
        model.species("B", in: "V", concentration: 1)
        model.parameter("k", 0.1)
        try model.reaction("r", [.init(species: "A")], [], rate: "k * A * V")
        try model.algebraic("A + B - 4")
        let course = try Course(model.text, ["A", "B"], at: [0, 5])
        #expect(agree(course["A"], [3, 3 * exp(-0.5)]))
        #expect(agree(course["B"], [1, 4 - 3 * exp(-0.5)]))
    }

    @Test func `a compartment follows, and the amounts in it stay`() throws {
        var model = SBMLText()
        model.compartment("V", 1, constant: false)
        model.species("S", in: "V", amount: 6)
        model.parameter("size", 1, constant: false)
        try model.rate("size", "1")
        try model.algebraic("V - 2 * size")
        let course = try Course(model.text, ["V", "S"], at: [0, 2])
        #expect(agree(course["V"], [2, 6]))
        #expect(agree(course["S"], [3, 1]))
    }

    @Test func `a stoichiometry follows`() throws {
        var model = SBMLText()
        model.compartment("V", 1)
        model.species("S", in: "V", amount: 0)
        model.parameter("p", 1.5)
        try model.reaction("r", [], [.init(species: "S", stoichiometry: nil, id: "n", constant: false)], rate: "2")
        try model.algebraic("n - 2 * p")
        let course = try Course(model.text, ["S", "n"], at: [0, 1])
        #expect(agree(course["S"], [0, 6]))
        #expect(agree(course["n"], [3, 3]))
    }

    @Test func `an event sets one side, the other follows`() throws {
        var model = SBMLText()
        model.parameter("x", 1, constant: false)
        model.parameter("y", 1, constant: false)
        try model.algebraic("x + y - 10")
        try model.event("set", when: "time >= 1", set: [("x", "4")])
        let course = try Course(model.text, ["x", "y"], at: [0, 2])
        #expect(course["x"] == [1, 4])
        #expect(course["y"] == [9, 6])
    }
}
