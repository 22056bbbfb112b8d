import Care
import Report
import Therapy

/// What came out of a finished trial.
public struct TrialOutcome: Sendable {
    /// One result beside what was published.
    public struct Row: Sendable {
        let label: String
        let simulated: String
        let interval: String
        let published: String
        let publishedInterval: String
        let n: String
        /// Nil where nothing was published.
        let isInside: Bool?
        let note: String?
        /// For the plot: value, limits; nil where the unit is not a share.
        let share: (value: Double, low: Double, high: Double)?
        let publishedShare: (value: Double, low: Double, high: Double)?
    }

    let rows: [Row]
    let infused: Int
    let patients: Int
    let failures: Int
    let comparison: [ArmComparison.Row]?
    let arms: [String]
    let curves: [TrialFigures.Curve]
    let bands: [TrialFigures.Band]

    /// Reads the outcomes.
    /// - Parameters:
    ///   - outcomes: of the reference arm.
    ///   - comparison: of all arms, where there are several.
    ///   - curves: survival, of one arm or of several beside each other.
    ///   - bands: percentiles over time, of the reference arm.
    public init(
        _ outcomes: [Outcome], study: Study, arms: [String], comparison: ArmComparison? = nil,
        curves: [TrialFigures.Curve] = [], bands: [TrialFigures.Band] = []
    ) {
        let computed = Endpoints(outcomes, study: study)
        infused = computed.infused
        patients = outcomes.count
        failures = outcomes.count { $0.failure != nil }
        rows = EndpointName.allCases.compactMap { name in
            computed.values[name.rawValue].map { Row(name, $0, study: study) }
        }
        self.arms = arms
        self.comparison = comparison?.rows
        self.curves = curves
        self.bands = bands
    }

    /// An estimate of each arm and the difference.
    static func compared(_ row: ArmComparison.Row) -> Fields {
        let unit = row.measure.unit
        let difference = row.differences.first
        return [
            "label": row.measure.label,
            "estimates": row.estimates.map { EndpointWords.estimate($0.value, $0.low, $0.high, unit) },
            "difference": difference.map { EndpointWords.difference($0) },
            "isClear": difference?.excludesZero ?? false, "pairs": difference.map { Words.grouped($0.pairs) },
        ]
    }
}

extension TrialOutcome.Row {
    fileprivate init(_ name: EndpointName, _ endpoint: Endpoint, study: Study) {
        let published = endpoint.published
        let comparison = published.map {
            EndpointComparison(study: study.id, role: study.role, name: name, simulated: endpoint, published: $0)
        }
        label = name.label(of: endpoint.analysisSet)
        simulated = EndpointWords.value(endpoint.value, endpoint.unit)
        interval = EndpointWords.interval(endpoint.low, endpoint.high, endpoint.unit)
        self.published = published.map { EndpointWords.value($0.value, endpoint.unit) } ?? "–"
        publishedInterval =
            comparison.map { EndpointWords.interval($0.interval.low, $0.interval.high, endpoint.unit) } ?? ""
        n = published.map { "\($0.n)" } ?? ""
        isInside = comparison.map(\.isInside)
        var notes = [published?.scale, published?.note].compactMap(\.self)
        if published?.verification == .unverified { notes.append("from memory, not yet checked") }
        if comparison?.scaleDiffers == true { notes.append("graded by another scale") }
        note = notes.isEmpty ? nil : notes.joined(separator: "; ")
        let isShare = endpoint.unit == "1"
        share = isShare ? EndpointWords.triple(endpoint.value, endpoint.low, endpoint.high) : nil
        publishedShare =
            isShare
            ? comparison.flatMap { EndpointWords.triple(published?.value, $0.interval.low, $0.interval.high) } : nil
    }
}

/// Endpoints in words.
enum EndpointWords {
    static func value(_ value: Double?, _ unit: String) -> String {
        guard let value, value.isFinite else { return "–" }
        switch unit {
        case "1": return "\(Words.short((value * 1000).rounded() / 10)) %"
        case "USD": return "$\(Words.grouped(Int(value.rounded())))"
        default: return "\(Words.short(value)) \(Words.unit(unit))"
        }
    }

    static func interval(_ low: Double?, _ high: Double?, _ unit: String) -> String {
        guard let low, let high, low.isFinite, high.isFinite else { return "" }
        let factor = unit == "1" ? 100.0 : 1
        return "\(Words.short(rounded(low * factor))) to \(Words.short(rounded(high * factor)))"
    }

    static func estimate(_ value: Double?, _ low: Double?, _ high: Double?, _ unit: String) -> String {
        let interval = interval(low, high, unit)
        return self.value(value, unit) + (interval.isEmpty ? "" : " (\(interval))")
    }

    /// The difference of an arm to the reference: points of per cent for shares.
    static func difference(_ difference: PairedDifference) -> String {
        guard let value = difference.value else { return "–" }
        let factor = difference.unit == "1" ? 100.0 : 1
        let unit = difference.unit == "1" ? "points" : Words.unit(difference.unit)
        let sign = value > 0 ? "+" : value < 0 ? "−" : ""
        let interval = interval(difference.low, difference.high, difference.unit)
        return "\(sign)\(Words.short(rounded(abs(value) * factor))) \(unit)"
            + (interval.isEmpty ? "" : " (\(interval))")
    }

    static func triple(_ value: Double?, _ low: Double?, _ high: Double?) -> (value: Double, low: Double, high: Double)?
    {
        guard let value, let low, let high else { return nil }
        return (value, low, high)
    }

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
