import CLanes

/// A tape placed in a block's arena: its inputs are rows that stand there, its constants and scratch are rows of its
/// own.
final class BlockTape {
    private let instructions: UnsafeMutableBufferPointer<ld_instruction>
    private let outputs: UnsafeMutableBufferPointer<Int32>
    let constants: [(row: Int, value: Double)]

    /// - Parameters:
    ///   - inputs: row of the tape's first input.
    ///   - privates: first row for constants and scratch.
    init(_ tape: Tape, inputs: Int, privates: Int) {
        func place(_ register: Int32) -> Int32 {
            Int(register) < tape.inputCount
                ? register + Int32(inputs) : register - Int32(tape.inputCount) + Int32(privates)
        }
        instructions = .allocate(capacity: tape.instructions.count)
        for (index, i) in tape.instructions.enumerated() {
            instructions.initializeElement(
                at: index,
                to: ld_instruction(
                    operation: Int32(i.operation.rawValue), into: place(i.destination), a: place(i.a), b: place(i.b),
                    c: place(i.c)))
        }
        outputs = .allocate(capacity: tape.outputs.count)
        for (index, output) in tape.outputs.enumerated() { outputs.initializeElement(at: index, to: place(output)) }
        constants = tape.constants.enumerated().map { (privates + $0.offset, $0.element) }
    }

    deinit {
        instructions.deallocate()
        outputs.deallocate()
    }

    /// Rows that a tape needs for itself.
    static func privateRows(of tape: Tape) -> Int { max(0, tape.registerCount - tape.inputCount) }

    var raw: ld_tape {
        ld_tape(
            instructions: instructions.baseAddress, count: Int64(instructions.count), outputs: outputs.baseAddress,
            output_count: Int64(outputs.count))
    }

    /// The row of an output.
    func row(_ output: Int) -> Int { Int(outputs[output]) }
    var outputCount: Int { outputs.count }
}
