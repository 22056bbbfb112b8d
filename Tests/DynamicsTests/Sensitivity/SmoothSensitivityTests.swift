import Foundation
import Testing

@testable import Dynamics

/// Derivatives of states with respect to parameters, where nothing happens suddenly.
@Suite struct SmoothSensitivityTests {
    @Test func `exponential decay`() throws {
        var model = SBMLText()
        model.parameter("k", 0.7)
        model.parameter("x0", 3)
        model.parameter("x", constant: false)
        try model.start("x", "x0")
        try model.rate("x", "-k * x")
        let course = try Course(model.text, ["x"], at: [0, 1, 4], sensitivities: ["k", "x0"])
        let byRate = course.times.map { (t: Double) -> Double in -3 * t * exp(-0.7 * t) }
        let byStart = course.times.map { (t: Double) -> Double in exp(-0.7 * t) }
        #expect(agree(course["d(x)/d(k)"], byRate))
        #expect(agree(course["d(x)/d(x0)"], byStart))
        #expect(course.program.sensitivities.map { course.program.states[$0.state].id } == ["d(x)/d(k)", "d(x)/d(x0)"])
        #expect(course.program.sensitivities.allSatisfy { course.program.states[$0.of].id == "x" })
        #expect(course.program.sensitivities.map { course.program.parameters[$0.parameter].id } == ["k", "x0"])
    }

    @Test func `absorption from the gut`() throws {
        var model = SBMLText()
        model.parameter("ka", 1.2)
        model.parameter("ke", 0.3)
        model.parameter("gut", 100, constant: false)
        model.parameter("blood", 0, constant: false)
        try model.rate("gut", "-ka * gut")
        try model.rate("blood", "ka * gut - ke * blood")
        let course = try Course(model.text, ["blood"], at: [0, 0.5, 2, 10], sensitivities: ["ka", "ke"])
        // blood = D ka/(ka − ke) (e^(−ke t) − e^(−ka t))
        let (ka, ke, dose) = (1.2, 0.3, 100.0)
        let difference = ka - ke
        let byAbsorption = course.times.map { (t: Double) -> Double in
            let fall = exp(-ke * t) - exp(-ka * t)
            return dose * (-ke / (difference * difference) * fall + ka / difference * t * exp(-ka * t))
        }
        let byElimination = course.times.map { (t: Double) -> Double in
            let fall = exp(-ke * t) - exp(-ka * t)
            return dose * ka * (fall / (difference * difference) - t * exp(-ke * t) / difference)
        }
        #expect(agree(course["d(blood)/d(ka)"], byAbsorption))
        #expect(agree(course["d(blood)/d(ke)"], byElimination))
        #expect(course["d(gut)/d(ke)"].allSatisfy { $0 == 0 })
    }

    @Test func `a parameter reaches states through assignment rules, initial assignments and constants made of it`()
        throws
    {
        var model = SBMLText()
        model.parameter("p", 2)
        model.parameter("q")
        model.parameter("y", constant: false)
        model.parameter("x", constant: false)
        try model.start("q", "p^2")
        try model.start("x", "3 * q")
        try model.assign("y", "q * x")
        try model.rate("x", "-y / 10")
        // x = 3 p² e^(−p² t/10)
        let course = try Course(model.text, ["x"], at: [0, 1, 5], sensitivities: ["p"])
        let expected = course.times.map { (t: Double) -> Double in
            6 * 2 * exp(-0.4 * t) - 3 * 4 * 2 * 2 * t / 10 * exp(-0.4 * t)
        }
        #expect(agree(course["d(x)/d(p)"], expected))
    }

    @Test func `amounts and concentrations in a compartment that grows with a parameter`() throws {
        var model = SBMLText()
        model.compartment("V", 2, constant: false)
        model.species("S", in: "V", amount: 12)
        model.parameter("growth", 0.5)
        model.parameter("k", 0.2)
        try model.rate("V", "growth")
        try model.reaction("r", [.init(species: "S")], [], rate: "k * S")
        try Differences(model.text, ["growth", "k"], times: [0, 1, 4]).check()
    }

    @Test func `a body of eight states, against finite differences`() throws {
        try Differences(
            Self.body().text, ["rho", "k", "B0", "c1", "T0", "dose"], times: [0, 2, 7, 20, 40], tolerance: 2e-5
        ).check()
    }

    /// Cells that meet tumour and healthy tissue, and what their meeting releases.
    static func body() throws -> SBMLText {
        var model = SBMLText()
        let values = [
            ("rho", 1.2), ("KA", 20), ("Emax", 5000), ("alpha", 0.2), ("kEM", 0.02), ("kEX", 0.03), ("kME", 0.05),
            ("muM", 0.005), ("muX", 0.1), ("w", 0.05), ("T0", 100), ("g", 0.05), ("Tmax", 1000), ("sT", 1e-4),
            ("k", 0.5), ("h", 10), ("B0", 200), ("dB", 0.02), ("kB", 1), ("hB", 50), ("c0", 20), ("c1", 3), ("c2", 10),
            ("p0", 5), ("p1", 200), ("Kc", 100), ("p2", 0.9), ("kG", 0.002), ("dG", 0.033), ("dose", 0.05),
        ]
        for (id, value) in values { model.parameter(id, value) }
        for id in ["E", "M", "X"] { model.parameter(id, 0, constant: false) }
        for id in ["T", "B", "C", "P", "G", "act", "kill"] { model.parameter(id, constant: false) }
        try model.assign("act", "(T + w * B) / (KA + T + w * B)")
        try model.assign("kill", "k * E * T / (h + T)")
        try model.rate("E", "rho * act * E * (1 - E / Emax) - alpha * E - kEM * E - kEX * act * E + kME * act * M")
        try model.rate("M", "kEM * E - muM * M - kME * act * M")
        try model.rate("X", "kEX * act * E - muX * X")
        try model.rate("T", "sT + g * T * (1 - T / Tmax) - kill")
        try model.rate("B", "dB * (B0 - B) - kB * E * B / (hB + B)")
        try model.rate("C", "c0 + c1 * kill - c2 * C")
        try model.rate("P", "p0 + p1 * C / (Kc + C) - p2 * P")
        try model.rate("G", "kG * B - dG * G")
        try model.start("T", "T0")
        try model.start("B", "B0")
        try model.start("C", "c0 / c2")
        try model.start("P", "(p0 + p1 * C / (Kc + C)) / p2")
        try model.start("G", "kG * B0 / dG")
        try model.event("infusion", when: "time >= 0", set: [("E", "E + dose")], initially: false)
        return model
    }
}
