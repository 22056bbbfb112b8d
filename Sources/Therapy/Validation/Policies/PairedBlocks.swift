/// The same patients, run twice: contrasts of an endpoint between the runs, with intervals that make use of the pairing.
///
/// The patients are dealt into blocks by index, the endpoint is computed in each block for both runs, and the spread of
/// the contrast over the blocks gives its standard error (batch means). That works for shares, medians and Kaplan–Meier
/// estimates alike.
struct PairedBlocks {
    private let one: [Outcome]
    private let other: [Outcome]
    private let study: Study

    static let blocks = 20
    /// 97.5th percentile of Student's t with `blocks` − 1 degrees of freedom.
    static let studentT = 2.093

    /// - Parameters:
    ///   - one: outcomes of the first run, by patient.
    ///   - other: outcomes of the second run, by patient, in the same order.
    init(_ one: [Outcome], _ other: [Outcome], study: Study) {
        // A patient who failed in one run is left out of both.
        let pairs = zip(one, other).filter { $0.failure == nil && $1.failure == nil }
        self.one = pairs.map(\.0)
        self.other = pairs.map(\.1)
        self.study = study
    }

    /// Values of an endpoint in both runs.
    func values(_ endpoint: String) -> (one: Double?, other: Double?) {
        (value(endpoint, one), value(endpoint, other))
    }

    /// A contrast of an endpoint (a difference, a ratio) with its 95 % interval; nil if either run has no value. Without
    /// enough patients for blocks there is no interval.
    func contrast(_ endpoint: String, _ contrast: (Double, Double) -> Double) -> QuantityEstimate? {
        guard let first = value(endpoint, one), let second = value(endpoint, other) else { return nil }
        let whole = contrast(first, second)
        guard whole.isFinite else { return nil }
        let parts = (0..<Self.blocks).compactMap { block -> Double? in
            func part(_ outcomes: [Outcome]) -> [Outcome] {
                outcomes.indices.filter { $0 % Self.blocks == block }.map { outcomes[$0] }
            }
            guard let first = value(endpoint, part(one)), let second = value(endpoint, part(other)) else { return nil }
            let found = contrast(first, second)
            return found.isFinite ? found : nil
        }
        guard parts.count == Self.blocks else { return QuantityEstimate(value: whole) }
        let mean = parts.reduce(0, +) / Double(parts.count)
        let squares = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(parts.count - 1) / Double(parts.count)).squareRoot()
        return QuantityEstimate(
            value: whole, low: whole - Self.studentT * error, high: whole + Self.studentT * error)
    }

    private func value(_ endpoint: String, _ outcomes: [Outcome]) -> Double? {
        Endpoints(outcomes, study: study, asPublished: false).values[endpoint]?.value
    }
}
