import Dispatch
import Synchronization

/// When the states of a member are kept.
public struct SaveSchedule: Sendable {
    let times: @Sendable (ClosedRange<Double>) -> [Double]

    /// At the start, then every `interval`, up to the end.
    public static func every(_ interval: Double) -> SaveSchedule {
        SaveSchedule { range in
            let count = Int(((range.upperBound - range.lowerBound) / interval + 1e-9).rounded(.down))
            return (0...max(0, count)).map { range.lowerBound + Double($0) * interval }
        }
    }

    /// At these times, in order.
    public static func at(_ times: [Double]) -> SaveSchedule { SaveSchedule { _ in times } }
}

/// What one member did: its states at each saved time.
public struct Trajectory: Sendable, Equatable {
    /// Times at which states were kept.
    public let times: [Double]
    /// States at each time, in the program's order.
    public let states: [[Double]]
}

/// Many members of one program, each with parameters of its own.
public struct Ensemble: Sendable {
    /// The program.
    public let program: Program
    /// How many members.
    public let members: Int
    private let parameters: @Sendable (Int) -> [Double]?

    /// - Parameter parameters: the parameters of a member in the program's order; nil for the model's own.
    public init(_ program: Program, members: Int, parameters: @escaping @Sendable (Int) -> [Double]?) {
        self.program = program
        self.members = members
        self.parameters = parameters
    }

    /// What an ensemble gives: a trajectory or a failure for each member.
    public struct Runs: Sendable {
        private let results: [Result<Trajectory, LaneFailure>]
        init(_ results: [Result<Trajectory, LaneFailure>]) { self.results = results }
        /// One member's trajectory, or why there is none.
        public func member(_ index: Int) -> Result<Trajectory, LaneFailure> { results[index] }
        /// Members.
        public var count: Int { results.count }
    }

    /// Integrates all members over a range of time. The result does not depend on threads or lanes.
    public func run(
        over range: ClosedRange<Double>, saving schedule: SaveSchedule, method: Method = .rodas4,
        tolerances: Tolerances = Tolerances(), threads: Int = 1, lanes: Int = 32
    ) -> Runs {
        let times = schedule.times(range)
        let next = Atomic<Int>(0)
        let results = Mutex([Result<Trajectory, LaneFailure>?](repeating: nil, count: members))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, members))) { _ in
            let integrator = LaneIntegrator(program, method: method, lanes: lanes, tolerances: tolerances)
            var running = [(member: Int, states: [[Double]])](repeating: (0, []), count: lanes)
            func keep(_ result: Result<Trajectory, LaneFailure>, _ member: Int) {
                results.withLock { $0[member] = result }
            }
            func start(_ lane: Int) -> LaneIntegrator.Directive {
                let member = next.add(1, ordering: .relaxed).oldValue
                guard member < members else { return .idle }
                running[lane] = (member, [])
                integrator.load(lane: lane, time: range.lowerBound, parameters: parameters(member))
                return .advance(to: times.first ?? range.upperBound)
            }
            integrator.run(
                starting: start,
                atStop: { lane, stop in
                    if case .failed(let failure) = stop {
                        keep(.failure(failure), running[lane].member)
                        return start(lane)
                    }
                    running[lane].states.append(program.states.indices.map { integrator.state($0, lane: lane) })
                    let saved = running[lane].states.count
                    if saved < times.count { return .advance(to: times[saved]) }
                    keep(.success(Trajectory(times: times, states: running[lane].states)), running[lane].member)
                    return start(lane)
                })
        }
        return Runs(results.withLock { $0 }.compactMap { $0 })
    }
}
