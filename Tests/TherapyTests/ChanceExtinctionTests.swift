import Catalogue
import Dynamics
import Foundation
import Testing
import Therapy

/// The extra equation of `kimmel-2021` gives what simulations of single cells give.
@Suite struct ChanceExtinctionTests {
    /// Divisions and deaths of single cells, one by one, from 100 cells on, as the paper's authors simulate.
    private struct SingleCells {
        let birth: Double
        /// Death rate by time, on a fine grid.
        let death: [Double]
        let start: Double
        let step: Double

        /// When the last cell dies; nil if there are many cells again, or at the end.
        mutating func lastDeath(_ random: inout RandomStream) -> Double? {
            var (cells, time) = (100, start)
            let most = (death.max() ?? 0) + birth
            while cells > 0 {
                // Thinning: events are proposed at the highest rate, and taken with the share that the time allows.
                time += random.exponential(mean: 1 / (most * Double(cells)))
                let index = Int((time - start) / step)
                guard index < death.count, cells < 5_000 else { return nil }
                let lot = random.uniform() * most
                if lot < birth { cells += 1 } else if lot < birth + death[index] { cells -= 1 }
            }
            return time
        }
    }

    @Test(arguments: [(0.065, 57.0), (0.105, 70.0)])
    func `the chance of cure by a day, and ever, is that of cells that divide and die one by one`(
        growth: Double, day: Double
    ) throws {
        let model = try Shelf(root: Shipped.root).publishedModel("kimmel-2021")
        var parameters = model.program.parameters.map(\.value)
        parameters[try #require(model.program.parameter("rB"))] = growth
        let runs = try Ensemble(model.program, members: [parameters]).run(
            over: 0...400, saving: .every(0.05), tolerances: Tolerances(relative: 1e-9, absolute: 1e-12))
        let run = try #require(runs.first)
        func course(_ id: String) throws -> [Double] {
            let index = try #require(model.program.observable(id))
            return run.observables.map { $0[index] }
        }
        let (cells, cured, killing) = (try course("cells"), try course("cured"), try course("killing"))
        let first = try #require(cells.firstIndex { $0 < 100 })

        var process = SingleCells(
            birth: growth, death: Array(killing[first...]), start: run.times[first], step: 0.05)
        let patients = 4_000
        var deaths: [Double] = []
        for patient in 0..<patients {
            var random = RandomStream(seed: 11, patient: UInt64(patient), purpose: RandomPurpose("test.cells"))
            if let time = process.lastDeath(&random) { deaths.append(time) }
        }
        let row = Int((day / 0.05).rounded())
        let byDay = Double(deaths.count { $0 <= day }) / Double(patients)
        let ever = Double(deaths.count) / Double(patients)
        // Three standard errors of 4,000 draws, and a little for the chance above 100 cells.
        #expect(abs(byDay - cured[row]) < 0.024 + 0.01, "\(byDay) simulated, \(cured[row]) by the equation")
        #expect(abs(ever - (cured.last ?? 0)) < 0.024 + 0.01, "\(ever) simulated, \(cured.last ?? 0) by the equation")
        #expect(byDay > 0.1 && byDay < 0.9, "the day is one that decides")
    }

    @Test func `those not cured have on average what all have, divided by their share`() throws {
        let model = try Shelf(root: Shipped.root).publishedModel("kimmel-2021")
        var parameters = model.program.parameters.map(\.value)
        parameters[try #require(model.program.parameter("rB"))] = 0.105
        parameters[try #require(model.program.parameter("draw"))] = 1e-300
        let runs = try Ensemble(model.program, members: [parameters]).run(
            over: 0...300, saving: .every(10), tolerances: Tolerances(relative: 1e-9, absolute: 1e-12))
        let run = try #require(runs.first)
        let index = try ["B", "cured", "tumour"].map { try #require(model.program.observable($0)) }
        for row in run.observables {
            let (all, cured, alive) = (row[index[0]], row[index[1]], row[index[2]])
            #expect(abs(alive * (1 - cured) - all) <= 1e-9 * all)
        }
    }
}
