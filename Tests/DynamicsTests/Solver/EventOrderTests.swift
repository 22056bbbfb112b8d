import Testing

@testable import Dynamics

/// Which of the events due at one time goes first, and what it sees: SBML Level 3 Version 2, section 4.11.
@Suite struct EventOrderTests {
    /// Three events due at time 1 write their turn.
    private func turns(_ priorities: [String?]) throws -> Program {
        try Program(
            Model(
                "turns", rates: [("x", 0, "1")], held: ["turn": 0, "e0": 0, "e1": 0, "e2": 0],
                events: priorities.enumerated().map { index, priority in
                    try .when(
                        "time >= 1", ["turn": "turn + 1", "e\(index)": "turn + 1"], usesTriggerTimeValues: false,
                        priority: priority)
                }))
    }

    private func order(_ program: Program, _ row: [Double]) -> [Double] {
        ["e0", "e1", "e2"].map { program.values($0, [row])[0] }
    }

    @Test func `the highest priority first, those without one last`() throws {
        let program = try turns(["1", nil, "2"])
        #expect(order(program, try save(program, at: [2])[0]) == [2, 3, 1])
    }

    @Test func `priorities are those of the moment`() throws {
        // The first to go turns the others' order around.
        let program = try turns(["10", "turn", "0.5"])
        #expect(order(program, try save(program, at: [2])[0]) == [1, 2, 3])
    }

    @Test func `without priorities in the order of the model`() throws {
        let program = try turns([nil, nil, nil])
        #expect(order(program, try save(program, at: [2])[0]) == [1, 2, 3])
    }

    @Test func `equal priorities are decided by lot, the same for the same seed`() throws {
        let program = try turns(["1", "1", "1"])
        func run(_ backend: Backend) throws -> [[Double]] {
            let integrator = LaneIntegrator(program, backend: backend)
            var found = [[Double]](repeating: [], count: 60)
            var next = 0
            func load(_ lane: Int) -> LaneIntegrator.Directive {
                guard next < 60 else { return .idle }
                integrator.load(lane: lane, time: 0, seed: UInt64(next))
                seeds[lane] = next
                next += 1
                return .advance(to: 2)
            }
            var seeds = [Int](repeating: 0, count: backend.lanes)
            integrator.run(starting: load) { lane, _ in
                let row = program.states.indices.map { integrator.state($0, lane: lane) }
                found[seeds[lane]] = order(program, row)
                return load(lane)
            }
            return found
        }
        let first = try run(.portable(lanes: 8))
        #expect(try run(.portable(lanes: 8)) == first)
        #expect(try run(.portable(lanes: 64)) == first, "whatever lane and company")
        #expect(Set(first).count == 6, "every order comes up")
        for order in Set(first) { #expect((3...25).contains(first.count { $0 == order })) }
    }

    @Test func `a member's lots are its own`() throws {
        let program = try turns(["1", "1", "1"])
        let one = try Ensemble(program, members: 40).run(over: 0...2)
        #expect(try Ensemble(program, members: 40).run(over: 0...2, threads: 2) == one)
        #expect(Set(one.map(\.states)).count > 3)
    }

    @Test(arguments: [(true, 0.0), (false, 5)])
    func `values from the time of the trigger, or of the execution`(atTrigger: Bool, expected: Double) throws {
        let program = try Program(
            Model(
                "values", rates: [("x", 0, "1")], held: ["count": 0, "copy": -1],
                events: [
                    .when("time >= 1", ["count": "5"], priority: "2"),
                    .when("time >= 1", ["copy": "count"], usesTriggerTimeValues: atTrigger, priority: "1"),
                ]))
        #expect(program.values("copy", try save(program, at: [2])) == [expected])
    }

    @Test func `an event at time 0 comes before the first saved row`() throws {
        let program = try Program(
            Model(
                "start", rates: [("x", 3, "0 * x")], held: ["count": 0],
                events: [.when("x >= 1", ["x": "x - 1", "count": "count + 1"], initiallyTrue: false)]))
        let rows = try save(program, at: [0, 1])
        #expect(program.values("x", rows) == [2, 2])
        #expect(program.values("count", rows) == [1, 1])
    }

    @Test func `an event that is due but was cancelled by the one before is not carried out`() throws {
        let program = try Program(
            Model(
                "cancel", rates: [("x", 0, "1")], held: ["gate": 1, "count": 0],
                events: [
                    .when("time >= 1", ["gate": "0"], priority: "2"),
                    .when("time >= 1 && gate > 0", ["count": "1"], persistent: false, priority: "1"),
                ]))
        #expect(program.values("count", try save(program, at: [2])) == [0])
    }
}
