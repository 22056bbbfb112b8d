import Foundation
import Testing

@testable import Dynamics

/// Species are amounts or concentrations; in compartments that change size it is the amount that stays.
@Suite struct CompartmentTests {
    private func model(onlySubstance: Bool = false, moving: Bool = false, constant: Bool = false) throws -> SBMLText {
        var model = SBMLText()
        model.compartment("V", 2, constant: constant)
        model.species("S", in: "V", amount: 12, onlySubstance: onlySubstance)
        if moving { try model.reaction("r", [.init(species: "S")], [], rate: "3") }
        return model
    }

    @Test func `a symbol is a concentration, or an amount where it has only substance units`() throws {
        #expect(try Course(try model(constant: true).text, ["S"], at: [0])["S"] == [6])
        #expect(try Course(try model(onlySubstance: true, constant: true).text, ["S"], at: [0])["S"] == [12])
        var stated = SBMLText()
        stated.compartment("V", 2)
        stated.species("S", in: "V", concentration: 12, onlySubstance: true)
        #expect(try Course(stated.text, ["S"], at: [0])["S"] == [24])
    }

    @Test(arguments: [false, true])
    func `a compartment that grows by a rate rule`(moving: Bool) throws {
        var concentration = try model(moving: moving)
        try concentration.rate("V", "1")
        let amount = moving ? 6.0 : 12
        #expect(agree(try Course(concentration.text, ["S", "V"], at: [0, 2])["S"], [6, amount / 4]))
        var substance = try model(onlySubstance: true, moving: moving)
        try substance.rate("V", "1")
        #expect(agree(try Course(substance.text, ["S"], at: [0, 2])["S"], [12, amount]))
    }

    @Test(arguments: [false, true])
    func `a compartment that an assignment rule sizes`(moving: Bool) throws {
        var model = try model(moving: moving)
        try model.assign("V", "2 + time")
        let amount = moving ? 6.0 : 12
        #expect(agree(try Course(model.text, ["S"], at: [0, 2])["S"], [6, amount / 4]))
    }

    @Test(arguments: [false, true])
    func `a compartment that an event sets`(moving: Bool) throws {
        var model = try model(moving: moving)
        try model.event("swell", when: "time >= 1", set: [("V", "8")])
        let amount = moving ? 6.0 : 12
        #expect(agree(try Course(model.text, ["S", "V"], at: [0, 2])["S"], [6, amount / 8]))
    }

    @Test func `an event that sets a concentration sets the amount with it`() throws {
        var model = try model()
        try model.rate("V", "1")
        try model.event("dose", when: "time >= 2", set: [("S", "10")])
        // 10 in a volume of 4 at time 2, spread over 8 at time 6.
        #expect(agree(try Course(model.text, ["S"], at: [0, 2, 6])["S"], [6, 10, 5]))
    }

    @Test func `a rate rule of a species is about its concentration`() throws {
        var model = SBMLText()
        model.compartment("V", 2, constant: false)
        model.species("S", in: "V", concentration: 1, boundary: true)
        try model.rate("V", "1")
        try model.rate("S", "1")
        #expect(agree(try Course(model.text, ["S"], at: [0, 2])["S"], [1, 3]))
    }

    @Test func `rateOf knows that a growing compartment dilutes`() throws {
        var model = try model()
        try model.rate("V", "1")
        model.parameter("slope", constant: false)
        try model.assign("slope", "rateOf(S)")
        // S = 12 / (2 + t), so that S′ = −12 / (2 + t)².
        #expect(agree(try Course(model.text, ["slope"], at: [0, 2])["slope"], [-3, -0.75]))
    }

    @Test func `a compartment without a size is an error only if something needs it`() throws {
        var amounts = SBMLText()
        amounts.compartment("V", nil)
        amounts.species("S", in: "V", amount: 5, onlySubstance: true)
        try amounts.reaction("r", [.init(species: "S")], [], rate: "1")
        #expect(agree(try Course(amounts.text, ["S"], at: [0, 1])["S"], [5, 4]))
        var concentrations = SBMLText()
        concentrations.compartment("V", nil)
        concentrations.species("S", in: "V", amount: 5)
        try concentrations.reaction("r", [.init(species: "S")], [], rate: "1")
        #expect { try Program(Model(sbml: concentrations.text)) } throws: { error in
            (error as? ProgramError)?.symbol == "V" && "\(error)".contains("no value")
        }
        concentrations.initial = ""
        try concentrations.start("V", "2 + 3")
        #expect(agree(try Course(concentrations.text, ["S"], at: [0, 1])["S"], [1, 0.8]))
    }

    @Test func `in a point species are amounts`() throws {
        var model = SBMLText()
        model.compartment("point", nil, dimensions: 0)
        model.species("S", in: "point", amount: 5)
        try model.reaction("r", [.init(species: "S")], [], rate: "S")
        #expect(agree(try Course(model.text, ["S"], at: [0, 1])["S"], [5, 5 * exp(-1)]))
    }
}
