import CLanes
import Testing

@testable import Dynamics

/// The interpreter of tapes against the scalar reference.
@Suite struct TapeInterpreterTests {
    /// The operands at which an operation differs too much from the reference, at most a few.
    private func differences(_ operation: Tape.Operation, _ a: [Double], _ b: [Double], _ c: [Double]) -> [String] {
        let values = InterpretedTape.values(operation, a, b, c)
        var found: [String] = []
        for (index, value) in values.enumerated() where found.count < 5 {
            let expected = operation.value(a[index], b[index], c[index])
            if !agree(value, expected, ulps: operation.isElementary ? 2 : 0) {
                found.append("\(operation)(\(a[index]), \(b[index]), \(c[index])) is \(value), not \(expected)")
            }
        }
        return found
    }

    private func agree(_ value: Double, _ expected: Double, ulps: Double) -> Bool {
        if sameBits(value, expected) { return true }
        guard value.isFinite, expected.isFinite, value.sign == expected.sign, ulps > 0 else { return false }
        return (value - expected).magnitude <= ulps * expected.ulp
    }

    @Test("every operation on random operands is the reference's", arguments: Tape.Operation.allCases)
    func random(operation: Tape.Operation) {
        let columns = (1...3).map { Arguments.mixed(50_000, seed: $0) }
        #expect(differences(operation, columns[0], columns[1], columns[2]) == [])
    }

    @Test("every operation on special operands is the reference's", arguments: Tape.Operation.allCases)
    func special(operation: Tape.Operation) {
        let values = Arguments.special
        let thirds: [Double] = [0, -0.0, 1, -2.5, .infinity, .nan]
        var columns: [[Double]] = [[], [], []]
        for a in values {
            for b in values {
                for c in thirds { for (column, value) in [a, b, c].enumerated() { columns[column].append(value) } }
            }
        }
        #expect(differences(operation, columns[0], columns[1], columns[2]) == [])
    }

    @Test("operations have the same names and numbers in Swift and in C")
    func numbering() {
        let text = String(cString: ld_prelude_source())
        let found = text.matches(of: #/X\(([a-z_]+), (\d+), /#).map { "\($0.1) \($0.2)" }
        let expected = Tape.Operation.allCases.map { operation in
            let name = "\(operation)".map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
            return "\(name) \(operation.rawValue)"
        }
        #expect(found == expected)
    }

    @Test("constants, registers used again and outputs that are inputs or constants")
    func wholeTape() {
        let tape = Tape(
            inputCount: 2, constants: [10], registerCount: 4,
            instructions: [
                Tape.Instruction(.add, into: 3, 0, 1, 0), Tape.Instruction(.multiplyAdd, into: 3, 3, 2, 3),
            ], outputs: [3, 1, 2])
        let interpreted = InterpretedTape(tape, groups: 3)
        for lane in 0..<24 {
            interpreted[0, lane] = Double(lane)
            interpreted[1, lane] = 0.5
        }
        interpreted.run()
        for lane in 0..<24 {
            let values = (0..<3).map { interpreted.output($0, lane: lane) }
            #expect(values == tape.evaluate([Double(lane), 0.5]))
            #expect(values == [11 * (Double(lane) + 0.5), 0.5, 10])
        }
    }

    @Test("results may take the register of any operand", arguments: Tape.Operation.allCases)
    func overwriting(operation: Tape.Operation) {
        let columns = (4...6).map { Arguments.mixed(800, seed: $0) }
        let expected = InterpretedTape.values(operation, columns[0], columns[1], columns[2])
        for target in 0..<3 {
            // Copies of the inputs, one of which is overwritten.
            let copies = (0..<3).map { Tape.Instruction(.select, into: Int32(4 + $0), 3, Int32($0), Int32($0)) }
            let tape = Tape(
                inputCount: 3, constants: [1], registerCount: 7,
                instructions: copies + [Tape.Instruction(operation, into: Int32(4 + target), 4, 5, 6)],
                outputs: [Int32(4 + target)])
            let interpreted = InterpretedTape(tape, groups: 100)
            for (row, column) in columns.enumerated() { interpreted.row(row).update(from: column, count: 800) }
            interpreted.run()
            let wrong = (0..<800).filter { !sameBits(interpreted.output(0, lane: $0), expected[$0]) }
            #expect(wrong == [], "\(operation) into operand \(target)")
        }
    }

    @Test("random tapes of exact operations give the reference's bits on every lane", arguments: 1...40)
    func randomTapes(seed: Int) {
        var source = Arguments(seed: UInt64(seed))
        let exact = Tape.Operation.allCases.filter { !$0.isElementary }
        let inputs = 5
        let constants = (0..<3).map { _ in source.mixed() }
        let registers = 14
        let first = Int32(inputs + constants.count)
        // Registers from `first` to before `written` hold values; any of them may be written again.
        var written = first
        let instructions = (0..<60).map { _ in
            let operands = (0..<3).map { _ in Int32.random(in: 0..<written, using: &source) }
            let target = Int32.random(in: first...min(written, Int32(registers - 1)), using: &source)
            written = max(written, target + 1)
            let operation = exact.randomElement(using: &source) ?? .add
            return Tape.Instruction(operation, into: target, operands[0], operands[1], operands[2])
        }
        let tape = Tape(
            inputCount: inputs, constants: constants, registerCount: registers, instructions: instructions,
            outputs: (0..<written).map { $0 })
        let interpreted = InterpretedTape(tape, groups: 3)
        for row in 0..<inputs { for lane in 0..<24 { interpreted[row, lane] = source.mixed() } }
        let starts = (0..<24).map { lane in (0..<inputs).map { interpreted[$0, lane] } }
        interpreted.run()
        for (lane, start) in starts.enumerated() {
            let values = tape.outputs.indices.map { interpreted.output($0, lane: lane) }
            #expect(zip(values, tape.evaluate(start)).allSatisfy(sameBits), "lane \(lane)")
        }
    }

    @Test("a value's bits do not depend on its lane or its neighbours", arguments: Tape.Operation.allCases)
    func company(operation: Tape.Operation) {
        let columns = (7...9).map { Arguments.mixed(808, seed: $0) }
        let together = InterpretedTape.values(operation, columns[0], columns[1], columns[2])
        let turned = columns.map { Array($0[13...] + $0[..<13]) }
        let elsewhere = InterpretedTape.values(operation, turned[0], turned[1], turned[2])
        #expect((0..<808).filter { !sameBits(together[($0 + 13) % 808], elsewhere[$0]) } == [])
    }
}
