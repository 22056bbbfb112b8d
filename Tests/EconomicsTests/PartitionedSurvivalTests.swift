import Foundation
import Testing

@testable import Economics

@Suite("Partitioned survival")
struct PartitionedSurvivalTests {
    private func states(_ free: Double, _ all: Double, horizon: Double = 200) throws -> PartitionedSurvival {
        try PartitionedSurvival(
            progressionFree: { exp(-free * $0) }, overall: { exp(-all * $0) }, horizon: horizon, cycle: 1 / 12.0)
    }

    @Test("with constant hazards, life-years are one over the hazard, by state")
    func means() throws {
        let states = try states(0.5, 0.2)
        #expect(abs(states.years(\.progressionFree) - 2) < 1e-3)
        #expect(abs(states.years(\.progressed) - 3) < 1e-3)
        #expect(abs(states.events(\.died) - 1) < 1e-9)
    }

    @Test("discounted life-years have their closed form: a rate adds to the hazard")
    func discounted() throws {
        let force = log(1.03)
        let states = try states(0.5, 0.2)
        #expect(abs(states.years(\.alive, rate: 0.03) - 1 / (0.2 + force)) < 1e-3)
        #expect(abs(states.events(\.died, rate: 0.03) - 0.2 / (0.2 + force)) < 1e-3)
    }

    @Test("without the half-cycle correction a yearly cycle would be off by half a year; with it, it is not")
    func halfCycle() throws {
        let yearly = try PartitionedSurvival(
            progressionFree: { exp(-0.1 * $0) }, overall: { exp(-0.1 * $0) }, horizon: 300, cycle: 1)
        #expect(abs(yearly.years(\.alive) - 10) < 0.02)
    }

    @Test("years within a span are split at its ends, within a cycle too")
    func span() throws {
        let states = try PartitionedSurvival(progressionFree: { _ in 1 }, overall: { _ in 1 }, horizon: 10, cycle: 1)
        #expect(abs(states.years(\.alive, within: 2.25..<4.5) - 2.25) < 1e-12)
    }

    @Test("progression-free survival above survival is refused, or capped if that is said")
    func crossing() throws {
        let fault = #expect(throws: Fault.self) { try states(0.1, 0.2) }
        #expect(fault?.path == ["progressionFreeSurvival"])
        let capped = try PartitionedSurvival(
            progressionFree: { exp(-0.1 * $0) }, overall: { exp(-0.2 * $0) }, horizon: 100, cycle: 1 / 12.0,
            crossing: .capped)
        #expect(capped.years(\.progressed) == 0)
    }

    @Test("survival that rises, or leaves 0 to 1, is refused")
    func rising() {
        let fault = #expect(throws: Fault.self) {
            try PartitionedSurvival(
                progressionFree: { _ in 0.1 }, overall: { $0 < 2 ? 0.5 : 0.6 }, horizon: 5, cycle: 0.5)
        }
        #expect(fault?.path == ["overallSurvival"])
        #expect(fault?.found.contains("rise") == true)
        #expect(throws: Fault.self) {
            try PartitionedSurvival(progressionFree: { _ in 0.1 }, overall: { _ in 1.5 }, horizon: 5, cycle: 0.5)
        }
    }

    @Test("the mean discount factor of an interval is the integral over it")
    func meanFactor() {
        let steps = 10_000
        let sum = (0..<steps).reduce(0.0) {
            $0 + Discounting.factor(rate: 0.035, years: 2 + 3 * (Double($1) + 0.5) / Double(steps))
        }
        #expect(abs(Discounting.meanFactor(rate: 0.035, from: 2, to: 5) - sum / Double(steps)) < 1e-9)
        #expect(Discounting.meanFactor(rate: 0, from: 2, to: 5) == 1)
    }
}

@Suite("Background mortality")
struct LifeTableTests {
    static let flat = LifeTable(
        id: "flat", title: "", source: "made up", female: [Double](repeating: 0.01, count: 111),
        male: [Double](repeating: 0.02, count: 111))

    @Test("the sexes die by their own rates, times the mortality ratio, at fractions of a year too")
    func survival() throws {
        let background = try Background(Self.flat, age: 60.5, female: 0.25, mortalityRatio: 2)
        #expect(abs(background.survival(at: 7.3) - (0.25 * exp(-0.146) + 0.75 * exp(-0.292))) < 1e-12)
        // Beyond the table its last rate goes on.
        #expect(abs(background.survival(at: 80) - (0.25 * exp(-1.6) + 0.75 * exp(-3.2))) < 1e-12)
    }

    @Test("a table with too few ages or a rate that is none is refused")
    func refused() {
        let short = LifeTable(id: "s", title: "", source: "", female: [0.1], male: [0.1])
        #expect(throws: Fault.self) { try short.check() }
        var wrong = Self.flat
        wrong.male[40] = -0.1
        #expect(#expect(throws: Fault.self) { try wrong.check() }?.path == ["male", "40"])
        #expect(throws: Fault.self) { try Background(Self.flat, age: 50, female: 1.5, mortalityRatio: 1) }
    }
}
