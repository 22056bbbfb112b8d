import Foundation
import Testing

@testable import Dynamics

/// A dose every eight hours for a year, by an event that sets the time of the next.
@Suite struct DosingTests {
    private let interval = 8.0
    private let elimination = 0.1
    private let doses = 1095

    private func program(initiallyTrue: Bool) throws -> Program {
        try Program(
            Model(
                "doses", constants: ["k": elimination, "interval": interval], rates: [("x", 0, "-k * x")],
                held: ["next": 0, "count": 0, "last": -1],
                events: [
                    .when(
                        "time >= next",
                        ["x": "x + 100", "next": "next + interval", "count": "count + 1", "last": "time"],
                        initiallyTrue: initiallyTrue)
                ]))
    }

    /// What is left of `count` doses right after the last: a geometric series.
    private func amount(after count: Int) -> Double {
        let kept = exp(-elimination * interval)
        return 100 * (1 - pow(kept, Double(count))) / (1 - kept)
    }

    @Test(arguments: Method.allCases)
    func `1095 doses at their times within 1e-8, and the amounts of their closed form`(method: Method) throws {
        let program = try program(initiallyTrue: false)
        let times = [0] + around((1..<doses).map { Double($0) * interval })
        let rows = try save(program, method, at: times)
        #expect(program.values("count", rows) == [1] + counted(from: 1, to: doses))
        let amounts = program.values("x", rows)
        let last = program.values("last", rows)
        #expect(amounts[0] == 100, "the dose at time 0 is in the row of time 0")
        var worst = (amount: 0.0, time: 0.0)
        for dose in 1..<doses {
            let before = amount(after: dose) * exp(-elimination * interval)
            worst.amount = max(worst.amount, abs(amounts[2 * dose - 1] / before - 1))
            worst.amount = max(worst.amount, abs(amounts[2 * dose] / (before + 100) - 1))
            worst.time = max(worst.time, abs(last[2 * dose] - Double(dose) * interval))
        }
        #expect(worst.amount < 1e-7)
        #expect(worst.time < 1e-8)
    }

    @Test func `a trigger that counts as true before the start waits for the next`() throws {
        let program = try program(initiallyTrue: true)
        let rows = try save(program, at: [0, 100])
        // It stays true, so it never rises.
        #expect(program.values("count", rows) == [0, 0])
    }

    @Test func `two schedules in one model keep their own times`() throws {
        let program = try Program(
            Model(
                "two", rates: [("x", 0, "1")], held: ["a": 3, "b": 5, "countA": 0, "countB": 0],
                events: [
                    .when("time >= a", ["a": "a + 3", "countA": "countA + 1"]),
                    .when("time >= b", ["b": "b + 5", "countB": "countB + 1"]),
                ]))
        let times = [14.9, 15.1, 150.1]
        let rows = try save(program, at: times)
        #expect(program.values("countA", rows) == [4, 5, 50])
        #expect(program.values("countB", rows) == [2, 3, 30])
    }
}
