extension Graph {
    /// The simpler node that an operation is equal to, or nil. Identities hold for all finite values; `0·x = 0` is
    /// applied too, since a model's structural zeros (a switched-off term) must not cost a derivative.
    mutating func simplified(_ operation: Tape.Operation, _ a: Node, _ b: Node, _ c: Node) -> Node? {
        switch operation {
        case .add:
            if value(a) == 0 { return b }
            if value(b) == 0 { return a }
            if case .operation(.negate, let x, _, _) = kind(b) { return apply(.subtract, a, x) }
            if case .operation(.negate, let x, _, _) = kind(a) { return apply(.subtract, b, x) }
        case .subtract:
            if value(b) == 0 { return a }
            if value(a) == 0 { return apply(.negate, b) }
            if a == b { return constant(0) }
            if case .operation(.negate, let x, _, _) = kind(b) { return apply(.add, a, x) }
        case .multiply:
            if value(a) == 0 || value(b) == 0 { return constant(0) }
            if value(a) == 1 { return b }
            if value(b) == 1 { return a }
            if value(a) == -1 { return apply(.negate, b) }
            if value(b) == -1 { return apply(.negate, a) }
            if case .operation(.negate, let x, _, _) = kind(a) {
                let product = apply(.multiply, x, b)
                return apply(.negate, product)
            }
            if case .operation(.negate, let x, _, _) = kind(b) {
                let product = apply(.multiply, a, x)
                return apply(.negate, product)
            }
        case .divide:
            if value(b) == 1 { return a }
            if value(a) == 0 { return constant(0) }
            // A power of two has an exact inverse.
            if let divisor = value(b), divisor.significand == 1, (1 / divisor).isNormal {
                let inverse = constant(1 / divisor)
                return apply(.multiply, a, inverse)
            }
            if isFixed(b), !isFixed(a) {
                let one = constant(1)
                let inverse = apply(.divide, one, b)
                return apply(.multiply, a, inverse)
            }
        case .negate:
            if case .operation(.negate, let x, _, _) = kind(a) { return x }
            if case .operation(.subtract, let x, let y, _) = kind(a) { return apply(.subtract, y, x) }
        case .power: return simplifiedPower(a, b)
        case .select:
            if let condition = value(a) { return condition != 0 ? b : c }
            if b == c { return b }
        case .minimum, .maximum, .and, .or:
            if a == b { return a }
        case .not:
            if case .operation(.not, let x, _, _) = kind(a), isBoolean(x) { return x }
        default: break
        }
        return nil
    }

    /// Whole powers up to 16 as products, roots as roots.
    private mutating func simplifiedPower(_ base: Node, _ exponent: Node) -> Node? {
        guard let power = value(exponent) else { return nil }
        if power == 0 { return constant(1) }
        if power == 1 { return base }
        if power == 0.5 { return apply(.squareRoot, base) }
        if power == -1 {
            let one = constant(1)
            return apply(.divide, one, base)
        }
        guard power == power.rounded(), power.magnitude <= 16 else { return nil }
        let whole = whole(base, Int(power.magnitude))
        if power > 0 { return whole }
        let one = constant(1)
        return apply(.divide, one, whole)
    }

    private mutating func whole(_ base: Node, _ power: Int) -> Node {
        if power == 1 { return base }
        let half = whole(base, power / 2)
        let square = apply(.multiply, half, half)
        return power % 2 == 0 ? square : apply(.multiply, square, base)
    }

    private func isBoolean(_ node: Node) -> Bool {
        guard case .operation(let operation, _, _, _) = kind(node) else { return false }
        return switch operation {
        case .less, .lessOrEqual, .equal, .notEqual, .and, .or, .exclusiveOr, .not: true
        default: false
        }
    }
}
