import Foundation
import Testing

@testable import Dynamics

/// Reactions: stoichiometry, conversion factors, kinetic laws, and the species that they change.
@Suite struct ReactionTests {
    private func model(_ side: SBMLText.Side, factor: String? = nil, rate: String? = "2") throws -> SBMLText {
        var model = SBMLText()
        model.compartment("V", 1)
        model.species("S", in: "V", amount: 0, factor: factor)
        model.parameter("half", 0.5)
        model.parameter("third", 3)
        try model.reaction("r", [], [side], rate: rate)
        return model
    }

    @Test func `stoichiometry that a rule, an initial assignment, a rate or an event gives`() throws {
        var assigned = try model(.init(species: "S", stoichiometry: nil, id: "n", constant: false))
        try assigned.assign("n", "1 + time")
        #expect(agree(try Course(assigned.text, ["S"], at: [0, 2])["S"], [0, 8]))

        var initial = try model(.init(species: "S", stoichiometry: 1, id: "n"))
        try initial.start("n", "third")
        #expect(agree(try Course(initial.text, ["S"], at: [0, 2])["S"], [0, 12]))

        var growing = try model(.init(species: "S", stoichiometry: 1, id: "n", constant: false))
        try growing.rate("n", "1")
        #expect(agree(try Course(growing.text, ["S", "n"], at: [0, 2])["S"], [0, 8]))

        var set = try model(.init(species: "S", stoichiometry: 1, id: "n", constant: false))
        try set.event("double", when: "time >= 1", set: [("n", "2 * n")])
        #expect(agree(try Course(set.text, ["S"], at: [0, 2])["S"], [0, 6]))

        let named = try model(.init(species: "S", stoichiometry: 4, id: "n"))
        #expect(agree(try Course(named.text, ["S"], at: [0, 1], parameters: ["n": 5])["S"], [0, 10]))
    }

    @Test func `a conversion factor of the model, and a species' own instead of it`() throws {
        var common = try model(.init(species: "S"))
        common.attributes = " conversionFactor=\"third\""
        #expect(agree(try Course(common.text, ["S"], at: [0, 1])["S"], [0, 6]))
        var own = try model(.init(species: "S"), factor: "half")
        own.attributes = " conversionFactor=\"third\""
        #expect(agree(try Course(own.text, ["S"], at: [0, 1])["S"], [0, 1]))
    }

    @Test func `without a kinetic law nothing happens`() throws {
        let course = try Course(try model(.init(species: "S"), rate: nil).text, ["S"], at: [0, 5])
        #expect(course["S"] == [0, 0])
    }

    @Test func `a species on both sides, and twice on one`() throws {
        var model = SBMLText()
        model.compartment("V", 1)
        model.species("S", in: "V", amount: 10)
        try model.reaction(
            "r", [.init(species: "S"), .init(species: "S")], [.init(species: "S", stoichiometry: 5)], rate: "1")
        #expect(agree(try Course(model.text, ["S"], at: [0, 1])["S"], [10, 13]))
    }

    @Test func `a reaction's identifier is its rate`() throws {
        var model = try model(.init(species: "S"), rate: "2 + time")
        model.parameter("twice", constant: false)
        try model.assign("twice", "2 * r")
        #expect(agree(try Course(model.text, ["twice", "r"], at: [0, 3])["twice"], [4, 10]))
    }

    @Test func `local parameters hide what is global, and each reaction has its own`() throws {
        var model = SBMLText()
        model.compartment("V", 1)
        model.species("A", in: "V", amount: 0)
        model.species("B", in: "V", amount: 0)
        model.parameter("k", 7)
        try model.reaction("ra", [], [.init(species: "A")], rate: "k", locals: [("k", 2)])
        try model.reaction("rb", [], [.init(species: "B")], rate: "k + V", locals: [("V", 3)])
        let course = try Course(model.text, ["A", "B"], at: [0, 1])
        #expect(agree(course["A"], [0, 2]))
        #expect(agree(course["B"], [0, 10]))
    }

    @Test func `boundary species are left alone by reactions but may have rules and events; constant ones stay`() throws
    {
        var model = SBMLText()
        model.compartment("V", 1)
        model.species("ruled", in: "V", amount: 1, boundary: true)
        model.species("set", in: "V", amount: 1, boundary: true)
        model.species("fixed", in: "V", amount: 1, boundary: true, constant: true)
        model.species("P", in: "V", amount: 0)
        let reactants = ["ruled", "set", "fixed"].map { SBMLText.Side(species: $0) }
        try model.reaction("r", reactants, [.init(species: "P")], rate: "1")
        try model.rate("ruled", "3")
        try model.event("e", when: "time >= 1", set: [("set", "9")])
        let course = try Course(model.text, ["ruled", "set", "fixed", "P"], at: [0, 2])
        #expect(agree(course["ruled"], [1, 7]))
        #expect(course["set"] == [1, 9])
        #expect(course["fixed"] == [1, 1])
        #expect(agree(course["P"], [0, 2]))
    }
}
