import Care
import Foundation
import Synchronization
import Therapy

/// One virtual trial: waiting, running, or over.
final class TrialRun: Sendable {
    /// States of a run.
    enum State: String, Codable, Sendable { case waiting, running, done, failed, cancelled }

    /// What can be told of a run while it goes on.
    struct Progress: Encodable, Sendable, Equatable {
        var state: State
        /// Virtual patients done and asked for, of all arms.
        var done: Int
        var patients: Int
        /// Seconds since it began to run.
        var seconds: Double
        /// Seconds that it will still take; nil while that cannot be told.
        var remaining: Double?
        /// Why it failed.
        var problem: String?
    }

    private struct Standing {
        var state = State.waiting
        var beganAt: Instant?
        var endedAt: Instant?
        var result: TrialResult?
        var problem: String?
    }

    let id: String
    let order: TrialOrder
    let account: Int
    let orderedAt: Instant
    private let done = Atomic<Int>(0)
    private let cancelled = Atomic<Bool>(false)
    private let standing = Mutex(Standing())

    init(id: String, order: TrialOrder, account: Int, orderedAt: Instant) {
        self.id = id
        self.order = order
        self.account = account
        self.orderedAt = orderedAt
    }

    var result: TrialResult? { standing.withLock { $0.result } }
    var isOver: Bool { [.done, .failed, .cancelled].contains(standing.withLock { $0.state }) }
    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    func progress(at now: Instant) -> Progress {
        let standing = standing.withLock { $0 }
        let done = done.load(ordering: .relaxed)
        let seconds = standing.beganAt.map { (standing.endedAt ?? now).seconds(since: $0) } ?? 0
        let remaining =
            standing.state == .running && done > 0
            ? seconds / Double(done) * Double(order.patients * order.policies.count - done) : nil
        return Progress(
            state: standing.state, done: done, patients: order.patients * order.policies.count,
            seconds: (seconds * 10).rounded() / 10,
            remaining: remaining.map { ($0 * 10).rounded() / 10 }, problem: standing.problem)
    }

    /// Asks it to stop; it does between two patients.
    func cancel(at now: Instant) {
        cancelled.store(true, ordering: .relaxed)
        standing.withLock { standing in
            guard standing.state == .waiting else { return }
            standing.state = .cancelled
            standing.endedAt = now
        }
    }

    /// Does the work, on a thread of its own.
    func work(_ shop: TrialShop, threads: Int, clock: ServiceClock) {
        let begins = standing.withLock { standing in
            guard standing.state == .waiting else { return false }
            standing.state = .running
            standing.beganAt = clock.now()
            return true
        }
        guard begins else { return }
        do {
            let settings = try order.policies.indices.map { try shop.setting(order, arm: $0) }
            var arms: [[Outcome]] = []
            var traces: [PatientTrace] = []
            for setting in settings {
                let before = arms.count * order.patients
                let result = try Trial(setting).run(
                    patients: order.patients, threads: threads, tracing: arms.isEmpty ? TrialResult.traced : 0,
                    progress: { [self] in done.store(before + $0, ordering: .relaxed) },
                    isCancelled: { [self] in isCancelled })
                arms.append(result.outcomes)
                traces += result.traces
            }
            end(.done, TrialResult(settings, arms, traces), nil, clock.now())
        } catch is Trial.Interrupted {
            end(.cancelled, nil, nil, clock.now())
        } catch {
            end(.failed, nil, "the run failed: \(type(of: error))", clock.now())
        }
    }

    private func end(_ state: State, _ result: TrialResult?, _ problem: String?, _ now: Instant) {
        standing.withLock { standing in
            standing.state = state
            standing.result = result
            standing.problem = problem
            standing.endedAt = now
        }
    }
}
