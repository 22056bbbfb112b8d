import Testing

@testable import Dynamics

/// Delays of delays: what they need grows with their number, not as its power.
@Suite struct NestedDelayTests {
    /// x = sin t from a rotation that stands still before the start, and z' = an expression of it; z at a time.
    private func value(_ text: String, at time: Double) throws -> Double {
        var model = Model()
        for (id, value) in [("x", 0.0), ("y", 1.0), ("z", 0.0)] {
            model.parameters.append(Model.Parameter(id: id, name: id, unit: "", value: value, constant: false))
        }
        for (id, rate) in [("x", "y"), ("y", "-x"), ("z", text)] {
            model.rateRules.append(Model.Assignment(variable: id, formula: try Formula(infix: rate)))
        }
        let program = try Program(model)
        let integrator = LaneIntegrator(
            program, backend: .portable(lanes: 8), tolerances: Tolerances(relative: 1e-9, absolute: 1e-12))
        var result = Double.nan
        try integrator.run { lane in
            guard lane == 0 else { return .idle }
            integrator.load(lane: 0, time: 0)
            return .advance(to: time)
        } atStop: { _, stop in
            if case .failed(let failure) = stop { throw failure }
            result = integrator.state(program.state("z") ?? 0, lane: 0)
            return .idle
        }
        return result
    }

    @Test("a delay of a delay is the sum of both", .timeLimit(.minutes(1)))
    func nested() throws {
        let once = try value("delay(x, 1.5)", at: 5)
        #expect(abs(try value("delay(delay(x, 1), 0.5)", at: 5) - once) < 1e-7)
        #expect(abs(try value("delay(delay(delay(delay(x, 0.5), 0.25), 0.5), 0.25)", at: 5) - once) < 1e-7)
        // The past is constant before the start, then 1 - cos.
        #expect(abs(once - (1 - cosine(3.5))) < 1e-7)
    }

    @Test("several delays within each of several delays", .timeLimit(.minutes(1)))
    func several() throws {
        let inner = "delay(x, 0.5) + delay(x, 0.75) + delay(y, 0.25)"
        let outer = try value("delay(\(inner), 1) + delay(\(inner), 2)", at: 4)
        let flat = [1.0, 2.0].map {
            "delay(x, \($0 + 0.5)) + delay(x, \($0 + 0.75)) + delay(y, \($0 + 0.25))"
        }
        let sum = try value(flat.joined(separator: " + "), at: 4)
        #expect(abs(outer - sum) < 1e-7, "\(outer) and \(sum)")
    }

    private func cosine(_ x: Double) -> Double { Tape.Operation.cosine.value(x, 0, 0) }
}
