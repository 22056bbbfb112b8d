import Dispatch
import Synchronization

/// One program run for many members that differ in their parameters.
///
/// A member's trajectory has the same digits on any number of threads and lanes, and in any company.
public struct Ensemble: Sendable {
    /// The program that runs.
    public let program: Program
    /// How many members there are.
    public let members: Int
    private let parameters: @Sendable (Int) -> [Double]?

    /// An ensemble by a function.
    /// - Parameter parameters: each member's parameters in the program's order; nil for the program's own. Called
    ///   once a member, on any thread.
    public init(_ program: Program, members: Int, parameters: @escaping @Sendable (Int) -> [Double]? = { _ in nil }) {
        self.program = program
        self.members = members
        self.parameters = parameters
    }

    /// An ensemble by a table: one row of parameters a member, in the program's order.
    public init(_ program: Program, members table: [[Double]]) {
        self.init(program, members: table.count) { table[$0] }
    }

    /// Runs all members.
    /// - Parameters:
    ///   - range: start and end, in the model's unit of time.
    ///   - schedule: when states and observables are kept.
    ///   - threads: how many integrators run at once.
    ///   - lanes: members side by side in one integrator; a multiple of 8.
    /// - Returns: one trajectory a member, in order; a member that failed carries its failure.
    /// - Throws: `SaveSchedule.Problem` if the schedule does not fit the range.
    public func run(
        over range: ClosedRange<Double>, saving schedule: SaveSchedule = .end, method: Method = .rodas4,
        tolerances: Tolerances = Tolerances(), threads: Int = 1, lanes: Int = 32
    ) throws(SaveSchedule.Problem) -> [Trajectory] {
        let times = try schedule.times(over: range)
        let next = Atomic<Int>(0)
        let finished = Mutex([Trajectory](repeating: Trajectory(), count: members))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, members))) { _ in
            var crew = Crew(
                LaneIntegrator(program, method: method, lanes: lanes, tolerances: tolerances), start: range.lowerBound,
                times: times)
            func nextMember(_ lane: Int) -> LaneIntegrator.Directive {
                let member = next.add(1, ordering: .relaxed).oldValue
                guard member < members else { return .idle }
                return crew.take(member, lane: lane, parameters: parameters(member))
            }
            crew.integrator.run(starting: nextMember) { lane, stop in
                if let directive = crew.record(stop, lane: lane) { return directive }
                let (member, trajectory) = crew.release(lane: lane)
                finished.withLock { $0[member] = trajectory }
                return nextMember(lane)
            }
        }
        return finished.withLock { $0 }
    }

    /// One thread's integrator and the members that it has in its lanes.
    private struct Crew {
        let integrator: LaneIntegrator
        let start: Double
        let times: [Double]
        private var members: [Int]
        private var trajectories: [Trajectory]

        init(_ integrator: LaneIntegrator, start: Double, times: [Double]) {
            self.integrator = integrator
            self.start = start
            self.times = times
            members = [Int](repeating: 0, count: integrator.laneCount)
            trajectories = [Trajectory](repeating: Trajectory(), count: integrator.laneCount)
        }

        mutating func take(_ member: Int, lane: Int, parameters: [Double]?) -> LaneIntegrator.Directive {
            members[lane] = member
            trajectories[lane] = Trajectory()
            integrator.load(lane: lane, time: start, parameters: parameters)
            return .advance(to: times.first ?? start)
        }

        /// Keeps what there is to keep at a stop; nil when the member is done.
        mutating func record(_ stop: LaneIntegrator.Stop, lane: Int) -> LaneIntegrator.Directive? {
            if case .failed(let failure) = stop {
                trajectories[lane].failure = failure
                return nil
            }
            guard trajectories[lane].times.count < times.count else { return nil }
            let program = integrator.program
            trajectories[lane].times.append(integrator.time(lane))
            trajectories[lane].states.append(program.states.indices.map { integrator.state($0, lane: lane) })
            trajectories[lane].observables.append(
                program.observables.indices.map { integrator.observable($0, lane: lane) })
            let saved = trajectories[lane].times.count
            return saved < times.count ? .advance(to: times[saved]) : nil
        }

        func release(lane: Int) -> (member: Int, trajectory: Trajectory) {
            (members[lane], trajectories[lane])
        }
    }
}
