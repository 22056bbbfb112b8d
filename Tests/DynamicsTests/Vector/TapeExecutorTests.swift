import Testing

@testable import Dynamics

@Suite("The tape executor against the scalar reference")
struct TapeExecutorTests {
    /// Operands that meet every branch: signs, zeros, equal values, values outside domains, what is not finite.
    private static let samples: [Double] = [
        0, -0.0, 1, -1, 0.5, -0.5, 2, 2.5, -2.5, 3, 7, 1e-300, 1e300, -1e300, .infinity, -.infinity, .nan,
    ]

    private func agree(_ value: Double, _ expected: Double, ulps: Double) -> Bool {
        if value == expected || (value.isNaN && expected.isNaN) { return true }
        return value.isFinite && expected.isFinite && (value - expected).magnitude <= ulps * expected.ulp
    }

    @Test("every operation, on every pair of sample operands", arguments: Tape.Operation.allCases)
    func operation(operation: Tape.Operation) {
        let tape = Tape(
            inputCount: 3, constants: [], registerCount: 4,
            instructions: [Tape.Instruction(operation, into: 3, 0, 1, 2)], outputs: [3])
        let executor = TapeExecutor(tape, lanes: 24)
        for a in Self.samples {
            for b in Self.samples {
                for (lane, c) in Self.samples.enumerated() {
                    for (row, value) in [a, b, c].enumerated() { executor.file[row, lane] = value }
                }
                executor.run(groups: [0, 1, 2])
                for (lane, c) in Self.samples.enumerated() {
                    let value = executor.file[executor.output(0), lane]
                    let expected = tape.evaluate([a, b, c])[0]
                    let ulps: Double = [.exp, .log, .power].contains(operation) ? 2 : 0
                    #expect(agree(value, expected, ulps: ulps), "\(operation)(\(a), \(b), \(c))")
                }
            }
        }
    }

    @Test("constants, reused registers and outputs that are inputs")
    func wholeTape() {
        let tape = Tape(
            inputCount: 2, constants: [10], registerCount: 4,
            instructions: [
                Tape.Instruction(.add, into: 3, 0, 1, 0), Tape.Instruction(.multiplyAdd, into: 3, 3, 2, 3),
            ], outputs: [3, 1, 2])
        let executor = TapeExecutor(tape, lanes: 8)
        for lane in 0..<8 {
            executor.file[0, lane] = Double(lane)
            executor.file[1, lane] = 0.5
        }
        executor.run(groups: [0])
        for lane in 0..<8 {
            let values = (0..<3).map { executor.file[executor.output($0), lane] }
            #expect(values == tape.evaluate([Double(lane), 0.5]))
            #expect(values == [11 * (Double(lane) + 0.5), 0.5, 10])
        }
    }

    @Test("groups of lanes that are left out keep what they hold")
    func restingGroups() {
        let tape = Tape(
            inputCount: 1, constants: [], registerCount: 2,
            instructions: [Tape.Instruction(.negate, into: 1, 0, 0, 0)], outputs: [1])
        let executor = TapeExecutor(tape, lanes: 16)
        executor.file.fill(0, 3)
        executor.file.fill(1, 7)
        executor.run(groups: [1])
        #expect(executor.file[1, 0] == 7)
        #expect(executor.file[1, 8] == -3)
    }
}
