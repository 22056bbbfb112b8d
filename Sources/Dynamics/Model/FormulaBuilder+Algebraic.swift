/// Algebraic rules: the equations are solved for their unknowns once, symbolically, so that what they determine is
/// computed like any assignment.
extension FormulaBuilder {
    /// What each unknown is. The equations must be linear in the unknowns (their coefficients may be anything else).
    mutating func solveAlgebraicRules(_ context: Context) throws(ProgramError) -> [Graph.Node] {
        let count = table.unknowns.count
        let placeholders = (0..<count).map { graph.input(Position.unknown + $0) }
        let zeros = Dictionary(uniqueKeysWithValues: placeholders.map { ($0, graph.constant(0)) })
        var matrix: [[Graph.Node]] = []
        var right: [Graph.Node] = []
        for rule in table.model.algebraicRules {
            let residual = try node(rule.formula, context)
            var row: [Graph.Node] = []
            for index in 0..<count {
                var differentiator = Differentiator(withRespectTo: Position.unknown + index, in: graph)
                let entry = differentiator.derivative(of: residual, &graph)
                guard graph.inputs(of: [entry]).allSatisfy({ !isUnknown($0) }) else {
                    throw error(
                        rule.id,
                        "this algebraic rule is not linear in '\(table.unknowns[index])', which it has to determine",
                        "Solve it for that variable and give an assignment rule.")
                }
                row.append(entry)
            }
            matrix.append(row)
            right.append(graph.apply(.negate, graph.substituting(zeros, in: residual)))
        }
        return try eliminate(&matrix, &right)
    }

    private func isUnknown(_ input: Int) -> Bool {
        input >= Position.unknown && input < Position.unknown + table.unknowns.count
    }

    /// Gauss–Jordan elimination on expressions: numbers are preferred as pivots, and zeros cost nothing.
    private mutating func eliminate(_ matrix: inout [[Graph.Node]], _ right: inout [Graph.Node])
        throws(ProgramError) -> [Graph.Node]
    {
        let count = right.count
        for column in 0..<count {
            let candidates = (column..<count).filter { graph.value(matrix[$0][column]) != 0 }
            guard let pivot = candidates.first(where: { graph.value(matrix[$0][column]) != nil }) ?? candidates.first
            else {
                throw error(
                    table.unknowns[column],
                    "the algebraic rules do not determine it; they contradict or repeat another",
                    "Remove one of them, or correct it.")
            }
            matrix.swapAt(column, pivot)
            right.swapAt(column, pivot)
            let divisor = matrix[column][column]
            for other in column..<count {
                matrix[column][other] = graph.apply(.divide, matrix[column][other], divisor)
            }
            right[column] = graph.apply(.divide, right[column], divisor)
            for row in 0..<count where row != column && graph.value(matrix[row][column]) != 0 {
                let factor = matrix[row][column]
                for other in column..<count {
                    matrix[row][other] = graph.apply(
                        .subtract, matrix[row][other], graph.apply(.multiply, factor, matrix[column][other]))
                }
                right[row] = graph.apply(.subtract, right[row], graph.apply(.multiply, factor, right[column]))
            }
        }
        return right
    }
}
