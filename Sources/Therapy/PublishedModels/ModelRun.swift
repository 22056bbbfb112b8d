import Dynamics
import Synchronization

/// A program run for some members, to be measured. Times are from 0, in the model's unit.
struct ModelRun: Sendable {
    /// Why nothing can be measured.
    struct Failed: Error, CustomStringConvertible { let description: String }

    let program: Program
    /// Parameters of each member, in the program's order.
    let members: [[Double]]
    let tolerances: Tolerances

    /// The course of a state or observable at rising times, a row a member.
    ///
    /// Steps end at the times, so that no value comes from an interpolant.
    ///
    /// - Throws: `Failed` with the first member that could not be integrated.
    func course(of id: String, at times: [Double]) throws -> [[Double]] {
        let source = try Source(id, program)
        var settings = Ensemble.Settings()
        settings.schedule = .times(times)
        settings.tolerances = tolerances
        settings.stopsAtRows = times.count < 10
        if case .state(let index) = source { settings.saved = [index] }
        let end = max(times.last ?? 0, .leastNonzeroMagnitude)
        let rows = Mutex([[Double]](repeating: [], count: members.count))
        try Ensemble(program, members: members).run(over: 0...(end > 1e-9 ? end : 1), settings) { result in
            if let failure = result.failure { throw Failed(description: "\(failure)") }
            let row = source.values(of: result, at: times, program)
            rows.withLock { $0[result.member] = row }
        }
        return rows.withLock { $0 }
    }

    /// The same run for one member alone.
    func alone(_ member: Int) -> ModelRun {
        ModelRun(program: program, members: [members[member]], tolerances: tolerances)
    }

    /// Where a name's values come from.
    private enum Source {
        case state(Int)
        case observable(Int)

        init(_ id: String, _ program: Program) throws {
            if let index = program.observable(id) {
                self = .observable(index)
            } else if let index = program.state(id) {
                self = .state(index)
            } else {
                throw Failed(description: "the model has no state or observable '\(id)'")
            }
        }

        func values(of result: Ensemble.Result, at times: [Double], _ program: Program) -> [Double] {
            switch self {
            case .state: return Array(result.states)
            case .observable(let index):
                if let own = result.observables {
                    return times.indices.map { own[$0 * program.observables.count + index] }
                }
                return [Double](unsafeUninitializedCapacity: times.count) { buffer, count in
                    Observer(program).observe(
                        [(index, 0)], times: times, states: result.states, parameters: result.parameters,
                        into: buffer, width: 1)
                    count = times.count
                }
            }
        }
    }
}
