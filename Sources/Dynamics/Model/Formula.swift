/// An expression as written in a model: what MathML says, with user-defined functions already put in.
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

    /// One branch of a piecewise expression.
    public struct Piece: Sendable, Equatable {
        /// The value.
        public var value: Formula
        /// When it holds.
        public var condition: Formula
    }

    /// The formula with symbols replaced: the arguments of a function put into its body.
    func replacing(_ values: [String: Formula]) -> Formula {
        switch self {
        case .number, .time: self
        case .symbol(let name): values[name] ?? self
        case .apply(let operation, let operands): .apply(operation, operands.map { $0.replacing(values) })
        case .piecewise(let pieces, let otherwise):
            .piecewise(
                pieces.map { Piece(value: $0.value.replacing(values), condition: $0.condition.replacing(values)) },
                otherwise: otherwise.replacing(values))
        }
    }

    /// Whether the formula mentions a symbol that satisfies the predicate.
    func mentions(_ predicate: (String) -> Bool) -> Bool {
        switch self {
        case .number, .time: false
        case .symbol(let name): predicate(name)
        case .apply(_, let operands): operands.contains { $0.mentions(predicate) }
        case .piecewise(let pieces, let otherwise):
            pieces.contains { $0.value.mentions(predicate) || $0.condition.mentions(predicate) }
                || otherwise.mentions(predicate)
        }
    }
}
