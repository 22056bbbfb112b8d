import Foundation
import Testing

@testable import Dynamics

@Suite("Step-size control")
struct StepControlTests {
    /// What one patient costs.
    private func work(
        _ program: Program, _ method: Method, end: Double, _ tolerances: Tolerances, from state: [Double]? = nil
    ) throws -> LaneIntegrator.Statistics {
        let integrator = LaneIntegrator(
            program, backend: .portable(lanes: 8), method: method, tolerances: tolerances)
        try integrator.run { lane in
            guard lane == 0 else { return .idle }
            integrator.load(lane: lane, time: 0, state: state)
            return .advance(to: end)
        } atStop: { _, stop in
            if case .failed(let failure) = stop { throw failure }
            return .idle
        }
        return integrator.statistics
    }

    /// Steps follow the tolerance by the order of the error estimate: h to the power p for a solution of order p.
    @Test("accepted steps grow with the tolerance to the power -1/p", arguments: [(Method.tsit5, 5.0), (.rodas5p, 5)])
    func estimateOrder(method: Method, order: Double) throws {
        let counts = try [1e-6, 1e-10].map { tolerance in
            try work(
                Systems.lotkaVolterra(), method, end: 50, Tolerances(relative: tolerance, absolute: tolerance)
            ).accepted
        }
        let found = 4 * log(10) / log(Double(counts[1]) / Double(counts[0]))
        #expect(abs(found - order) < 0.5, "order \(found)")
    }

    @Test("a smooth problem has few rejected steps, a sudden turn has some", arguments: [Method.tsit5, .rodas5p])
    func rejections(method: Method) throws {
        let tolerances = Tolerances(relative: 1e-7, absolute: 1e-9)
        let smooth = try work(Systems.absorption(), method, end: 20, tolerances)
        #expect(smooth.rejected * 20 <= smooth.accepted, "\(smooth)")
        // A slope that changes at a state that no step before it sees coming.
        let sudden = try Program(
            Model("bump", rates: [("y", 0, "1"), ("z", 0, "piecewise(1000, y > 50, 1) - z")]))
        let bump = try work(sudden, method, end: 100, tolerances)
        #expect(bump.rejected > 0, "\(bump)")
    }

    @Test("a step grows to at most six times the one before", arguments: [Method.tsit5, .rodas5p])
    func growth(method: Method) throws {
        // From rest the first step is 1e-6 of the way; at six times a step ten suffice and eight do not.
        let rest = try Program(Model("rest", rates: [("y", 0, "0 * y")]))
        let count = try work(rest, method, end: 1, Tolerances()).accepted
        #expect((9...10).contains(count), "\(count)")
    }

    @Test("tighter tolerances give smaller errors, in proportion", arguments: Method.allCases)
    func proportion(method: Method) throws {
        let program = try Systems.lotkaVolterra()
        let times = [0.0, 5, 10]
        let exact = try CVODEReference.solve(program, times: times)
        let errors = try [1e-4, 1e-6, 1e-8].map { tolerance in
            scaledDifference(
                try solve(program, method, times: times, Tolerances(relative: tolerance, absolute: tolerance * 1e-3)),
                exact)
        }
        for (error, tolerance) in zip(errors, [1e-4, 1e-6, 1e-8]) { #expect(error < 100 * tolerance) }
        #expect(errors[0] > 10 * errors[1] && errors[1] > 10 * errors[2])
    }

    @Test("a state's own absolute tolerance counts for that state")
    func absoluteByState() throws {
        let program = try Systems.robertson()
        func steps(_ tolerances: Tolerances) -> Int {
            let integrator = LaneIntegrator(
                program, backend: .portable(lanes: 8), method: .rodas5p, tolerances: tolerances)
            integrator.run { lane in
                integrator.load(lane: lane, time: 0)
                return lane == 0 ? .advance(to: 40) : .idle
            } atStop: { _, _ in
                .idle
            }
            return integrator.statistics.accepted
        }
        let loose = steps(Tolerances(relative: 1e-6, absolute: 1e-3))
        let own = steps(Tolerances(relative: 1e-6, absolute: 1e-3, absoluteByState: [1: 1e-12]))
        #expect(own > loose)
    }

    @Test("an explicit method that cannot get on in a stiff problem says so in the end")
    func tooManySteps() throws {
        let program = try Program(Model("stiff", states: [("y", 1, -1e9 * ("y" - .apply(.cosine, [.time])))]))
        let integrator = LaneIntegrator(program, backend: .portable(lanes: 8), method: .tsit5)
        integrator.stepLimit = 500
        var failure: LaneFailure?
        integrator.run { lane in
            integrator.load(lane: lane, time: 0)
            return lane == 0 ? .advance(to: 1000) : .idle
        } atStop: { _, stop in
            if case .failed(let found) = stop { failure = found }
            return .idle
        }
        #expect(failure?.reason == .tooManySteps)
        #expect(failure?.description.contains("stiff method") == true)
        #expect(abs(try solve(program, .rodas5p, times: [0, 1], Tolerances())[1][0] - 0.540_302_305_868) < 1e-6)
    }
}
