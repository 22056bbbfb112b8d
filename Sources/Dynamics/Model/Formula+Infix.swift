import CSBML
import Synchronization

/// A formula in infix notation that cannot be read, or says something that this engine does not know.
public struct FormulaError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The formula.
    public var text: String
    /// Where reading stopped: the number of characters read, from 1; nil if no place is at fault.
    public var position: Int?
    /// What is wrong.
    public var problem: String
    /// What to do about it.
    public var remedy: String

    /// Formula, position, problem and remedy in one line.
    public var description: String {
        let shown = text.count > 80 ? text.prefix(80) + "…" : text[...]
        return "formula '\(shown)'" + (position.map { " at \($0)" } ?? "") + ": \(problem). \(remedy)"
    }
}

extension Formula {
    /// libSBML's parser keeps its state in one place.
    private static let parser = Mutex(())

    /// Reads a formula in SBML's infix notation: `k * x / (x + 0.5)`, `x >= 2 && t < 5`, `piecewise(1, x < 2, 0)`.
    ///
    /// `log` is the logarithm to base 10 and `ln` the natural one, as in SBML Level 3; `time` is the simulation time.
    /// Numbers carry no units, and functions are those of MathML; the remainder is `rem(x, y)`.
    /// - Parameter infix: the formula.
    /// - Throws: `FormulaError` with the position.
    public init(infix: String) throws(FormulaError) {
        guard infix.contains(where: { !$0.isWhitespace }) else {
            throw FormulaError(text: infix, position: nil, problem: "it is empty", remedy: "Write an expression.")
        }
        try Self.refuse("\0", in: infix, "a zero character has no place in it", "Remove it.")
        // libSBML writes `x % y` as a piecewise expression that holds x and y three times, so that chains explode.
        try Self.refuse("%", in: infix, "'%' is not supported", "Write rem(x, y) for the remainder.")
        guard SBMLGuard.isShallow(infix.utf8), infix.utf8.count <= SBMLGuard.maximumAttributeBytes else {
            throw FormulaError(
                text: infix, position: nil,
                problem: "it is longer than \(SBMLGuard.maximumAttributeBytes) bytes or nests deeper than "
                    + "\(SBMLGuard.maximumInfixDepth) operators",
                remedy: "Write it in parts, each an assignment rule of its own.")
        }
        // The result comes out as a value: the lock's closure knows no typed errors.
        let result: Result<Formula, FormulaError> = Self.parser.withLock { _ in
            guard let settings = L3ParserSettings_create() else {
                return .failure(Self.malformed(infix, ""))
            }
            defer { L3ParserSettings_free(settings) }
            L3ParserSettings_setParseLog(settings, L3P_PARSE_LOG_AS_LOG10)
            // A unit would be dropped in silence.
            L3ParserSettings_setParseUnits(settings, 0)
            guard let tree = SBML_parseL3FormulaWithSettings(infix, settings) else {
                let message = SBML_getLastParseL3Error()
                defer { message?.deallocate() }
                return .failure(Self.malformed(infix, message.map { String(cString: $0) } ?? ""))
            }
            defer { ASTNode_free(tree) }
            do throws(SBMLMathematics.Unknown) {
                return .success(try SBMLMathematics().formula(tree))
            } catch {
                return .failure(
                    FormulaError(
                        text: infix, position: nil, problem: "\(error.name) is not supported",
                        remedy: "Write the expression without it."))
            }
        }
        self = try result.get()
    }

    private static func refuse(
        _ scalar: Unicode.Scalar, in text: String, _ problem: String, _ remedy: String
    ) throws(FormulaError) {
        guard let place = text.unicodeScalars.enumerated().first(where: { $0.element == scalar }) else { return }
        throw FormulaError(text: text, position: place.offset + 1, problem: problem, remedy: remedy)
    }

    /// libSBML says `Error when parsing input '…' at position 5:  syntax error, unexpected '*'`.
    private static func malformed(_ text: String, _ message: String) -> FormulaError {
        var position: Int?
        var problem = "it could not be read"
        if let mark = message.ranges(of: "' at position ").last {
            let rest = message[mark.upperBound...]
            position = Int(rest.prefix { $0.isNumber })
            let words = rest.drop { $0 != ":" }.dropFirst().split(whereSeparator: \.isWhitespace)
            if !words.isEmpty { problem = words.joined(separator: " ") }
            while problem.hasSuffix(".") { problem.removeLast() }
        }
        return FormulaError(
            text: text, position: position, problem: problem,
            remedy: "Correct it there; write products with '*' and numbers without units.")
    }
}
