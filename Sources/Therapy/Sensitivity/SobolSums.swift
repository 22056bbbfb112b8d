/// Indices of all inputs from a sample whose rows count a number of times each.
struct SobolSums {
    /// First-order and total index of one input.
    typealias Pair = (first: Double, total: Double)

    /// By input; nil if the output does not vary.
    let indices: [Pair]?

    /// - Parameters:
    ///   - rows: those where A and B both have a value.
    ///   - times: how often each of `rows` counts; nil for once.
    init(_ sample: SobolSample, rows: [Int], times: [Double]?) {
        func weight(_ position: Int) -> Double { times?[position] ?? 1 }
        var (count, sum) = (0.0, 0.0)
        for (position, row) in rows.enumerated() {
            count += weight(position)
            sum += weight(position) * (sample.a[row] + sample.b[row])
        }
        let mean = sum / (2 * count)
        var squares = 0.0
        for (position, row) in rows.enumerated() {
            let (a, b) = (sample.a[row] - mean, sample.b[row] - mean)
            squares += weight(position) * (a * a + b * b)
        }
        let variance = squares / (2 * count - 1)
        // Two equal values differ by rounding at the most; a variance of that size is none.
        guard count > 1, variance > 1e-24 * (1 + mean * mean) else {
            indices = nil
            return
        }
        indices = sample.hybrids.map { hybrid in
            var (used, product, difference) = (0.0, 0.0, 0.0)
            for (position, row) in rows.enumerated() where !hybrid[row].isNaN {
                let change = hybrid[row] - sample.a[row]
                used += weight(position)
                guard change != 0 else { continue }
                product += weight(position) * (sample.b[row] - mean) * change
                difference += weight(position) * change * change
            }
            guard used > 0 else { return (0, 0) }
            return (product / used / variance, difference / (2 * used) / variance)
        }
    }
}
