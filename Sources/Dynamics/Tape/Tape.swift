/// Straight-line arithmetic: a topologically ordered list of operations on a file of registers, one value a
/// patient (lane) in each register.
///
/// A tape is what an expression graph becomes before it runs. It has no branches and no memory of its own, so one
/// tape can be run over any number of lanes, and a lane's result never depends on its neighbours.
///
/// Registers `0 ..< inputCount` are written by the caller. Registers `inputCount ..< inputCount + constants.count`
/// hold `constants`. The rest are scratch. A register may be used again once its value is dead; inputs, constants
/// and outputs are never overwritten.
public struct Tape: Sendable, Equatable {
    /// What one instruction computes. `a`, `b`, `c` are register contents. Booleans are 0 and 1.
    public enum Operation: UInt8, Sendable, CaseIterable {
        /// `a + b`, `a - b`, `a * b`, `a / b`
        case add, subtract, multiply, divide
        /// `a * b + c`, rounded twice (never fused, so that every machine gives the same digits)
        case multiplyAdd
        /// `c - a * b`, rounded twice
        case multiplySubtract
        /// `-a`, `|a|`, `√a`
        case negate, absolute, squareRoot
        /// natural exponential, natural logarithm, `a` to the power `b`
        case exp, log, power
        /// rounding down and up
        case floor, ceiling
        /// trigonometric functions and their inverses, hyperbolic functions and their inverses
        case sine, cosine, tangent, arcSine, arcCosine, arcTangent
        case hyperbolicSine, hyperbolicCosine, hyperbolicTangent
        case arcHyperbolicSine, arcHyperbolicCosine, arcHyperbolicTangent
        /// `a!`, by the gamma function
        case factorial
        /// smaller and larger of `a` and `b`
        case minimum, maximum
        /// `a mod b` with the sign of `a` (C's fmod)
        case remainder
        /// comparisons, giving 0 or 1
        case less, lessOrEqual, equal, notEqual
        /// logic on 0 and 1
        case and, or, exclusiveOr, not
        /// `a != 0 ? b : c`
        case select
    }

    /// One operation: `register[destination] = operation(register[a], register[b], register[c])`.
    public struct Instruction: Sendable, Equatable {
        /// What is computed.
        public var operation: Operation
        /// Where the result goes.
        public var destination: Int32
        /// First operand.
        public var a: Int32
        /// Second operand; equal to `a` when the operation has one operand.
        public var b: Int32
        /// Third operand; equal to `a` when the operation has fewer.
        public var c: Int32

        /// Makes an instruction.
        public init(_ operation: Operation, into destination: Int32, _ a: Int32, _ b: Int32, _ c: Int32) {
            self.operation = operation
            self.destination = destination
            self.a = a
            self.b = b
            self.c = c
        }
    }

    /// How many registers the caller fills before a run.
    public var inputCount: Int
    /// The constants that follow the inputs in the register file.
    public var constants: [Double]
    /// All registers: inputs, constants and scratch.
    public var registerCount: Int
    /// The operations, in order.
    public var instructions: [Instruction]
    /// The register in which each output is left (it may be an input or a constant).
    public var outputs: [Int32]

    /// Makes a tape from its parts.
    public init(
        inputCount: Int, constants: [Double], registerCount: Int, instructions: [Instruction], outputs: [Int32]
    ) {
        self.inputCount = inputCount
        self.constants = constants
        self.registerCount = registerCount
        self.instructions = instructions
        self.outputs = outputs
    }
}
