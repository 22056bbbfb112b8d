import Foundation
import Synchronization
import Testing

@testable import Dynamics

/// Rows saved between steps, from the interpolants of the methods.
@Suite struct DenseOutputTests {
    private let grid = (0...997).map { Double($0) * 12 / 997 }

    /// Both dissipative, so that errors do not add up and rows are as exact as steps.
    private func forced() throws -> (Program, [[Double]]) {
        (try Systems.forced(), grid.map { [0.8 * cos($0) + 0.4 * sin($0) - 0.8 * exp(-2 * $0)] })
    }

    private func absorption() throws -> (Program, [[Double]]) {
        let program = try Systems.absorption()
        return (program, try CVODEReference.solve(program, times: grid, relative: 1e-13, absolute: 1e-15))
    }

    @Test(arguments: Method.allCases, [1e-5, 1e-7, 1e-9])
    func `rows on a fine grid are within ten times the tolerance`(method: Method, tolerance: Double) throws {
        for (program, exact) in [try forced(), try absorption()] {
            let rows = try save(program, method, at: grid, Tolerances(relative: tolerance, absolute: tolerance))
            let found = scaledDifference(rows, exact)
            #expect(found < 10 * tolerance, "\(program.id): \(found / tolerance) times the tolerance")
        }
    }

    @Test(arguments: Method.allCases)
    func `a grid costs no steps`(method: Method) throws {
        let program = try Systems.lotkaVolterra()
        func steps(_ schedule: SaveSchedule) throws -> LaneIntegrator.Statistics {
            var settings = Ensemble.Settings()
            (settings.schedule, settings.method) = (schedule, method)
            return try Ensemble(program, members: 3).run(over: 0...12, settings) { _ in }
        }
        #expect(try steps(.times(grid)) == steps(.end))
    }

    @Test(arguments: Method.allCases)
    func `rows and stops at the same times agree within the tolerance`(method: Method) throws {
        let program = try Systems.absorption()
        let tolerances = Tolerances(relative: 1e-8, absolute: 1e-8)
        let times = (0...60).map { Double($0) * 0.2 }
        let stopped = try solve(program, method, times: times, tolerances)
        #expect(scaledDifference(try save(program, method, at: times, tolerances), stopped) < 1e-7)
    }

    @Test(arguments: Method.allCases)
    func `the last row is where the run ended, to the bit`(method: Method) throws {
        let program = try Systems.lotkaVolterra()
        let end = try Ensemble(program, members: 1).run(over: 0...12, method: method)[0].states[0]
        let rows = try Ensemble(program, members: 1).run(over: 0...12, saving: .times(grid), method: method)[0].states
        #expect(rows.last == end)
    }

    /// A stiff force towards a moving place: steps become long, and what lies within them is less exact than their
    /// ends, unless they are made to end there.
    @Test func `in long stiff steps rows are exact where steps end at them`() throws {
        let program = try Program(Model("moving", rates: [("y", 1, "-1e5 * (y - cos(time))")]))
        let times = (1...200).map { Double($0) / 20 }
        let exact = times.map { [(1e10 * cos($0) + 1e5 * sin($0)) / (1e10 + 1)] }
        var settings = Ensemble.Settings()
        (settings.schedule, settings.method) = (.times(times), .rodas5p)
        settings.tolerances = Tolerances(relative: 1e-6, absolute: 1e-6)
        for (stops, bound) in [(true, 1e-5), (false, 1e-3)] {
            settings.stopsAtRows = stops
            let rows = Mutex<[[Double]]>([])
            try Ensemble(program, members: 1).run(over: 0...10, settings) { result in
                rows.withLock { $0 = result.states.map { [$0] } }
            }
            #expect(scaledDifference(rows.withLock { $0 }, exact) < bound)
        }
    }
}
