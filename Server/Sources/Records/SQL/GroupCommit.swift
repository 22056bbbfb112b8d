import Dispatch
import Foundation
import Synchronization

/// Puts writes that wait at the same time into one transaction, so that they share one sync of the disk. No result is
/// handed over before the commit that holds it has returned.
final class GroupCommit: Sendable {
    /// Most writes of one transaction.
    static let mostJobs = 128
    /// No write is added to a transaction that has run this long, nanoseconds: the first must not wait for the last.
    static let longest: UInt64 = 40_000_000
    /// How often a transaction is tried that clashes with another program's.
    static let mostTries = 12

    private struct State {
        var waiting: [WriteJob] = []
        var isDraining = false
        var isClosed = false
    }
    private let state = Mutex(State())
    /// Starts work on the writing connection's own thread.
    private let enter: @Sendable (_ work: @escaping @Sendable (any WriteSession) -> Void) -> Void

    init(enter: @escaping @Sendable (_ work: @escaping @Sendable (any WriteSession) -> Void) -> Void) {
        self.enter = enter
    }

    /// Queues a write.
    func submit(_ job: WriteJob) {
        enum Next { case start, wait, refuse }
        let next = state.withLock { state -> Next in
            if state.isClosed { return .refuse }
            state.waiting.append(job)
            defer { state.isDraining = true }
            return state.isDraining ? .wait : .start
        }
        switch next {
        case .start: enter { self.drain($0) }
        case .wait: break
        case .refuse: job.fail(SQLError(.unavailable, code: "", problem: "the database was closed"))
        }
    }

    /// Refuses writes from now on; those that wait are done first.
    func close() { state.withLock { $0.isClosed = true } }

    private func drain(_ session: any WriteSession) {
        while true {
            let jobs = state.withLock { state -> [WriteJob] in
                var count = min(state.waiting.count, Self.mostJobs)
                if let alone = state.waiting.prefix(count).firstIndex(where: \.alone) { count = max(1, alone) }
                let jobs = Array(state.waiting.prefix(count))
                state.waiting.removeFirst(count)
                if jobs.isEmpty { state.isDraining = false }
                return jobs
            }
            if jobs.isEmpty { return }
            let left = perform(jobs, session)
            if !left.isEmpty { state.withLock { $0.waiting.insert(contentsOf: left, at: 0) } }
        }
    }

    /// - Returns: jobs for which there was no time in this transaction.
    private func perform(_ jobs: [WriteJob], _ session: any WriteSession) -> ArraySlice<WriteJob> {
        var attempt = 1
        // Savepoints cost PostgreSQL two journeys for each write, and few writes fail: they come with the first that does.
        var areApart = false
        while true {
            do throws(SQLError) {
                if let left = try transaction(jobs, session, areApart: areApart) { return left }
                session.rollBack()
                areApart = true
            } catch {
                session.rollBack()
                if error.asksForAnotherTry, attempt < Self.mostTries {
                    // The other transaction is somebody else's: wait a little, differently each time.
                    Thread.sleep(forTimeInterval: .random(in: 0.0005...(0.001 * Double(min(attempt * attempt, 50)))))
                    attempt += 1
                } else if jobs.count > 1, error.kind == .full || error.asksForAnotherTry {
                    // One that is too large must not take the small ones with it.
                    for job in jobs { _ = perform([job], session) }
                    return []
                } else {
                    for job in jobs { job.fail(error) }
                    return []
                }
            }
        }
    }

    /// - Returns: jobs for which there was no time; nil if one of several failed, which are then to be kept apart.
    private func transaction(
        _ jobs: [WriteJob], _ session: any WriteSession, areApart: Bool
    ) throws(SQLError) -> ArraySlice<WriteJob>? {
        var done: [@Sendable () -> Void] = []
        var refused: [(WriteJob, any Error)] = []
        try session.begin()
        let start = DispatchTime.now().uptimeNanoseconds
        var next = jobs.startIndex
        while next < jobs.endIndex {
            if next > jobs.startIndex, DispatchTime.now().uptimeNanoseconds - start > Self.longest { break }
            let job = jobs[next]
            if areApart { try session.save() }
            let outcome = Result { try job.run(session.connection) }
            // What the database said counts, whatever the body made of it.
            if let failure = session.failure, endsAll(failure) || !session.isInTransaction { throw failure }
            switch outcome {
            case .success(let deliver) where session.failure == nil:
                done.append(deliver)
                if areApart { try session.release() }
            case .success:
                let hidden = session.failure ?? SQLError(.unexpected, code: "", problem: "a statement failed")
                if areApart { try session.undo() } else if jobs.count > 1 { return nil }
                refused.append((job, hidden))
            case .failure(let error as SQLError) where error.asksForAnotherTry:
                throw error
            case .failure(let error):
                if areApart { try session.undo() } else if jobs.count > 1 { return nil }
                refused.append((job, error))
            }
            next += 1
        }
        if done.isEmpty { session.rollBack() } else { try session.commit() }
        for deliver in done { deliver() }
        for (job, error) in refused { job.fail(error) }
        return jobs[next...]
    }

    /// Whether a failure is one of the whole transaction, not of the job that met it.
    private func endsAll(_ error: SQLError) -> Bool {
        switch error.kind {
        case .serialization, .full, .unavailable, .damaged, .busy, .outcomeUnknown: true
        default: false
        }
    }
}
