@testable import Dynamics

/// What becomes of a model's symbols, at tight tolerances.
struct Course {
    let program: Program
    let times: [Double]
    private let rows: [String: [Double]]

    /// - Parameters:
    ///   - parameters: values other than the model's own.
    init(
        _ text: String, _ symbols: [String], at times: [Double], parameters: [String: Double] = [:],
        sensitivities: [String] = []
    ) throws {
        let program = try Program(
            Model(sbml: text, file: "test.xml"), observing: symbols.map { ("?" + $0, try Formula(infix: $0)) },
            sensitivities: sensitivities)
        try self.init(program, at: times, parameters: parameters)
    }

    init(_ program: Program, at times: [Double], parameters: [String: Double] = [:]) throws {
        self.program = program
        self.times = times
        let integrator = LaneIntegrator(program, tolerances: Tolerances(relative: 1e-11, absolute: 1e-13))
        let values = program.parameters.map { parameters[$0.id] ?? $0.value }
        var rows: [String: [Double]] = [:]
        var count = 0
        try integrator.run(
            starting: { lane in
                guard lane == 0 else { return .idle }
                integrator.load(lane: 0, time: times[0], parameters: values)
                return .advance(to: times[0])
            },
            atStop: { _, stop in
                if case .failed(let failure) = stop { throw failure }
                for (index, quantity) in program.states.enumerated() {
                    rows[quantity.id, default: []].append(integrator.state(index, lane: 0))
                }
                for (index, quantity) in program.observables.enumerated() {
                    rows[quantity.id, default: []].append(integrator.observable(index, lane: 0))
                }
                count += 1
                return count < times.count ? .advance(to: times[count]) : .idle
            })
        self.rows = rows
    }

    /// A symbol, or a state, at each of the times.
    subscript(_ symbol: String) -> [Double] { rows["?" + symbol] ?? rows[symbol] ?? [] }
}

/// Whether numbers agree to so much, relative to the larger of the expected one and 1.
func agree(_ found: [Double], _ expected: [Double], to tolerance: Double = 1e-9) -> Bool {
    found.count == expected.count
        && zip(found, expected).allSatisfy { a, b in
            a == b || a.isNaN && b.isNaN || (a - b).magnitude <= tolerance * Swift.max(1, b.magnitude)
        }
}
