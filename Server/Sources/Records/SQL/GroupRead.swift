import Dispatch
import Synchronization

/// One read that waits for its turn.
struct ReadJob: Sendable {
    /// Runs the body and hands over what came out of it.
    let run: @Sendable (any SQLConnection) -> Void
    /// Hands a failure over.
    let fail: @Sendable (any Error) -> Void

    /// A job whose outcome goes to a continuation.
    init<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T, _ continuation: CheckedContinuation<T, any Error>
    ) {
        run = { connection in continuation.resume(with: Result { try body(connection) }) }
        fail = { continuation.resume(throwing: $0) }
    }
}

/// Takes reads that wait at the same time to a connection together: the way there (a thread, a transaction) costs more
/// than a row. A read begins after it was asked for, so it sees every write that was acknowledged before.
final class GroupRead: Sendable {
    /// Most reads of one journey.
    static let mostJobs = 32
    /// Most connections that read at once.
    static let mostReaders = 4
    /// Reads wait for a journey under way no longer than this before another connection is used, nanoseconds.
    static let patience: UInt64 = 2_000_000

    /// Makes a face of the connection.
    typealias Face = () -> any SQLConnection

    private struct State {
        var waiting: [ReadJob] = []
        var readers = 0
        var lastStart: UInt64 = 0
    }
    private let state = Mutex(State())
    /// Starts work on a reading connection, in a transaction whose snapshot its first statement takes. Each read has a
    /// face of the connection to itself: what one does wrong does not stick to the next.
    private let enter: @Sendable (_ work: @escaping @Sendable (Result<Face, any Error>) -> Void) -> Void

    init(
        enter: @escaping @Sendable (_ work: @escaping @Sendable (Result<Face, any Error>) -> Void) -> Void
    ) {
        self.enter = enter
    }

    /// Queues a read.
    func submit(_ job: ReadJob) {
        let now = DispatchTime.now().uptimeNanoseconds
        let begins = state.withLock { state -> Bool in
            state.waiting.append(job)
            let isLate = now &- state.lastStart > Self.patience || state.waiting.count >= Self.mostJobs
            guard state.readers == 0 || (isLate && state.readers < Self.mostReaders) else { return false }
            state.readers += 1
            state.lastStart = now
            return true
        }
        if begins { start() }
    }

    private func start() {
        enter { self.journey($0) }
    }

    private func journey(_ connection: Result<Face, any Error>) {
        // Taken now, before the first statement: none of them may be older than the snapshot.
        let jobs = state.withLock { state -> [ReadJob] in
            let jobs = Array(state.waiting.prefix(Self.mostJobs))
            state.waiting.removeFirst(jobs.count)
            return jobs
        }
        switch connection {
        case .success(let face): for job in jobs { job.run(face()) }
        case .failure(let error): for job in jobs { job.fail(error) }
        }
        let goesOn = state.withLock { state -> Bool in
            if state.waiting.isEmpty {
                state.readers -= 1
                return false
            }
            state.lastStart = DispatchTime.now().uptimeNanoseconds
            return true
        }
        if goesOn { start() }
    }
}
