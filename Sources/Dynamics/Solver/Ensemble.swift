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
    /// Populations that die out: state and the value below which it is exactly 0.
    public var extinctions: [(state: Int, threshold: Double)] = []

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

    /// How a run is done.
    public struct Settings: Sendable {
        /// When states are kept.
        public var schedule = SaveSchedule.end
        /// Method of integration.
        public var method = Method.automatic
        /// How exact.
        public var tolerances = Tolerances()
        /// What computes the equations.
        public var backend = Backend.portable
        /// How many integrators run at once.
        public var threads = 1
        /// Which states are kept; nil for all.
        public var saved: [Int]?
        /// Whether steps end at the times that are kept; see `LaneIntegrator`.
        public var stopsAtRows = false

        /// The usual settings.
        public init() {}
    }

    /// What one member did, as the receiver of results sees it.
    public struct Result {
        /// Which member.
        public var member: Int
        /// How many rows are there: all that were asked for, unless the member failed before.
        public var rows: Int
        /// The saved states, a row a time. Valid only during the call.
        public var states: UnsafeBufferPointer<Double>
        /// The observables of each row, for models with `delay`; nil for others, where `Observer` computes them from
        /// the states.
        public var observables: [Double]?
        /// The member's parameters, in the program's order.
        public var parameters: [Double]
        /// Why the member stopped early, or nil.
        public var failure: LaneFailure?
        /// Constraints of the model that did not hold.
        public var violations: [ConstraintViolation]
    }

    /// Runs all members and gives each one's result away as it is done, so that memory does not grow with their number.
    /// - Parameters:
    ///   - range: start and end, in the model's unit of time.
    ///   - receive: called once a member, in the order in which they finish, from several threads at once. What it
    ///     throws ends the run.
    /// - Returns: steps taken.
    /// - Throws: `SaveSchedule.Problem` if the schedule does not fit the range, or what `receive` throws.
    @discardableResult
    public func run(
        over range: ClosedRange<Double>, _ settings: Settings,
        receive: @Sendable (Result) throws -> Void
    ) throws -> LaneIntegrator.Statistics {
        let times = try settings.schedule.times(over: range)
        let next = Atomic<Int>(0)
        let total = Mutex(LaneIntegrator.Statistics())
        let problem = Mutex<(any Error)?>(nil)
        let lanes = settings.backend.lanes
        // An interpreter for few members needs no lanes beyond theirs.
        let wanted = (members + 7) / 8 * 8
        let backend =
            settings.backend.kind == .portable && wanted < lanes
            ? Backend.portable(lanes: max(8, wanted)) : settings.backend
        DispatchQueue.concurrentPerform(iterations: max(1, min(settings.threads, members))) { _ in
            let crew = EnsembleCrew(self, settings, backend, start: range.lowerBound, end: range.upperBound, times)
            do {
                try crew.run(
                    next: {
                        let member = next.add(1, ordering: .relaxed).oldValue
                        guard member < members, problem.withLock({ $0 == nil }) else { return nil }
                        return (member, parameters(member))
                    }, receive: receive)
            } catch {
                problem.withLock { if $0 == nil { $0 = error } }
            }
            total.withLock { $0 = $0 + crew.statistics }
        }
        if let error = problem.withLock({ $0 }) { throw error }
        return total.withLock { $0 }
    }

    /// Runs all members and keeps their trajectories.
    /// - Returns: one trajectory a member, in order; a member that failed carries its failure.
    /// - Throws: `SaveSchedule.Problem` if the schedule does not fit the range.
    public func run(
        over range: ClosedRange<Double>, saving schedule: SaveSchedule = .end, method: Method = .automatic,
        tolerances: Tolerances = Tolerances(), threads: Int = 1, backend: Backend = .portable
    ) throws(SaveSchedule.Problem) -> [Trajectory] {
        let times = try schedule.times(over: range)
        var settings = Settings()
        (settings.schedule, settings.method, settings.tolerances) = (schedule, method, tolerances)
        (settings.threads, settings.backend) = (threads, backend)
        let finished = Mutex([Trajectory](repeating: Trajectory(), count: members))
        let width = program.states.count
        do {
            try run(over: range, settings) { result in
                var trajectory = Trajectory()
                trajectory.times = Array(times.prefix(result.rows))
                trajectory.states = (0..<result.rows).map { Array(result.states[$0 * width..<($0 + 1) * width]) }
                trajectory.failure = result.failure
                trajectory.violations = result.violations
                if let own = result.observables {
                    let count = program.observables.count
                    trajectory.observables = (0..<result.rows).map { Array(own[$0 * count..<($0 + 1) * count]) }
                } else {
                    trajectory.observables = Observer(program).observe(
                        times: trajectory.times, states: result.states, parameters: result.parameters)
                }
                finished.withLock { $0[result.member] = trajectory }
            }
        } catch {
            throw error as? SaveSchedule.Problem ?? .interval(.nan)
        }
        return finished.withLock { $0 }
    }
}
