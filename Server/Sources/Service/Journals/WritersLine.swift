import Synchronization

/// Lets those who write to one journal in one after the other. Two who judge the same version at once would both be right to
/// write, the second would be refused by the store and judge again; in the meantime it has held up all who share its commit.
final class WritersLine: Sendable {
    /// Who waits, by therapy; an empty line is one in which somebody writes and nobody waits.
    private let lines = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

    /// Does something when it is this writer's turn.
    func turn<Value: Sendable>(_ therapy: String, _ body: () async throws -> Value) async throws -> Value {
        await withCheckedContinuation { turn in
            let isFree = lines.withLock { lines in
                guard lines[therapy] != nil else {
                    lines[therapy] = []
                    return true
                }
                lines[therapy]?.append(turn)
                return false
            }
            if isFree { turn.resume() }
        }
        defer { leave(therapy) }
        return try await body()
    }

    private func leave(_ therapy: String) {
        let next = lines.withLock { lines -> CheckedContinuation<Void, Never>? in
            guard let line = lines[therapy], !line.isEmpty else {
                lines[therapy] = nil
                return nil
            }
            return lines[therapy]?.removeFirst()
        }
        next?.resume()
    }
}
