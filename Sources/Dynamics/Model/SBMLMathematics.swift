import CSBML

/// Turns libSBML's expression trees into formulas. What it does not know it refuses by name.
struct SBMLMathematics {
    /// A construct without a meaning here.
    struct Unknown: Error { let name: String }

    private static let constants: [ASTNodeType_t.RawValue: Double] = [
        AST_CONSTANT_E.rawValue: 2.718281828459045, AST_CONSTANT_PI.rawValue: .pi, AST_CONSTANT_TRUE.rawValue: 1,
        AST_CONSTANT_FALSE.rawValue: 0,
        // SBML names the value of CODATA 2006, not the exact one of 2019.
        AST_NAME_AVOGADRO.rawValue: 6.02214179e23,
    ]

    private static let unary: [ASTNodeType_t.RawValue: Tape.Operation] = [
        AST_FUNCTION_ABS.rawValue: .absolute, AST_FUNCTION_EXP.rawValue: .exp, AST_FUNCTION_LN.rawValue: .log,
        AST_FUNCTION_FLOOR.rawValue: .floor, AST_FUNCTION_CEILING.rawValue: .ceiling,
        AST_FUNCTION_FACTORIAL.rawValue: .factorial, AST_FUNCTION_SIN.rawValue: .sine,
        AST_FUNCTION_COS.rawValue: .cosine, AST_FUNCTION_TAN.rawValue: .tangent,
        AST_FUNCTION_ARCSIN.rawValue: .arcSine, AST_FUNCTION_ARCCOS.rawValue: .arcCosine,
        AST_FUNCTION_ARCTAN.rawValue: .arcTangent, AST_FUNCTION_SINH.rawValue: .hyperbolicSine,
        AST_FUNCTION_COSH.rawValue: .hyperbolicCosine, AST_FUNCTION_TANH.rawValue: .hyperbolicTangent,
        AST_FUNCTION_ARCSINH.rawValue: .arcHyperbolicSine, AST_FUNCTION_ARCCOSH.rawValue: .arcHyperbolicCosine,
        AST_FUNCTION_ARCTANH.rawValue: .arcHyperbolicTangent, AST_LOGICAL_NOT.rawValue: .not,
    ]

    /// 1/sec, 1/csc … : functions that are the inverse of another's value, or another of the inverse.
    private static let reciprocals: [ASTNodeType_t.RawValue: Tape.Operation] = [
        AST_FUNCTION_SEC.rawValue: .cosine, AST_FUNCTION_CSC.rawValue: .sine, AST_FUNCTION_COT.rawValue: .tangent,
        AST_FUNCTION_SECH.rawValue: .hyperbolicCosine, AST_FUNCTION_CSCH.rawValue: .hyperbolicSine,
        AST_FUNCTION_COTH.rawValue: .hyperbolicTangent,
    ]
    private static let ofReciprocals: [ASTNodeType_t.RawValue: Tape.Operation] = [
        AST_FUNCTION_ARCSEC.rawValue: .arcCosine, AST_FUNCTION_ARCCSC.rawValue: .arcSine,
        AST_FUNCTION_ARCCOT.rawValue: .arcTangent, AST_FUNCTION_ARCSECH.rawValue: .arcHyperbolicCosine,
        AST_FUNCTION_ARCCSCH.rawValue: .arcHyperbolicSine, AST_FUNCTION_ARCCOTH.rawValue: .arcHyperbolicTangent,
    ]

    /// Operations of any number of operands, with their value for none.
    private static let folded: [ASTNodeType_t.RawValue: (Tape.Operation, Double)] = [
        AST_PLUS.rawValue: (.add, 0), AST_TIMES.rawValue: (.multiply, 1), AST_LOGICAL_AND.rawValue: (.and, 1),
        AST_LOGICAL_OR.rawValue: (.or, 0), AST_LOGICAL_XOR.rawValue: (.exclusiveOr, 0),
        AST_FUNCTION_MIN.rawValue: (.minimum, .nan), AST_FUNCTION_MAX.rawValue: (.maximum, .nan),
    ]

    private static let connectives: Set<Tape.Operation> = [.and, .or, .exclusiveOr]

    /// Relations: the operation, and whether the operands change places.
    private static let relations: [ASTNodeType_t.RawValue: (Tape.Operation, swapped: Bool)] = [
        AST_RELATIONAL_LT.rawValue: (.less, false), AST_RELATIONAL_LEQ.rawValue: (.lessOrEqual, false),
        AST_RELATIONAL_GT.rawValue: (.less, true), AST_RELATIONAL_GEQ.rawValue: (.lessOrEqual, true),
        AST_RELATIONAL_EQ.rawValue: (.equal, false), AST_RELATIONAL_NEQ.rawValue: (.notEqual, false),
    ]

    /// The formula of a tree.
    func formula(_ node: OpaquePointer) throws(Unknown) -> Formula {
        let type = ASTNode_getType(node).rawValue
        if ASTNode_isNumber(node) != 0 { return .number(ASTNode_getValue(node)) }
        if let value = Self.constants[type] { return .number(value) }
        if type == AST_NAME.rawValue { return .symbol(Self.name(of: node)) }
        if type == AST_NAME_TIME.rawValue { return .time }
        let operands = try children(of: node)
        if let operation = Self.unary[type] { return .apply(operation, try exactly(1, operands, node)) }
        if let operation = Self.reciprocals[type] {
            return .apply(.divide, [.number(1), .apply(operation, try exactly(1, operands, node))])
        }
        if let operation = Self.ofReciprocals[type] {
            return .apply(operation, [.apply(.divide, [.number(1)] + (try exactly(1, operands, node)))])
        }
        if let (operation, empty) = Self.folded[type] {
            guard let first = operands.first else { return .number(empty) }
            // A lone operand of a connective still becomes a truth value.
            if operands.count == 1, Self.connectives.contains(operation) {
                return .apply(.notEqual, [first, .number(0)])
            }
            return Self.fold(operands[...], operation)
        }
        if let relation = Self.relations[type] { return try chain(relation, operands, node) }
        return try special(type, operands, node)
    }

    private func special(_ type: ASTNodeType_t.RawValue, _ operands: [Formula], _ node: OpaquePointer) throws(Unknown)
        -> Formula
    {
        switch type {
        case AST_MINUS.rawValue:
            return operands.count == 1
                ? .apply(.negate, operands) : .apply(.subtract, try exactly(2, operands, node))
        case AST_DIVIDE.rawValue: return .apply(.divide, try exactly(2, operands, node))
        case AST_POWER.rawValue, AST_FUNCTION_POWER.rawValue: return .apply(.power, try exactly(2, operands, node))
        case AST_FUNCTION_ROOT.rawValue:
            guard let degree = operands.first else { throw Unknown(name: "a root of nothing") }
            if operands.count == 1 || degree == .number(2) {
                return .apply(.squareRoot, [operands[operands.count - 1]])
            }
            let pair = try exactly(2, operands, node)
            return .apply(.power, [pair[1], .apply(.divide, [.number(1), pair[0]])])
        case AST_FUNCTION_LOG.rawValue:
            let base = operands.count == 1 ? Formula.number(10) : try exactly(2, operands, node)[0]
            return .apply(.divide, [.apply(.log, [operands[operands.count - 1]]), .apply(.log, [base])])
        case AST_FUNCTION_REM.rawValue: return .apply(.remainder, try exactly(2, operands, node))
        case AST_FUNCTION_QUOTIENT.rawValue:
            let pair = try exactly(2, operands, node)
            // Towards zero: what is left after taking the remainder off is a whole multiple.
            return .apply(.divide, [.apply(.subtract, [pair[0], .apply(.remainder, pair)]), pair[1]])
        case AST_LOGICAL_IMPLIES.rawValue:
            let pair = try exactly(2, operands, node)
            return .apply(.or, [.apply(.not, [pair[0]]), pair[1]])
        case AST_FUNCTION_PIECEWISE.rawValue: return piecewise(operands)
        case AST_FUNCTION.rawValue:
            return .call(Self.name(of: node), operands)
        case AST_FUNCTION_DELAY.rawValue:
            let pair = try exactly(2, operands, node)
            return .delayed(pair[0], by: pair[1])
        case AST_FUNCTION_RATE_OF.rawValue:
            guard case .symbol(let name) = try exactly(1, operands, node)[0] else {
                throw Unknown(name: "'rateOf' of something that is not a symbol")
            }
            return .rateOf(name)
        default:
            let name = Self.name(of: node)
            throw Unknown(name: name.isEmpty ? "a construct of MathML (type \(type))" : "'\(name)'")
        }
    }

    /// a < b < c is a < b and b < c.
    private func chain(
        _ relation: (Tape.Operation, swapped: Bool), _ operands: [Formula], _ node: OpaquePointer
    ) throws(Unknown) -> Formula {
        guard operands.count >= 2 else { throw Unknown(name: "a comparison of fewer than two values") }
        var pairs: [Formula] = []
        for (left, right) in zip(operands, operands.dropFirst()) {
            pairs.append(.apply(relation.0, relation.swapped ? [right, left] : [left, right]))
        }
        return Self.fold(pairs[...], .and)
    }

    /// a ∘ b ∘ c … from the left; very many operands in halves, so that the formula is not as deep as it is long.
    private static func fold(_ operands: ArraySlice<Formula>, _ operation: Tape.Operation) -> Formula {
        guard operands.count > 64 else {
            return operands.dropFirst().reduce(operands[operands.startIndex]) { .apply(operation, [$0, $1]) }
        }
        let middle = operands.startIndex + operands.count / 2
        return .apply(operation, [fold(operands[..<middle], operation), fold(operands[middle...], operation)])
    }

    private func piecewise(_ operands: [Formula]) -> Formula {
        var pieces: [Formula.Piece] = []
        for start in stride(from: 0, to: operands.count - 1, by: 2) {
            pieces.append(Formula.Piece(value: operands[start], condition: operands[start + 1]))
        }
        // Without an `otherwise` the value is undefined where no condition holds.
        return .piecewise(pieces, otherwise: operands.count % 2 == 1 ? operands[operands.count - 1] : .number(.nan))
    }

    private func children(of node: OpaquePointer) throws(Unknown) -> [Formula] {
        // libSBML makes a + b + c … a chain of pairs, as deep as it is long.
        let type = ASTNode_getType(node)
        var first = node
        var later: [OpaquePointer] = []
        while Self.folded[type.rawValue] != nil, ASTNode_getNumChildren(first) >= 2,
            let next = ASTNode_getChild(first, 0),
            ASTNode_getType(next) == type, ASTNode_getNumChildren(next) >= 2
        {
            for index in (1..<ASTNode_getNumChildren(first)).reversed() {
                if let child = ASTNode_getChild(first, index) { later.append(child) }
            }
            first = next
        }
        var result: [Formula] = []
        for child in Self.trees(under: first) { result.append(try formula(child)) }
        for child in later.reversed() { result.append(try formula(child)) }
        return result
    }

    /// The children of a tree. libSBML counts through its list to find one; where they are many, each is taken from the
    /// front and put back at the end.
    private static func trees(under node: OpaquePointer) -> [OpaquePointer] {
        let count = ASTNode_getNumChildren(node)
        guard count > 64 else { return (0..<count).compactMap { ASTNode_getChild(node, $0) } }
        return (0..<count).compactMap { _ in
            guard let child = ASTNode_getChild(node, 0) else { return nil }
            _ = ASTNode_removeChild(node, 0)
            _ = ASTNode_addChild(node, child)
            return child
        }
    }

    private func exactly(_ count: Int, _ operands: [Formula], _ node: OpaquePointer) throws(Unknown) -> [Formula] {
        guard operands.count == count else {
            throw Unknown(name: "'\(Self.name(of: node))' with \(operands.count) operands")
        }
        return operands
    }

    static func name(of node: OpaquePointer) -> String {
        guard let text = ASTNode_getName(node) else { return "" }
        return String(cString: text)
    }
}
