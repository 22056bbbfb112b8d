extension Program {
    /// Cost of a Rosenbrock step over that of an explicit step: operations, of which those of the Rosenbrock method wait
    /// for each other more (the factor 1.35 is fitted to what the benchmark model takes, compiled and interpreted).
    var costRatio: Double {
        let field = Double(rightHandSide.instructions.count)
        let states = Double(max(1, moving))
        // The explicit pair: 6 evaluations, 21 + 7 products and sums a state for its stages and error, and control; the
        // Rosenbrock method: 7 evaluations beside the factors, 8 solutions, 15 + 28 products and sums a state.
        let explicit = 6 * field + 70 * states
        let rosenbrock =
            7 * field + Double(factorization.instructions.count) + 8 * Double(substitution.instructions.count)
            + 115 * states
        return 1.35 * rosenbrock / explicit
    }
}
