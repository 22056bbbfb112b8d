import CLanes

/// The C of a program: the integrator of `CLanes` with this model's equations written out, to be compiled for the
/// processor at hand. Nothing of the model's own text goes into it, only numbers and operations.
extension Program {
    /// Programs with more operations than this are left to the interpreter: a compiler would take minutes.
    public static let compilableOperations = 60_000

    /// Whether a compiled backend can run it: models with `delay` need the past, which the interpreter keeps.
    public var isCompilable: Bool { delayCount == 0 && operationCount <= Self.compilableOperations }

    /// Operations of the equations that steps evaluate.
    public var operationCount: Int {
        [rightHandSide, factorization, substitution, triggers].reduce(0) { $0 + $1.instructions.count }
    }

    /// The whole text, complete in itself but for the C library's mathematics. It defines `ld_model_advance`,
    /// `ld_model_commit`, `ld_model_interpolate` and `ld_model_triggers`.
    public var kernelSource: String {
        let rows = [
            ("STATES", states.count), ("PARAMETERS", parameters.count), ("HOISTED", hoisted.outputs.count),
            ("DELAYS", 0), ("MOVING", moving), ("FACTORS", factorCount), ("EVENTS", self.triggers.outputs.count),
            ("DEPENDS_ON_TIME", dependsOnTime ? 1 : 0), ("GROUPS", Backend.compiledLanes / 8),
        ]
        var text = String(cString: ld_prelude_source())
        for (name, value) in rows { text += "#define LD_\(name) \(value)\n" }
        text += "#define LD_NAME(name) ld_model_##name\n#define ROW(row) arena[(row) * LD_GROUPS + g]\n"
        let (factors, triggers) = kernelRows
        text += function("field", "ld_block *b, int64_t into", rightHandSide) { "into + \($0)" }
        text += function("factorize", "ld_block *b", factorization) {
            "\(factors + $0)"
        }
        text += function("substitute", "ld_block *b, int64_t into", substitution, inputs: factors) { "into + \($0)" }
        text += function("trigger", "ld_block *b", self.triggers) {
            "\(triggers + self.triggers.outputs.count + $0)"
        }
        return text + String(cString: ld_integrator_source())
    }

    /// Rows of the arena, as `lanes.h` has them.
    private var kernelRows: (factors: Int, triggers: Int) {
        let block = LaneBlock(self, backend: .portable(lanes: 8))
        return (Int(ld_row_factors(block.raw)), Int(ld_row_trigger(block.raw)))
    }

    /// One tape as a function: a local variable a register.
    private func function(
        _ name: String, _ parameters: String, _ tape: Tape, inputs: Int = 0, output: (Int) -> String
    ) -> String {
        var lines: [String] = []
        var used = Set<Int32>()
        for i in tape.instructions { used.formUnion([i.a, i.b, i.c]) }
        used.formUnion(tape.outputs)
        let fixed = Int32(tape.inputCount + tape.constants.count)
        for register in used.sorted() where register < fixed {
            let index = Int(register)
            lines.append(
                index < tape.inputCount
                    ? "const v8d r\(index) = ROW(\(inputs + index));"
                    : "const v8d r\(index) = LD_ALL(\(Self.literal(tape.constants[index - tape.inputCount])));")
        }
        // A register that is used again is a new variable.
        var names: [Int32: String] = [:]
        func operand(_ register: Int32) -> String { names[register] ?? "r\(register)" }
        for (number, i) in tape.instructions.enumerated() {
            let call = "op_\(i.operation.rawValue)(\(operand(i.a)), \(operand(i.b)), \(operand(i.c)))"
            names[i.destination] = "t\(number)"
            lines.append("const v8d t\(number) = \(call);")
        }
        for (index, register) in tape.outputs.enumerated() {
            lines.append("ROW(\(output(index))) = \(operand(register));")
        }
        let body = lines.map { "        " + $0 }.joined(separator: "\n")
        return """
            \(name == "trigger" ? "LD_INLINE" : "static __attribute__((noinline))") void ld_\(name)(\(parameters)) {
                v8d *restrict const arena = (v8d *)b->arena;
                for (int64_t g = 0; g < LD_GROUPS; g++) {
            \(body)
                }
            }

            """
    }

    /// A number to its last bit.
    private static func literal(_ value: Double) -> String {
        if value.isNaN { return "LD_NAN" }
        if value.isInfinite { return value < 0 ? "(-LD_INFINITY)" : "LD_INFINITY" }
        return "ld_double(0x\(String(value.bitPattern, radix: 16))ULL)"
    }
}
