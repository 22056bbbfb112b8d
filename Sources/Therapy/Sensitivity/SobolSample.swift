import Dynamics

/// Outputs of a pick-freeze design, for one output of a model.
///
/// Row *j* holds the output at two independent points *A* and *B*, and for each input at the hybrid that is *A* with that
/// one input taken from *B*. Rows with a value that is not a number are left out where they are needed.
struct SobolSample {
    /// Output at A, by row.
    let a: [Double]
    /// Output at B, by row.
    let b: [Double]
    /// Output at the hybrids, by input, then row.
    let hybrids: [[Double]]
}

/// An estimate with its 95 % interval.
public struct IndexEstimate: Codable, Sendable, Equatable {
    /// The estimate. It scatters about the true index, so that a small one may come out below zero.
    public let value: Double
    /// Lower 95 % limit.
    public let low: Double
    /// Upper 95 % limit.
    public let high: Double
}

/// How much of an output's variance one input explains.
public struct SobolIndex: Codable, Sendable, Equatable {
    /// First order: the share that would go if the input were known, averaged over the others.
    public let first: IndexEstimate
    /// Total: the share that would stay if everything else were known; interactions count in full for every input that
    /// takes part, so that totals may add up to more than one.
    public let total: IndexEstimate
}

extension SobolSample {
    /// The indices of every input, or nil if the output does not vary.
    ///
    /// First order by Saltelli et al. 2010 (Comput Phys Commun 181:259, table 2, b), with the outputs centred; total by
    /// Jansen 1999 (Comput Phys Commun 117:35). The intervals are percentiles of rows drawn again.
    func indices(replicates: Int = 300, seed: UInt64) -> [SobolIndex]? {
        let rows = a.indices.filter { !a[$0].isNaN && !b[$0].isNaN }
        guard let point = SobolSums(self, rows: rows, times: nil).indices else { return nil }
        let drawn = (0..<replicates).compactMap { replicate in
            SobolSums(self, rows: rows, times: resampled(rows.count, replicate, seed)).indices
        }
        func interval(_ value: Double, _ path: (SobolSums.Pair) -> Double, _ input: Int) -> IndexEstimate {
            let values = drawn.map { path($0[input]) }
            return IndexEstimate(
                value: value, low: Quantile.of(values, 0.025) ?? value, high: Quantile.of(values, 0.975) ?? value)
        }
        return point.indices.map { input in
            SobolIndex(
                first: interval(point[input].first, { $0.first }, input),
                total: interval(point[input].total, { $0.total }, input))
        }
    }

    /// How often each row is drawn in one replicate.
    private func resampled(_ rows: Int, _ replicate: Int, _ seed: UInt64) -> [Double] {
        var stream = RandomStream(seed: seed, patient: UInt64(replicate), purpose: .bootstrap)
        var times = [Double](repeating: 0, count: rows)
        for _ in 0..<rows { times[stream.index(below: rows)] += 1 }
        return times
    }
}
