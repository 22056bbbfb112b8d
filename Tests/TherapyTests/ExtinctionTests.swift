import Dynamics
import Testing

@testable import Therapy

#if canImport(Glibc)
    import Glibc
#endif

/// The last cells of a clone: the body against Kendall's closed form for constant rates.
@Suite struct ExtinctionTests {
    /// Probability that a birth-death process of `cells` lineages has died out by a time (Kendall 1948).
    private func closedForm(cells: Double, birth: Double, death: Double, time: Double) -> Double {
        let decay = exp(-(death - birth) * time)
        return pow(death * (1 - decay) / (death - birth * decay), cells)
    }

    @Test("a dwindling clone of 1000 cells dies out when Kendall's process says", arguments: [6.0, 12, 18, 24])
    func dwindling(day: Double) throws {
        let body = try Shipped.body()
        var values = body.program.parameters.map(\.value)
        func set(_ name: String, _ value: Double) throws {
            values[try #require(body.program.parameter(name))] = value
        }
        // Net growth −0.4 a day with divisions of 0.2 a day; no treatment, no CAR-T cells.
        try set("g", -0.4)
        try set("turnover", -0.5)
        try set("T0", 1000e-9)
        try set("fr", 1e-30)
        try set("fl", 1e-30)
        let parameters = values
        let runs = try Ensemble(body.program, members: 1) { _ in parameters }.run(
            over: 0...24, saving: .every(6), method: .rodas5p,
            tolerances: Tolerances(relative: 1e-8, absolute: 1e-10))
        let states = try #require(runs.first?.states)[Int(day / 6)]
        func state(_ name: String) throws -> Double { states[try #require(body.program.state(name))] }
        let survivors = 1 / (exp(-(try state("Ls"))) + (try state("Hs")))
        let expected = closedForm(cells: 1000, birth: 0.2, death: 0.6, time: day)
        // The lineages that survive are taken as Poisson: exact for many cells.
        #expect(abs(exp(-survivors) - expected) < 0.002, "\(exp(-survivors)) instead of \(expected)")
    }

    @Test("patients whose clones have died out never relapse, and some are cured though cells were left on average")
    func cured() throws {
        let outcomes = try Shipped.outcomes(Shipped.setting("zuma-1"), patients: 400).filter(\.infused)
        let late = outcomes.filter { !$0.progressed && !$0.died }
        #expect(late.count > 60, "two years on some are free of disease")
        #expect(late.count < outcomes.count / 2)
    }
}
