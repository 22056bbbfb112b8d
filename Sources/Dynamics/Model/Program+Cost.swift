extension Program {
    /// Cost of a Rosenbrock step over that of an explicit step, counted in operations.
    var costRatio: Double {
        let field = Double(rightHandSide.instructions.count)
        let states = Double(max(1, moving))
        // The explicit pair: 6 evaluations, 21 + 7 products and sums a state for its stages and error, and control.
        let explicit = 6 * field + 70 * states
        let rosenbrock =
            6 * field + Double(factorization.instructions.count) + 6 * Double(substitution.instructions.count)
            + 75 * states
        return rosenbrock / explicit
    }
}
