import Testing

@testable import Dynamics

/// Events that wait between their trigger and their execution.
@Suite struct DelayedEventTests {
    @Test(arguments: [(true, 1.0), (false, 3)])
    func `executed after its delay with the values of the trigger or of then`(atTrigger: Bool, copied: Double) throws {
        let program = try Program(
            Model(
                "late", rates: [("x", 0, "1")], held: ["copy": 0, "when": 0],
                events: [
                    .when("x >= 1", ["copy": "x", "when": "time"], usesTriggerTimeValues: atTrigger, delay: "2")
                ]))
        let rows = try save(program, at: [3 - 1e-8, 3 + 1e-8])
        #expect(program.values("copy", rows)[0] == 0)
        #expect(abs(program.values("copy", rows)[1] - copied) < 1e-9)
    }

    /// x rises through 1 at 1 and falls through it again at 2, before the delay of 2 is over.
    @Test(arguments: [(true, 1.0), (false, 0)])
    func `a trigger that falls while the event waits cancels it unless it persists`(
        persistent: Bool, count: Double
    ) throws {
        let program = try Program(
            Model(
                "hill", rates: [("x", 0, "2 - (4 / 3) * time")], held: ["count": 0],
                events: [.when("x >= 4 / 3", ["count": "count + 1"], persistent: persistent, delay: "2")]))
        #expect(program.values("count", try save(program, at: [2.5, 10])) == [0, count])
    }

    @Test func `several that wait at once each come at their own time`() throws {
        // Triggered at 1, 2, …, 9 and carried out 3.5 later.
        let program = try Program(
            Model(
                "queue", rates: [("x", 0, "1")], held: ["next": 1, "count": 0, "last": 0],
                events: [
                    .when("time >= next", ["next": "next + 1"]),
                    .when(
                        "time >= next", ["count": "count + 1", "last": "time"], usesTriggerTimeValues: false,
                        delay: "3.5"),
                ]))
        let times = around((0...8).map { 4.5 + Double($0) })
        let rows = try save(program, at: times)
        #expect(program.values("count", rows) == counted(from: 0, to: 9))
        let last = program.values("last", rows)
        for index in 0...8 { #expect(abs(last[2 * index + 1] - times[2 * index]) < 2e-8) }
    }

    @Test func `the delay is that of the time of the trigger`() throws {
        let program = try Program(
            Model(
                "varying", rates: [("x", 1, "1")], held: ["count": 0],
                events: [.when("time >= 2", ["count": "1"], delay: "x / 2")]))
        let rows = try save(program, at: [3.5 - 1e-8, 3.5 + 1e-8])
        #expect(program.values("count", rows) == [0, 1])
    }

    @Test(arguments: ["-1", "0 / (x - x)"])
    func `a delay that is negative or not a number fails that patient`(delay: String) throws {
        let program = try Program(
            Model(
                "bad", rates: [("x", 1, "1")], held: ["count": 0],
                events: [.when("time >= 2", ["count": "1"], delay: delay)]))
        let failure = #expect(throws: LaneFailure.self) { try save(program, at: [5]) }
        #expect(failure?.reason == .badDelay)
        #expect(failure?.time == 2)
    }
}
