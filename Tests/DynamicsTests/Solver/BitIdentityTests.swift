import Foundation
import Testing

@testable import Dynamics

/// A patient's rows have the same bits in any company, order, number of lanes and threads, and on both back ends.
@Suite struct BitIdentityTests {
    /// Systems that use what a block of lanes could mix up.
    enum Case: String, CaseIterable {
        /// Lanes of either method side by side.
        case mixedStiffness
        /// Events at each lane's own times, delayed ones among them, and lots.
        case events
        /// Populations that die at each lane's own time.
        case extinction

        func program() throws -> Program {
            switch self {
            case .mixedStiffness: try Systems.vanDerPol(mu: 1)
            case .events:
                try Program(
                    Model(
                        "events", constants: ["k": 1], rates: [("x", 1, "-k * x"), ("y", 0, "sin(k * time) - y ^ 3")],
                        held: ["next": 0.3, "count": 0],
                        events: [
                            .when("x <= 0.4", ["x": "x + 1", "count": "count + 1"], priority: "1"),
                            .when("time >= next", ["next": "next + 0.3 / k", "y": "y + 0.1"], priority: "1"),
                            .when("y >= 0.6", ["y": "y / 2"], usesTriggerTimeValues: false, delay: "0.07"),
                        ]))
            case .extinction: try Program(Model("clone", constants: ["k": 1], rates: [("x", 1, "-k * x + 1e-4")]))
            }
        }

        func parameters(_ member: Int) -> [Double] {
            self == .mixedStiffness
                ? [0.1 * Double(1 + member * member % 97) * (member % 3 == 0 ? 50 : 1)] : [0.5 + 0.05 * Double(member)]
        }

        func run(
            _ members: [Int], _ method: Dynamics.Method = .automatic, threads: Int = 1, _ backend: Backend = .portable
        ) throws -> [Trajectory] {
            var ensemble = Ensemble(try program(), members: members.map(parameters))
            if self == .extinction { ensemble.extinctions = [(0, 0.01)] }
            return try ensemble.run(
                over: 0...8, saving: .every(0.125), method: method, threads: threads, backend: backend)
        }
    }

    private static let all = Array(0..<45)

    @Test(arguments: Case.allCases)
    func `with 8, 16, 24, 32 or 64 lanes, with one thread or two`(system: Case) throws {
        let reference = try system.run(Self.all)
        #expect(reference.allSatisfy { $0.failure == nil && $0.states.count == 65 })
        for lanes in [8, 16, 24, 32] {
            for threads in [1, 2] {
                #expect(try system.run(Self.all, threads: threads, .portable(lanes: lanes)) == reference)
            }
        }
        #expect(try system.run(Self.all, threads: 2) == reference)
    }

    /// Lots hang on the member's number, so there are none here.
    @Test(arguments: [Case.mixedStiffness, .extinction], Dynamics.Method.allCases)
    func `alone, and in any order`(system: Case, method: Dynamics.Method) throws {
        let reference = try system.run(Self.all, method)
        for factor in [1, 7, 22] {
            let order = Self.all.map { ($0 * factor + 5) % Self.all.count }
            #expect(try system.run(order, method, .portable(lanes: 16)) == order.map { reference[$0] })
        }
        for member in [0, 3, 20, 44] { #expect(try system.run([member], method) == [reference[member]]) }
    }

    @Test(.enabled(if: Compiled.isAvailable, Compiled.why), arguments: Case.allCases, Dynamics.Method.allCases)
    func `interpreted and compiled`(system: Case, method: Dynamics.Method) throws {
        let compiled = try Compiled.backend(system.program())
        #expect(compiled.kind == .compiled)
        let reference = try system.run(Self.all, method)
        #expect(try system.run(Self.all, method, compiled) == reference)
        #expect(
            try system.run(Self.all.reversed(), method, threads: 2, compiled).map(\.times) == reference.map(\.times))
        #expect(try system.run([0], method, compiled) == [reference[0]])
    }

    @Test(.enabled(if: Compiled.isAvailable, Compiled.why))
    func `the body model, interpreted and compiled`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Models/body/body.xml")
        let program = try Program(Model(sbml: String(contentsOf: file, encoding: .utf8), file: "body.xml"))
        let compiled = try Compiled.backend(program)
        func run(_ backend: Backend) throws -> [Trajectory] {
            try Ensemble(program, members: 20) { member in
                program.parameters.map { $0.value * (1 + 0.001 * Double(member)) }
            }.run(over: 0...20, saving: .every(1), backend: backend)
        }
        #expect(try run(compiled) == run(.portable))
    }

    @Test(.enabled(if: Compiled.isAvailable, Compiled.why), arguments: [Dynamics.Method.rodas5p, .automatic])
    func `stiff problems at 1e-10: the same bits on both, within ten times the tolerance`(method: Dynamics.Method)
        throws
    {
        let program = try Systems.robertson()
        let times = [0, 0.4, 4, 40, 400, 4000]
        let tolerances = Tolerances(relative: 1e-10, absolute: 1e-16)
        let portable = try solve(program, method, times: times, tolerances)
        let compiled = try solve(program, method, times: times, tolerances, backend: Compiled.backend(program))
        #expect(compiled == portable)
        let exact = try CVODEReference.solve(program, times: times, relative: 1e-13, absolute: 1e-18)
        #expect(scaledDifference(portable, exact) < 1e-9)
    }
}
