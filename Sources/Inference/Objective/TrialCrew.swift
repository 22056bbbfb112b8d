import Dispatch
import Synchronization
import Therapy

/// Runs many trials side by side, each on one thread, so that which thread runs which changes nothing.
struct TrialCrew: Sendable {
    /// One trial: a study under fitted values.
    struct Job: Sendable {
        let study: Int
        let fitted: FittedParameters
    }

    let problem: CalibrationProblem
    /// Seed of the patients.
    let seed: UInt64
    let threads: Int
    /// Told after each trial, from any thread.
    let progress: @Sendable () -> Void
    let isCancelled: @Sendable () -> Bool

    /// More patients than this share whose integration failed make a trial worthless.
    static let tolerableFailures = 0.05

    /// The simulated value of each comparison of each job, in the jobs' order; nil for an endpoint that nobody had.
    ///
    /// - Throws: `Trial.Interrupted`, or what a setting refuses.
    func values(_ jobs: [Job]) throws -> [[Double?]] {
        let next = Atomic<Int>(0)
        let slots = Mutex([[Double?]](repeating: [], count: jobs.count))
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, jobs.count))) { _ in
            while failure.withLock({ $0 == nil }) {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < jobs.count else { return }
                do {
                    let values = try self.values(of: jobs[index])
                    slots.withLock { $0[index] = values }
                    progress()
                } catch {
                    failure.withLock { $0 = error }
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        return slots.withLock { $0 }
    }

    private func values(of job: Job) throws -> [Double?] {
        let setting = try problem.material.setting(job.study, fitted: job.fitted, seed: seed)
        let outcomes = try Trial(setting).run(
            patients: problem.plan.patients, threads: 1, isCancelled: isCancelled
        ).outcomes
        let comparisons = problem.comparisons[job.study]
        let failed = outcomes.count { $0.failure != nil }
        guard Double(failed) <= Self.tolerableFailures * Double(outcomes.count) else {
            return comparisons.map { _ in nil }
        }
        let endpoints = Endpoints(outcomes, study: setting.study).values
        return comparisons.map { endpoints[$0.name.rawValue]?.value }
    }
}
