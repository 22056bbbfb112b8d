import Testing

@testable import Dynamics

/// Formulas in infix notation become what the same MathML does, or an error with its place.
@Suite struct InfixTests {
    private func error(_ text: String) -> FormulaError? {
        do throws(FormulaError) {
            _ = try Formula(infix: text)
            return nil
        } catch {
            return error
        }
    }

    private let x = Formula.symbol("x")
    private let y = Formula.symbol("y")

    @Test func `expressions`() throws {
        #expect(try Formula(infix: "x + 2 * y") == .apply(.add, [x, .apply(.multiply, [.number(2), y])]))
        #expect(try Formula(infix: "x - y - 1") == .apply(.subtract, [.apply(.subtract, [x, y]), .number(1)]))
        #expect(try Formula(infix: "x ^ 2") == .apply(.power, [x, .number(2)]))
        #expect(try Formula(infix: "ln(x)") == .apply(.log, [x]))
        #expect(try Formula(infix: "log(x)") == .apply(.divide, [.apply(.log, [x]), .apply(.log, [.number(10)])]))
        #expect(
            try Formula(infix: "x >= 1 && !(y == 2)")
                == .apply(
                    .and, [.apply(.lessOrEqual, [.number(1), x]), .apply(.not, [.apply(.equal, [y, .number(2)])])]))
        #expect(try Formula(infix: "f(x, 1)") == .call("f", [x, .number(1)]))
        #expect(try Formula(infix: "delay(x, 1)") == .delayed(x, by: .number(1)))
        #expect(try Formula(infix: "rateOf(x)") == .rateOf("x"))
        #expect(try Formula(infix: "time") == .time)
        #expect(try Formula(infix: "1.5e-3") == .number(0.0015))
        #expect(try Formula(infix: "rem(x, y)") == .apply(.remainder, [x, y]))
        #expect(
            try Formula(infix: "piecewise(1, x < 2, 0)")
                == .piecewise(
                    [Formula.Piece(value: .number(1), condition: .apply(.less, [x, .number(2)]))], otherwise: .number(0)
                ))
    }

    @Test func `an error says where`() {
        #expect(error("x + + * y")?.position == 7)
        #expect(error("x + + * y")?.problem.contains("unexpected '*'") == true)
        #expect(error("x y")?.position == 3)
        #expect(error("sin(x, y)")?.problem.contains("one argument") == true)
        #expect(error("2 mL")?.remedy.contains("units") == true)
        #expect(error("'at position 9: x' y")?.text == "'at position 9: x' y")
        #expect(error("x\0y")?.position == 2)
        // Found by fuzzing: libSBML's own `%` holds its operands three times, so a chain of them never ended.
        #expect(error("x % y")?.position == 3)
        #expect(error("x % y")?.remedy == "Write rem(x, y) for the remainder.")
        #expect("\(error("x +") as Any)".contains("x +"))
    }

    @Test func `what has no meaning here is refused by name`() {
        #expect(error("rateOf(x + 1)")?.problem.contains("rateOf") == true)
        #expect(error("delay(x)") != nil)
        #expect(error("")?.problem == "it is empty")
        #expect(error(" \n\t")?.problem == "it is empty")
        for text in ["é", "#", "\"x\"", "x = 2", ")", "{x"] { #expect(error(text) != nil, "\(text)") }
    }

    @Test func `depth and length up to the limits`() throws {
        func minus(_ count: Int) -> String { String(repeating: "-", count: count) + "x" }
        _ = try Formula(infix: minus(SBMLGuard.maximumInfixDepth))
        #expect(error(minus(SBMLGuard.maximumInfixDepth + 1))?.problem.contains("deeper") == true)
        func spaced(_ count: Int) -> String { String(repeating: " ", count: count - 1) + "x" }
        _ = try Formula(infix: spaced(SBMLGuard.maximumAttributeBytes))
        #expect(error(spaced(SBMLGuard.maximumAttributeBytes + 1))?.problem.contains("longer") == true)
    }

    @Test func `formulas are read from many tasks at once`() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<200).allSatisfy { turn in
                        (try? Formula(infix: "x + \(task * 1000 + turn)"))
                            == .apply(.add, [.symbol("x"), .number(Double(task * 1000 + turn))])
                    }
                }
            }
            for await right in group { #expect(right) }
        }
    }
}
