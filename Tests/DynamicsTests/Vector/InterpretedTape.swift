import CLanes

@testable import Dynamics

/// A tape that the interpreter runs, in an arena of its own whose rows are the tape's registers.
final class InterpretedTape {
    /// Patients side by side.
    let lanes: Int
    private let placed: BlockTape
    private let arena: UnsafeMutablePointer<Double>

    init(_ tape: Tape, groups: Int) {
        lanes = groups * 8
        placed = BlockTape(tape, inputs: 0, privates: tape.inputCount)
        let count = max(1, tape.registerCount) * lanes
        arena = UnsafeMutableRawPointer.allocate(byteCount: max(64, count * 8), alignment: 64)
            .bindMemory(to: Double.self, capacity: count)
        arena.initialize(repeating: 0, count: count)
        for (row, value) in placed.constants { self.row(row).update(repeating: value, count: lanes) }
    }

    deinit { UnsafeMutableRawPointer(arena).deallocate() }

    /// One number of one lane.
    subscript(row: Int, lane: Int) -> Double {
        get { arena[row * lanes + lane] }
        set { arena[row * lanes + lane] = newValue }
    }

    /// All lanes of a register, on a boundary of 64 bytes.
    func row(_ row: Int) -> UnsafeMutablePointer<Double> { arena + row * lanes }

    /// An output of one lane.
    func output(_ index: Int, lane: Int) -> Double { self[placed.row(index), lane] }

    /// Runs the tape over all lanes.
    func run() { ld_run_tape(placed.raw, arena, Int64(lanes / 8)) }
}

extension InterpretedTape {
    /// One operation on columns of operands, by the interpreter. The columns are as long as `a`, whose length may be
    /// any.
    static func values(
        _ operation: Tape.Operation, _ a: [Double], _ b: [Double] = [], _ c: [Double] = []
    ) -> [Double] {
        let tape = InterpretedTape(.single(operation), groups: (a.count + 7) / 8)
        for (row, column) in [a, b, c].enumerated() where !column.isEmpty {
            tape.row(row).update(from: column, count: a.count)
        }
        tape.run()
        return a.indices.map { tape.output(0, lane: $0) }
    }
}

extension Tape {
    /// One operation on three inputs.
    static func single(_ operation: Operation) -> Tape {
        Tape(
            inputCount: 3, constants: [], registerCount: 4, instructions: [Instruction(operation, into: 3, 0, 1, 2)],
            outputs: [3])
    }
}

extension Tape.Operation {
    /// Whether the result is a rounded value of a function that has no exact one; the rest is exact or correctly
    /// rounded.
    var isElementary: Bool {
        switch self {
        case .exp, .log, .power, .sine, .cosine, .tangent, .arcSine, .arcCosine, .arcTangent, .hyperbolicSine,
            .hyperbolicCosine, .hyperbolicTangent, .arcHyperbolicSine, .arcHyperbolicCosine, .arcHyperbolicTangent,
            .factorial:
            true
        default: false
        }
    }
}

/// Equal bits, or neither a number: which NaN comes out is left to the processor.
func sameBits(_ x: Double, _ y: Double) -> Bool { x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN) }
