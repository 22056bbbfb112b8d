import Dispatch
import Synchronization

/// Threads of their own for work that blocks: as many pieces at once as there are lanes, the others wait in line. Swift's
/// own threads, which answer requests, are never held up by it.
final class WorkLanes: Sendable {
    private struct Waiting {
        var running = 0
        var line: [@Sendable () -> Void] = []
    }
    private let lanes: Int
    private let queue: DispatchQueue
    private let waiting = Mutex(Waiting())

    init(label: String, lanes: Int, priority: DispatchQoS = .userInitiated) {
        self.lanes = lanes
        queue = DispatchQueue(label: label, qos: priority, attributes: .concurrent)
    }

    /// How many pieces wait or run.
    var load: Int { waiting.withLock { $0.running + $0.line.count } }

    /// Does a piece of work on a lane and waits for it without holding a thread.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            submit { continuation.resume(with: Result { try work() }) }
        }
    }

    /// Puts a piece of work in line.
    func submit(_ work: @escaping @Sendable () -> Void) {
        let starts = waiting.withLock { state in
            guard state.running < lanes else {
                state.line.append(work)
                return false
            }
            state.running += 1
            return true
        }
        if starts { start(work) }
    }

    private func start(_ work: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            work()
            let next = waiting.withLock { state -> (@Sendable () -> Void)? in
                guard !state.line.isEmpty else {
                    state.running -= 1
                    return nil
                }
                return state.line.removeFirst()
            }
            if let next { start(next) }
        }
    }
}
