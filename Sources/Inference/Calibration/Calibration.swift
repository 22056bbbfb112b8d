import Synchronization
import Therapy

/// A calibration: a screen of each product's own parameters, then a descent in all of them together.
public struct Calibration: Sendable {
    /// What is fitted to what.
    public let problem: CalibrationProblem
    private let fingerprint: String
    private let threads: Int
    private let isCancelled: @Sendable () -> Bool

    /// A step that lowers the objective by less than this ends the descent: a hundredth of a unit of log posterior, far
    /// below what the simulation's noise allows to tell.
    static let tolerance = 0.01

    /// What is told while it runs.
    public enum Event: Sendable {
        /// Trials that are done, and about how many there will be in all
        case trials(done: Int, of: Int)
        /// A step was taken
        case step(CalibrationState.Mark)
    }

    /// A saved state belongs to another calibration.
    public struct OtherCalibration: Error, Sendable, CustomStringConvertible {
        /// Makes the error.
        public init() {}
        /// What is wrong and what would be right.
        public var description: String {
            "the checkpoint belongs to another calibration: its plan, seed, sizes, models or evidence differ. Remove "
                + "it, or go back to what it was made with."
        }
    }

    /// A saved state was made by a program that computes otherwise.
    public struct OtherArithmetic: Error, Sendable, CustomStringConvertible {
        /// The objective that was saved.
        public let saved: Double
        /// What this program finds at the same point.
        public let found: Double
        /// What is wrong and what would be right.
        public var description: String {
            "the checkpoint was made by another version of this program: it holds an objective of \(saved), and the "
                + "same point has \(found) here. Remove it to begin anew, or go on with the program that made it."
        }
    }

    /// - Parameters:
    ///   - inputs: digests of the files that are read.
    ///   - threads: how many trials run at once; the result does not depend on it.
    public init(
        _ problem: CalibrationProblem, inputs: [String], threads: Int,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.problem = problem
        fingerprint = problem.fingerprint(inputs: inputs)
        self.threads = threads
        self.isCancelled = isCancelled
    }

    /// Whether a saved state is one of this calibration.
    public func accepts(_ state: CalibrationState) -> Bool { state.fingerprint == fingerprint }

    /// Runs to the end.
    ///
    /// - Parameters:
    ///   - saved: where to go on; nil from the beginning.
    ///   - save: told the state after every step; what it throws stops the calibration.
    ///   - report: told of progress, from any thread.
    /// - Throws: `Trial.Interrupted`; `OtherCalibration`; `OtherArithmetic`, since going on would mix two programs' numbers.
    public func run(
        from saved: CalibrationState? = nil, save: (CalibrationState) throws -> Void = { _ in },
        report: @escaping @Sendable (Event) -> Void = { _ in }
    ) throws -> CalibrationOutcome {
        if let saved, !accepts(saved) { throw OtherCalibration() }
        var state = saved ?? CalibrationState(fingerprint: fingerprint, point: problem.start)
        let blocks = ScreenBlock.all(problem)
        let done = Atomic<Int>(0)
        let total = trials(after: state, blocks)
        let crew = crew(problem.plan.seed) {
            report(.trials(done: done.add(1, ordering: .relaxed).newValue, of: total))
        }
        let objective = CalibrationObjective(problem: problem, crew: crew)
        func note(_ step: String, _ value: Double) throws {
            state.trace.append(.init(step: step, objective: value))
            try save(state)
            report(.step(.init(step: step, objective: value)))
        }
        if let descent = saved?.descent { try requireSameArithmetic(as: descent, objective) }
        if problem.plan.screen > 0 {
            while state.screened < blocks.count {
                let block = blocks[state.screened]
                let (point, value) = try screen(block, from: state.point, objective)
                state.point = point
                state.screened += 1
                try note("screen of \(block.product)", value)
            }
        }
        if state.descent == nil {
            let value = halfSquares(try objective.residuals(at: [state.point])[0])
            state.descent = DescentState(point: state.point, objective: value)
            try note("start of the descent", value)
        }
        let method = LevenbergMarquardt(objective, tolerance: Self.tolerance)
        while let descent = state.descent, !descent.hasConverged, state.iterations < problem.plan.iterations {
            let next = try method.step(from: descent)
            state.descent = next
            state.point = next.point
            state.iterations += 1
            try note("step \(state.iterations)", next.objective)
        }
        return try conclude(state, objective, crew)
    }

    /// Looks whether this program finds the objective that was saved, at the same point and to the last digit.
    private func requireSameArithmetic(as saved: DescentState, _ objective: CalibrationObjective) throws {
        let found = halfSquares(try objective.residuals(at: [saved.point])[0])
        guard found == saved.objective else { throw OtherArithmetic(saved: saved.objective, found: found) }
    }

    private func crew(_ seed: UInt64, _ progress: @escaping @Sendable () -> Void) -> TrialCrew {
        TrialCrew(problem: problem, seed: seed, threads: threads, progress: progress, isCancelled: isCancelled)
    }

    /// The best of the block's draws, judged by its own studies and priors.
    private func screen(
        _ block: ScreenBlock, from point: [Double], _ objective: CalibrationObjective
    ) throws -> (point: [Double], objective: Double) {
        let candidates = block.candidates(from: point, draws: problem.plan.screen, seed: problem.plan.seed)
        let simulated = try objective.simulated(at: candidates, studies: block.studies)
        let values = zip(candidates, simulated).map { candidate, values in
            let residuals = objective.residuals(values, studies: block.studies).map { $0 ?? objective.missing }
            return halfSquares(residuals + block.parameters.map { candidate[$0] })
        }
        let best = values.indices.min { values[$0] < values[$1] } ?? 0
        return (candidates[best], values[best])
    }

    /// Rounds what was found to what the file will hold, and looks at it there.
    private func conclude(
        _ state: CalibrationState, _ objective: CalibrationObjective, _ crew: TrialCrew
    ) throws -> CalibrationOutcome {
        let values = zip(problem.parameters, state.point).map { parameter, score in
            Significant.rounded(parameter.prior.value(at: score), within: parameter.prior.scale)
        }
        let point = zip(problem.parameters, values).map { $0.prior.score(of: $1) }
        let line = try objective.linearization(at: point)
        let fresh = CalibrationObjective(problem: problem, crew: self.crew(problem.plan.seed &+ 1, crew.progress))
        let before = try objective.simulated(with: problem.parameters.map(\.start))
        let after = try objective.simulated(with: values)
        return CalibrationOutcome(
            problem: problem, values: values, posterior: Posterior(line.jacobian), state: state,
            objectives: [
                halfSquares(objective.residuals(before).map { $0 ?? objective.missing } + problem.start),
                halfSquares(objective.residuals(after).map { $0 ?? objective.missing } + point),
            ],
            before: before, after: after, control: try fresh.simulated(with: values))
    }

    /// About how many trials are left.
    private func trials(after state: CalibrationState, _ blocks: [ScreenBlock]) -> Int {
        let studies = problem.material.studies.count
        let linearization = studies + 2 * problem.touched.reduce(0) { $0 + $1.count }
        let screens =
            problem.plan.screen == 0
            ? 0 : blocks.dropFirst(state.screened).reduce(0) { $0 + (problem.plan.screen + 1) * $1.studies.count }
        let steps = max(0, problem.plan.iterations - state.iterations)
        let candidates = LevenbergMarquardt<CalibrationObjective>.factors.count * studies
        return screens + steps * (linearization + candidates) + linearization + 4 * studies
    }
}
