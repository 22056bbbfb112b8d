@testable import Dynamics

extension Formula {
    /// The formula as the content of `<math>`.
    var mathML: String {
        switch self {
        case .number(let value): return Self.number(value)
        case .symbol(let name): return "<ci>\(name)</ci>"
        case .time: return Self.symbol("time")
        case .call(let name, let operands): return Self.apply("<ci>\(name)</ci>", operands)
        case .rateOf(let name): return Self.apply(Self.symbol("rateOf"), [.symbol(name)])
        case .delayed(let value, let delay): return Self.apply(Self.symbol("delay"), [value, delay])
        case .piecewise(let pieces, let otherwise):
            let content = pieces.map { "<piece>\($0.value.mathML)\($0.condition.mathML)</piece>" }.joined()
            return "<piecewise>\(content)<otherwise>\(otherwise.mathML)</otherwise></piecewise>"
        case .apply(let operation, let operands):
            guard let tag = Self.tags[operation] else { preconditionFailure("no element for \(operation)") }
            return Self.apply("<\(tag)/>", operands)
        }
    }

    private static func apply(_ head: String, _ operands: [Formula]) -> String {
        "<apply>\(head)\(operands.map(\.mathML).joined())</apply>"
    }

    private static func symbol(_ name: String) -> String {
        "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/\(name)\">\(name)</csymbol>"
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "<notanumber/>" }
        if value.isInfinite { return value > 0 ? "<infinity/>" : "<apply><minus/><infinity/></apply>" }
        let parts = "\(value)".split(separator: "e")
        return parts.count == 1 ? "<cn>\(value)</cn>" : "<cn type=\"e-notation\">\(parts[0])<sep/>\(parts[1])</cn>"
    }

    private static let tags: [Tape.Operation: String] = [
        .add: "plus", .subtract: "minus", .negate: "minus", .multiply: "times", .divide: "divide", .power: "power",
        .exp: "exp", .log: "ln", .squareRoot: "root", .sine: "sin", .cosine: "cos", .absolute: "abs",
        .minimum: "min", .maximum: "max", .remainder: "rem", .less: "lt", .lessOrEqual: "leq", .equal: "eq",
        .notEqual: "neq", .and: "and", .or: "or", .exclusiveOr: "xor", .not: "not", .floor: "floor",
        .ceiling: "ceiling", .factorial: "factorial",
    ]
}
