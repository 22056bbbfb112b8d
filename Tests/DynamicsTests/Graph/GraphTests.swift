import Foundation
import Testing

@testable import Dynamics

/// Sharing, folding, derivatives and factorization.
@Suite struct GraphTests {
    @Test func `equal expressions are one node`() {
        var graph = Graph()
        let x = graph.input(0)
        let y = graph.input(1)
        let sums = (graph.apply(.add, x, y), graph.apply(.add, y, x))
        #expect(sums.0 == sums.1)
        let differences = (graph.apply(.subtract, x, y), graph.apply(.subtract, y, x))
        #expect(differences.0 != differences.1)
        let product = graph.apply(.multiply, x, graph.constant(1))
        #expect(product == x)
        let nothing = graph.apply(.subtract, x, x)
        #expect(graph.value(nothing) == 0)
        let folded = graph.apply(.exp, graph.constant(0))
        #expect(graph.value(folded) == 1)
        let cube = graph.apply(.power, x, graph.constant(3))
        let threefold = graph.apply(.multiply, graph.apply(.multiply, x, x), x)
        #expect(cube == threefold)
    }

    /// Operations with a derivative, and points inside their domains.
    static let differentiable: [(Tape.Operation, [Double])] = [
        (.add, [0.7, 1.3]), (.subtract, [0.7, 1.3]), (.multiply, [0.7, 1.3]), (.divide, [0.7, 1.3]),
        (.negate, [0.7]), (.absolute, [-0.7]), (.squareRoot, [0.7]), (.exp, [0.7]), (.log, [0.7]),
        (.power, [0.7, 1.3]), (.sine, [0.7]), (.cosine, [0.7]), (.tangent, [0.7]), (.arcSine, [0.3]),
        (.arcCosine, [0.3]), (.arcTangent, [0.7]), (.hyperbolicSine, [0.7]), (.hyperbolicCosine, [0.7]),
        (.hyperbolicTangent, [0.7]), (.arcHyperbolicSine, [0.7]), (.arcHyperbolicCosine, [1.7]),
        (.arcHyperbolicTangent, [0.3]), (.minimum, [0.7, 1.3]), (.maximum, [0.7, 1.3]), (.remainder, [3.7, 1.3]),
        (.multiplyAdd, [0.7, 1.3, 0.4]), (.multiplySubtract, [0.7, 1.3, 0.4]), (.select, [1, 0.7, 1.3]),
        (.floor, [0.7]), (.less, [0.7, 1.3]),
    ]

    @Test(arguments: differentiable)
    func `a derivative is what finite differences say`(operation: Tape.Operation, point: [Double]) {
        for input in point.indices {
            var graph = Graph()
            let nodes = point.indices.map { graph.input($0) }
            let node = graph.apply(
                operation, nodes[0], nodes.count > 1 ? nodes[1] : nodes[0], nodes.count > 2 ? nodes[2] : nodes[0])
            var differentiator = Differentiator(withRespectTo: input, in: graph)
            let slope = differentiator.derivative(of: node, &graph)
            var builder = TapeBuilder(graph, inputs: point.count, outputs: [slope, node])
            let tape = builder.build()
            let step = 1e-6
            var above = point
            above[input] += step
            var below = point
            below[input] -= step
            // The condition of a select is no quantity to vary.
            if operation == .select, input == 0 { continue }
            let expected = (tape.evaluate(above)[1] - tape.evaluate(below)[1]) / (2 * step)
            #expect(abs(tape.evaluate(point)[0] - expected) < 1e-8 * max(1, abs(expected)), "input \(input)")
        }
    }

    @Test func `the sparse factors solve what a dense elimination solves`() {
        var stream = RandomStream(seed: 3, patient: 0, purpose: RandomPurpose("lu"))
        for size in [1, 2, 5, 12, 30] {
            var pattern: [[Int: Double]] = Array(repeating: [:], count: size)
            for row in 0..<size {
                pattern[row][row] = stream.normal()
                for column in 0..<size where stream.bernoulli(0.15) { pattern[row][column] = stream.normal() }
            }
            let shift = 20.0
            var graph = Graph()
            let jacobian = pattern.map { $0.mapValues { graph.constant($0) } }
            let factors = SparseFactorization(jacobian: jacobian, shift: graph.constant(shift), &graph)
            var builder = TapeBuilder(graph, inputs: 0, outputs: factors.nodes)
            let right = (0..<size).map { _ in stream.normal() }
            let solution = factors.substitution().evaluate(builder.build().evaluate([]) + right)
            for row in 0..<size {
                let left = (0..<size).reduce(0.0) { sum, column in
                    sum + ((row == column ? shift : 0) - (pattern[row][column] ?? 0)) * solution[column]
                }
                #expect(abs(left - right[row]) < 1e-12, "row \(row) of \(size)")
            }
        }
    }

    /// The order as the definition has it: each time the row whose row and column have the smallest product of counts.
    private func orderByCounting(_ pattern: [Set<Int>]) -> [Int] {
        var (rows, remaining, order) = (pattern, Set(pattern.indices), [Int]())
        while !remaining.isEmpty {
            let costs = remaining.sorted().map { k -> (cost: Int, row: Int) in
                let right = rows[k].filter { remaining.contains($0) && $0 != k }.count
                let below = remaining.filter { $0 != k && rows[$0].contains(k) }.count
                return (right * below, k)
            }
            guard let k = costs.min(by: { $0 < $1 })?.row else { break }
            remaining.remove(k)
            order.append(k)
            for row in remaining where rows[row].contains(k) { rows[row].formUnion(rows[k]) }
        }
        return order
    }

    @Test func `rows are eliminated in the order of least fill`() {
        var stream = RandomStream(seed: 5, patient: 0, purpose: RandomPurpose("order"))
        for size in [1, 3, 8, 20, 40] {
            for density in [0.0, 0.05, 0.2, 1] {
                let pattern = (0..<size).map { row in
                    Set((0..<size).filter { $0 == row || stream.bernoulli(density) })
                }
                var graph = Graph()
                let jacobian = pattern.enumerated().map { row, columns in
                    Dictionary(uniqueKeysWithValues: columns.map { ($0, graph.input(row * size + $0)) })
                }
                let shift = graph.input(size * size)
                let factors = SparseFactorization(jacobian: jacobian, shift: shift, &graph)
                #expect(factors.order == orderByCounting(pattern), "\(size) rows, density \(density)")
            }
        }
        // A hub that all are coupled with goes last, and there is no fill.
        let size = 50
        var graph = Graph()
        let arrow = (0..<size).map { row in
            Dictionary(
                uniqueKeysWithValues: (row == 0 ? Array(0..<size) : [0, row]).map {
                    ($0, graph.input(row * size + $0))
                })
        }
        let shift = graph.input(size * size)
        let factors = SparseFactorization(jacobian: arrow, shift: shift, &graph)
        #expect(factors.entries.count == 3 * size - 2)
    }

    @Test func `a tape reuses registers and gives what the graph says`() {
        var graph = Graph()
        let x = graph.input(0)
        var sum = graph.constant(0)
        for power in 1...40 {
            sum = graph.apply(.add, sum, graph.apply(.sine, graph.apply(.multiply, x, graph.constant(Double(power)))))
        }
        var builder = TapeBuilder(graph, inputs: 1, outputs: [sum, x])
        let tape = builder.build()
        #expect(tape.registerCount < 60, "\(tape.registerCount) registers")
        let expected = (1...40).reduce(0.0) { $0 + sin(0.3 * Double($1)) }
        #expect(abs(tape.evaluate([0.3])[0] - expected) < 1e-12)
        #expect(tape.evaluate([0.3])[1] == 0.3)
    }
}
