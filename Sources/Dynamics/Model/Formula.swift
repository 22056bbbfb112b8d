/// An expression as written in a model: what MathML says.
public indirect enum Formula: Sendable, Equatable {
    /// A number.
    case number(Double)
    /// A quantity of the model, by its identifier.
    case symbol(String)
    /// The simulation time.
    case time
    /// An operation on its operands.
    case apply(Tape.Operation, [Formula])
    /// The first value whose condition holds, else the last.
    case piecewise([Piece], otherwise: Formula)
    /// A function that the model defines, on its arguments.
    case call(String, [Formula])
    /// d(symbol)/d(time).
    case rateOf(String)
    /// The value that the expression had so much time ago.
    case delayed(Formula, by: Formula)

    /// One branch of a piecewise expression.
    public struct Piece: Sendable, Equatable {
        /// The value.
        public var value: Formula
        /// When it holds.
        public var condition: Formula
    }

    /// The formula with symbols replaced: local parameters by their values.
    func replacing(_ values: [String: Formula]) -> Formula {
        switch self {
        case .number, .time: return self
        case .symbol(let name): return values[name] ?? self
        case .rateOf(let name): return values[name] == nil ? self : .number(0)
        default: return mapOperands { $0.replacing(values) }
        }
    }

    /// The operands, in order.
    var operands: [Formula] {
        switch self {
        case .number, .symbol, .time, .rateOf: []
        case .apply(_, let operands), .call(_, let operands): operands
        case .piecewise(let pieces, let otherwise): pieces.flatMap { [$0.value, $0.condition] } + [otherwise]
        case .delayed(let value, let delay): [value, delay]
        }
    }

    private func mapOperands(_ change: (Formula) -> Formula) -> Formula {
        switch self {
        case .number, .symbol, .time, .rateOf: self
        case .apply(let operation, let operands): .apply(operation, operands.map(change))
        case .call(let name, let operands): .call(name, operands.map(change))
        case .piecewise(let pieces, let otherwise):
            .piecewise(
                pieces.map { Piece(value: change($0.value), condition: change($0.condition)) },
                otherwise: change(otherwise))
        case .delayed(let value, let delay): .delayed(change(value), by: change(delay))
        }
    }

    /// Calls the body for every symbol that the formula mentions.
    func forEachSymbol(_ body: (String) -> Void) {
        switch self {
        case .symbol(let name), .rateOf(let name): body(name)
        default: for operand in operands { operand.forEachSymbol(body) }
        }
    }
}
