#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The portable back end: runs a tape over all lanes, one instruction at a time, eight lanes a vector.
final class TapeExecutor {
    let tape: Tape
    /// The register file.
    let file: LaneBlock

    init(_ tape: Tape, lanes: Int) {
        self.tape = tape
        file = LaneBlock(rows: tape.registerCount, lanes: lanes)
        for (offset, value) in tape.constants.enumerated() { file.fill(tape.inputCount + offset, value) }
    }

    /// The output's row in `file`.
    @inline(__always)
    func output(_ index: Int) -> Int { Int(tape.outputs[index]) }

    /// Copies every output, in order, to consecutive rows of another block.
    func copyOutputs(to target: LaneBlock, row: Int = 0) {
        for index in tape.outputs.indices { target.copyRows(row + index, from: file, output(index), count: 1) }
    }

    /// Runs all instructions for the given groups of eight lanes.
    func run(groups: [Int]) {
        tape.instructions.withUnsafeBufferPointer { instructions in
            groups.withUnsafeBufferPointer { groups in
                for instruction in instructions { execute(instruction, groups) }
            }
        }
    }

    @inline(__always)
    private func execute(_ i: Tape.Instruction, _ groups: UnsafeBufferPointer<Int>) {
        switch i.operation {
        case .add: binary(i, groups) { $0 + $1 }
        case .subtract: binary(i, groups) { $0 - $1 }
        case .multiply: binary(i, groups) { $0 * $1 }
        case .divide: binary(i, groups) { $0 / $1 }
        case .multiplyAdd: ternary(i, groups) { $0 * $1 + $2 }
        case .multiplySubtract: ternary(i, groups) { $2 - $0 * $1 }
        case .negate: unary(i, groups) { -$0 }
        case .absolute: unary(i, groups) { $0.replacing(with: -$0, where: $0 .< 0) }
        case .squareRoot: unary(i, groups) { $0.squareRoot() }
        case .exp: unary(i, groups) { VectorMath.exp($0) }
        case .log: unary(i, groups) { VectorMath.log($0) }
        case .power: binary(i, groups) { VectorMath.each($0, $1) { pow($0, $1) } }
        case .minimum: binary(i, groups) { $1.replacing(with: $0, where: $0 .< $1) }
        case .maximum: binary(i, groups) { $1.replacing(with: $0, where: $0 .> $1) }
        case .less: binary(i, groups) { Self.flag($0 .< $1) }
        case .lessOrEqual: binary(i, groups) { Self.flag($0 .<= $1) }
        case .equal: binary(i, groups) { Self.flag($0 .== $1) }
        case .notEqual: binary(i, groups) { Self.flag($0 .!= $1) }
        case .and: binary(i, groups) { Self.flag(($0 .!= 0) .& ($1 .!= 0)) }
        case .or: binary(i, groups) { Self.flag(($0 .!= 0) .| ($1 .!= 0)) }
        case .exclusiveOr: binary(i, groups) { Self.flag(($0 .!= 0) .^ ($1 .!= 0)) }
        case .not: unary(i, groups) { Self.flag($0 .== 0) }
        case .select: ternary(i, groups) { $2.replacing(with: $1, where: $0 .!= 0) }
        default: scalar(i, groups)
        }
    }

    /// The rarer functions, a lane at a time through the reference definitions.
    private func scalar(_ i: Tape.Instruction, _ groups: UnsafeBufferPointer<Int>) {
        binary(i, groups) { a, b in VectorMath.each(a, b) { i.operation.value($0, $1, 0) } }
    }

    @inline(__always)
    private static func flag(_ mask: SIMDMask<SIMD8<Int64>>) -> Lanes {
        Lanes(repeating: 0).replacing(with: 1, where: mask)
    }

    @inline(__always)
    private func unary(_ i: Tape.Instruction, _ groups: UnsafeBufferPointer<Int>, _ f: (Lanes) -> Lanes) {
        let a = file.group(Int(i.a), 0)
        let target = file.group(Int(i.destination), 0)
        for g in groups { target[g] = f(a[g]) }
    }

    @inline(__always)
    private func binary(_ i: Tape.Instruction, _ groups: UnsafeBufferPointer<Int>, _ f: (Lanes, Lanes) -> Lanes) {
        let a = file.group(Int(i.a), 0)
        let b = file.group(Int(i.b), 0)
        let target = file.group(Int(i.destination), 0)
        for g in groups { target[g] = f(a[g], b[g]) }
    }

    @inline(__always)
    private func ternary(
        _ i: Tape.Instruction, _ groups: UnsafeBufferPointer<Int>, _ f: (Lanes, Lanes, Lanes) -> Lanes
    ) {
        let a = file.group(Int(i.a), 0)
        let b = file.group(Int(i.b), 0)
        let c = file.group(Int(i.c), 0)
        let target = file.group(Int(i.destination), 0)
        for g in groups { target[g] = f(a[g], b[g], c[g]) }
    }
}
