import Testing

@testable import Dynamics

@Suite("Ensembles")
struct EnsembleTests {
    private let members = 41

    /// Members whose stiffness and speed differ by orders of magnitude, so that they would disturb each other if
    /// anything were shared.
    @Sendable private static func parameters(_ member: Int) -> [Double] { [0.1 * Double(1 + member * member % 97)] }

    private func run(_ method: Method, threads: Int, lanes: Int) throws -> [Trajectory] {
        try Ensemble(Systems.vanDerPol(mu: 1), members: members) { Self.parameters($0) }
            .run(over: 0...8, saving: .every(0.5), method: method, threads: threads, backend: .portable(lanes: lanes))
    }

    @Test("the same bits on 8 or 32 lanes, on one thread or two", arguments: Method.allCases)
    func invariance(method: Method) throws {
        let reference = try run(method, threads: 1, lanes: 8)
        #expect(reference.allSatisfy { $0.failure == nil && $0.times.count == 17 })
        #expect(try run(method, threads: 1, lanes: 32) == reference)
        #expect(try run(method, threads: 2, lanes: 32) == reference)
        #expect(try run(method, threads: 2, lanes: 8) == reference)
    }

    @Test("the same bits in another order and in other company", arguments: Method.allCases)
    func permutation(method: Method) throws {
        let reference = try run(method, threads: 1, lanes: 32)
        let program = try Systems.vanDerPol(mu: 1)
        let order = (0..<members).map { ($0 * 17 + 5) % members }
        let permuted = try Ensemble(program, members: order.map(Self.parameters))
            .run(over: 0...8, saving: .every(0.5), method: method)
        for (position, member) in order.enumerated() { #expect(permuted[position] == reference[member]) }
        let alone = try Ensemble(program, members: [Self.parameters(7)])
            .run(over: 0...8, saving: .every(0.5), method: method)
        #expect(alone == [reference[7]])
    }

    @Test("one member's failure is its own")
    func failure() throws {
        let program = try Program(
            Model("pole", parameters: [("a", 0)], states: [("y", 1, "a" * "y" * "y")]))
        let runs = try Ensemble(program, members: [[0], [1], [-1]])
            .run(over: 0...2, saving: .times([0.5, 1.5, 2]))
        #expect(runs.map { $0.failure == nil } == [true, false, true])
        #expect(runs.map(\.times.count) == [3, 1, 3], "what came before the failure is kept")
        #expect(abs(runs[2].states[2][0] - 1.0 / 3) < 1e-5)
    }

    @Test("observables are saved beside the states")
    func observables() throws {
        let run = try Ensemble(Systems.lotkaVolterra(), members: 1).run(over: 0...3, saving: .every(1))[0]
        #expect(run.observables.map { $0[0] } == run.states.map { $0[0] + $0[1] })
    }

    @Test("an ensemble without members has no trajectories")
    func empty() throws {
        #expect(try Ensemble(Systems.lotkaVolterra(), members: 0).run(over: 0...1).isEmpty)
    }
}

@Suite("Save schedules")
struct SaveScheduleTests {
    @Test("a regular grid has the start and the end, even when the interval does not divide the run")
    func grid() throws {
        #expect(try SaveSchedule.every(0.5).times(over: 1...2) == [1, 1.5, 2])
        #expect(try SaveSchedule.every(0.75).times(over: 0...2) == [0, 0.75, 1.5, 2])
        #expect(try SaveSchedule.every(0.1).times(over: 0...1).count == 11)
        #expect(try SaveSchedule.end.times(over: 0...9) == [9])
    }

    @Test("what cannot be followed is refused", arguments: [0, -1, .infinity, Double.nan])
    func interval(interval: Double) {
        #expect(throws: SaveSchedule.Problem.self) { try SaveSchedule.every(interval).times(over: 0...1) }
    }

    @Test("times out of order or outside the run are refused by the first that is wrong")
    func order() throws {
        #expect(throws: SaveSchedule.Problem.time(1)) { try SaveSchedule.times([0, 2, 1]).times(over: 0...3) }
        #expect(throws: SaveSchedule.Problem.time(4)) { try SaveSchedule.times([0, 4]).times(over: 0...3) }
        #expect(throws: SaveSchedule.Problem.time(-1)) { try SaveSchedule.times([-1]).times(over: 0...3) }
        #expect(try SaveSchedule.times([0, 3]).times(over: 0...3) == [0, 3])
    }
}
