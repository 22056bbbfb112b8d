import Synchronization
import Testing

@testable import Service

@Suite("Writers of one journal")
struct WritersLineTests {
    /// How many write at once.
    private final class Inside: Sendable {
        private let counts = Mutex((now: 0, most: 0, done: 0))
        var all: (now: Int, most: Int, done: Int) { counts.withLock { $0 } }
        func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.done) } }
        func leave() { counts.withLock { $0 = ($0.now - 1, $0.most, $0.done + 1) } }
    }

    @Test("come one after the other; those of another journal do not wait")
    func order() async throws {
        let (line, inside) = (WritersLine(), Inside())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try await line.turn(number % 3 == 0 ? "other \(number)" : "one") {
                        guard number % 3 != 0 else { return }
                        inside.enter()
                        try await Task.sleep(for: .milliseconds(1))
                        inside.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        let (now, most, done) = inside.all
        #expect(now == 0 && most == 1 && done == 40)
    }

    @Test("let the next one in when they fail")
    func failure() async throws {
        let line = WritersLine()
        await #expect(throws: CancellationError.self) { try await line.turn("one") { throw CancellationError() } }
        let seven = try await line.turn("one") { 7 }
        #expect(seven == 7)
    }
}
