import Foundation
import Testing

@testable import Dynamics

/// Derivatives with respect to parameters, through events.
@Suite struct EventSensitivityTests {
    private func elimination() throws -> SBMLText {
        var model = SBMLText()
        model.parameter("k", 0.5)
        model.parameter("dose", 10)
        model.parameter("late", 2)
        model.parameter("x", 4, constant: false)
        try model.rate("x", "-k * x")
        return model
    }

    @Test func `the amount of a dose at a fixed time`() throws {
        var model = try elimination()
        try model.event("dose_2", when: "time >= 2", set: [("x", "x + dose")])
        let course = try Course(model.text, [], at: [0, 1, 3, 4], sensitivities: ["dose", "k"])
        #expect(agree(course["d(x)/d(dose)"], [0, 0, exp(-0.5), exp(-1)]))
        let byRate = course.times.map { (t: Double) -> Double in
            -4 * t * exp(-0.5 * t) - (t > 2 ? 10 * (t - 2) * exp(-0.5 * (t - 2)) : 0)
        }
        #expect(agree(course["d(x)/d(k)"], byRate))
    }

    @Test func `the time of a dose`() throws {
        var model = try elimination()
        try model.event("dose_late", when: "time >= late", set: [("x", "x + dose")])
        let course = try Course(model.text, [], at: [0, 1, 3, 4], sensitivities: ["late"])
        // x = 4 e^(−k t) + dose e^(−k (t − late))
        #expect(agree(course["d(x)/d(late)"], [0, 0, 5 * exp(-0.5), 5 * exp(-1)]))
    }

    @Test func `a threshold that starts something`() throws {
        var model = try elimination()
        model.parameter("low", 2)
        model.parameter("given", 0, constant: false)
        try model.event("refill", when: "x <= low", set: [("x", "x + dose"), ("given", "given + dose")])
        // The threshold is reached at τ = ln(4/low)/k; then x = (low + dose) e^(−k (t − τ)).
        let course = try Course(model.text, [], at: [0, 1, 2, 3], sensitivities: ["low", "k", "dose"])
        let (k, low, dose) = (0.5, 2.0, 10.0)
        let tau = log(4 / low) / k
        let byThreshold = course.times.map { (t: Double) -> Double in
            t < tau ? 0 : exp(-k * (t - tau)) * (1 - (low + dose) / low)
        }
        let byRate = course.times.map { (t: Double) -> Double in
            t < tau ? -t * 4 * exp(-k * t) : -(low + dose) * t * exp(-k * (t - tau))
        }
        #expect(agree(course["d(x)/d(low)"], byThreshold))
        #expect(agree(course["d(x)/d(k)"], byRate))
        #expect(course["d(given)/d(dose)"] == [0, 0, 1, 1])
        #expect(course["d(given)/d(low)"] == [0, 0, 0, 0])
    }

    @Test func `a threshold crossed again and again`() throws {
        var model = SBMLText()
        model.parameter("low", 1)
        model.parameter("gain", 2.5)
        model.parameter("k", 0.4)
        model.parameter("m", 0.3)
        model.parameter("x", 3, constant: false)
        model.parameter("y", 0, constant: false)
        try model.rate("x", "-k * x")
        try model.rate("y", "x * x - m * y")
        try model.event("refill", when: "x < low", set: [("x", "gain * low"), ("y", "y / 2 + k")])
        try Differences(model.text, ["low", "gain", "k", "m"], times: [0, 2, 4.1, 7, 12]).check()
    }

    @Test func `an event that sets what only events change`() throws {
        var model = try elimination()
        model.parameter("flow", 0, constant: false)
        model.rules = ""
        try model.rate("x", "flow - k * x")
        try model.event("on", when: "time >= 1", set: [("flow", "dose")])
        try model.event("off", when: "time >= late", set: [("flow", "0")])
        try Differences(model.text, ["dose", "late", "k"], times: [0, 0.5, 1.5, 3, 5]).check()
    }

    @Test func `an infusion written as a condition on the time`() throws {
        var model = try elimination()
        model.rules = ""
        try model.rate("x", "piecewise(dose, time < late, 0) - k * x")
        try Differences(model.text, ["dose", "late", "k"], times: [0, 1, 1.9, 3, 5]).check()
    }

    @Test func `a rate that jumps where a state crosses a threshold`() throws {
        var model = SBMLText()
        model.parameter("k", 0.4)
        model.parameter("low", 1)
        model.parameter("x", 3, constant: false)
        model.parameter("y", 0, constant: false)
        try model.rate("x", "-k * x")
        try model.rate("y", "piecewise(2, x > low, 5) - y")
        try Differences(model.text, ["k", "low"], times: [0, 1, 2, 4, 6]).check()
    }

    @Test func `a rate that jumps because an event carries a state over the threshold`() throws {
        var model = SBMLText()
        model.parameter("k", 0.4)
        model.parameter("low", 1)
        model.parameter("dose", 4)
        model.parameter("late", 4)
        model.parameter("x", 2, constant: false)
        model.parameter("y", 0, constant: false)
        try model.rate("x", "-k * x")
        try model.rate("y", "piecewise(2, x > low, 5) - y")
        try model.event("dose_late", when: "time >= late", set: [("x", "x + dose")])
        try Differences(model.text, ["k", "low", "dose", "late"], times: [0, 1, 3, 5, 9]).check()
    }

    @Test func `a rate that jumps where a state passes zero`() throws {
        var model = SBMLText()
        model.parameter("k", 0.5)
        model.parameter("x", -1, constant: false)
        model.parameter("y", 0, constant: false)
        try model.rate("x", "k")
        try model.rate("y", "piecewise(1, x > 0, 3)")
        // y = 3 t up to 1/k, then 2/k + t.
        let course = try Course(model.text, [], at: [0, 1, 3], sensitivities: ["k"])
        #expect(agree(course["d(y)/d(k)"], [0, 0, -8]))
    }

    @Test func `a rate with a corner does not jump`() throws {
        var model = try elimination()
        model.rules = ""
        try model.rate("x", "piecewise(x - dose / 5, x > dose / 5, 0) * (-k) - 0.1")
        try Differences(model.text, ["k", "dose"], times: [0, 1, 5, 20]).check()
    }

    @Test func `a concentration set in a compartment that grows, and a compartment set`() throws {
        var model = SBMLText()
        model.compartment("V", 2, constant: false)
        model.compartment("W", 1, constant: false)
        model.species("S", in: "V", amount: 12)
        model.species("R", in: "W", amount: 5)
        model.parameter("growth", 0.5)
        model.parameter("k", 0.2)
        model.parameter("level", 3)
        model.parameter("late", 2)
        try model.rate("V", "growth")
        try model.reaction("s", [.init(species: "S")], [], rate: "k * S * V")
        try model.reaction("r", [.init(species: "R")], [], rate: "k * R")
        try model.event("set", when: "time >= late", set: [("S", "S + level")])
        try model.event("swell", when: "time >= 3", set: [("W", "level")])
        try Differences(model.text, ["growth", "k", "level", "late"], times: [0, 1, 2.5, 4, 6]).check()
    }

    @Test func `what is not supported is refused by name`() throws {
        func refusal(_ model: SBMLText, _ parameter: String) -> ProgramError? {
            do {
                _ = try Program(Model(sbml: model.text), sensitivities: [parameter])
                return nil
            } catch {
                return error as? ProgramError
            }
        }
        var compound = try elimination()
        try compound.event("both", when: "x < 2 && time > 1", set: [("x", "dose")])
        #expect(refusal(compound, "k")?.symbol == "both")
        #expect(refusal(compound, "k")?.problem.contains("more than one comparison") == true)
        #expect(refusal(compound, "k")?.remedy.isEmpty == false)
        var delayed = try elimination()
        try delayed.event("slow", when: "time >= late", set: [("x", "dose")], delay: "1")
        #expect(refusal(delayed, "late")?.problem.contains("delay") == true)
        #expect(refusal(delayed, "k") == nil, "its time depends on nothing that varies")
        var swelling = SBMLText()
        swelling.compartment("V", 1, constant: false)
        swelling.species("S", in: "V", concentration: 1, boundary: true)
        swelling.parameter("k", 2)
        try swelling.rate("S", "-k * S")
        try swelling.event("swell", when: "time >= 1", set: [("V", "2")])
        #expect(refusal(swelling, "k")?.problem.contains("compartment") == true)
        var twins = try elimination()
        twins.parameter("y", 0, constant: false)
        try twins.event("one", when: "time >= late", set: [("x", "dose")])
        try twins.event("two", when: "time >= late", set: [("y", "dose")])
        #expect(refusal(twins, "late")?.problem.contains("another event") == true)
        #expect(refusal(twins, "k") == nil)
        var rounding = try elimination()
        rounding.rules = ""
        try rounding.rate("x", "-k * floor(x)")
        #expect(refusal(rounding, "k")?.problem.contains("rounds") == true)
        var past = try elimination()
        past.parameter("z", 0, constant: false)
        try past.rate("z", "delay(x, 1)")
        #expect(refusal(past, "k")?.problem.contains("delay") == true)
        #expect(refusal(try elimination(), "x")?.problem.contains("no parameter") == true)
        #expect(refusal(try elimination(), "nobody")?.symbol == "nobody")
    }
}
