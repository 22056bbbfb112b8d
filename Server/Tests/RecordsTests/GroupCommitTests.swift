import Foundation
import Synchronization
import Testing

@testable import Records

/// A session that notes what it is asked, and fails where told.
private final class ScriptedSession: WriteSession, SQLConnection, @unchecked Sendable {
    // Safe to share: used on one serial queue, and looked at when that is empty.
    var log: [String] = []
    var commitFailures: [SQLError] = []
    var statementFailures: [String: [SQLError]] = [:]
    var failure: SQLError?
    var isInTransaction = false
    var connection: any SQLConnection { self }

    func begin() throws(SQLError) {
        log.append("begin")
        failure = nil
        isInTransaction = true
    }
    func commit() throws(SQLError) {
        log.append("commit")
        isInTransaction = false
        if !commitFailures.isEmpty { throw commitFailures.removeFirst() }
    }
    func rollBack() {
        log.append("rollback")
        isInTransaction = false
    }
    func save() throws(SQLError) { failure = nil }
    func release() throws(SQLError) {}
    func undo() throws(SQLError) {
        log.append("undo")
        failure = nil
    }
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        if let failure { throw failure }
        log.append(sql)
        if let next = statementFailures[sql]?.first {
            statementFailures[sql]?.removeFirst()
            failure = next
            throw next
        }
        return 1
    }
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] { [] }
}

/// Counts from 1.
private final class Counter: Sendable {
    private let value = Atomic<Int>(0)
    func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}

@Suite struct GroupCommitTests {
    private struct Refusal: Error {}

    /// Submits jobs that all wait before the first transaction begins, and gathers what became of each.
    private func submit(
        _ session: ScriptedSession, _ bodies: [@Sendable (any SQLConnection) throws -> String]
    ) async -> [Result<String, any Error>] {
        let queue = DispatchQueue(label: "scripted")
        let gate = DispatchSemaphore(value: 0)
        let count = bodies.count
        queue.async { gate.wait() }
        let commits = GroupCommit { work in queue.async { work(session) } }
        return await withTaskGroup(of: (Int, Result<String, any Error>).self) { group in
            let waiting = Counter()
            for (index, body) in bodies.enumerated() {
                group.addTask {
                    do {
                        let value: String = try await withCheckedThrowingContinuation {
                            commits.submit(WriteJob(alone: false, body, $0))
                            if waiting.next() == count { gate.signal() }
                        }
                        return (index, .success(value))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            var results: [(Int, Result<String, any Error>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func statement(_ name: String) -> @Sendable (any SQLConnection) throws -> String {
        { connection in
            try connection.execute(name)
            return name
        }
    }

    @Test("writes that wait at once share one commit")
    func shared() async throws {
        let session = ScriptedSession()
        let results = await submit(session, (0..<20).map { statement("w\($0)") })
        #expect(try results.map { try $0.get() } == (0..<20).map { "w\($0)" })
        #expect(session.log.filter { $0 == "commit" }.count == 1)
    }

    @Test("when the commit fails, nobody of the group is told that it was written")
    func failedCommit() async throws {
        for kind in [SQLError.Kind.unavailable, .outcomeUnknown, .damaged] {
            let session = ScriptedSession()
            session.commitFailures = [SQLError(kind, code: "", problem: "")]
            let results = await submit(session, (0..<5).map { statement("w\($0)") })
            for result in results {
                #expect(throws: SQLError(kind, code: "", problem: "")) { try result.get() }
            }
        }
    }

    @Test("one that fails takes none of the others with it")
    func refused() async throws {
        let session = ScriptedSession()
        // It fails in the common transaction, and again when each is kept apart.
        session.statementFailures["w1"] = Array(repeating: SQLError(.constraint, code: "", problem: ""), count: 2)
        let results = await submit(
            session, [statement("w0"), statement("w1"), { _ in throw Refusal() }, statement("w3")])
        #expect(try results[0].get() == "w0")
        #expect(throws: SQLError.self) { try results[1].get() }
        #expect(throws: Refusal.self) { try results[2].get() }
        #expect(try results[3].get() == "w3")
        #expect(session.log.filter { $0 == "undo" }.count == 2)
        #expect(session.log.filter { $0 == "commit" }.count == 1)
    }

    @Test("a body that hides a failed statement is not taken for done")
    func hidden() async throws {
        let session = ScriptedSession()
        session.statementFailures["w0"] = [SQLError(.constraint, code: "", problem: "")]
        let results = await submit(
            session,
            [
                { connection in
                    _ = try? connection.execute("w0")
                    return "done"
                }
            ])
        #expect(throws: SQLError.self) { try results[0].get() }
        #expect(!session.log.contains("commit"))
    }

    @Test("one too large for the disk is refused alone; the small ones are written")
    func full() async throws {
        let session = ScriptedSession()
        let full = SQLError(.full, code: "13", problem: "")
        session.statementFailures["large"] = [full, full]
        let results = await submit(session, [statement("a"), statement("large"), statement("b")])
        #expect(try results[0].get() == "a")
        #expect(throws: full) { try results[1].get() }
        #expect(try results[2].get() == "b")
    }

    @Test("a transaction that clashes with another program's is run again, from its beginning")
    func retried() async throws {
        let session = ScriptedSession()
        session.commitFailures = [SQLError(sqlState: "40001"), SQLError(sqlState: "40P01")]
        let results = await submit(session, [statement("w0"), statement("w1")])
        #expect(try results.map { try $0.get() } == ["w0", "w1"])
        #expect(session.log.filter { $0 == "begin" }.count == 3)
        #expect(session.log.suffix(4) == ["begin", "w0", "w1", "commit"])
    }
}
