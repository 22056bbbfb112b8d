import Care

/// One scale, for programs: what is proven, what is possible, on what, and what is missing.
struct ScaleOutput: Encodable {
    let scale: String
    let lowest: String
    let highest: String
    let findings: [String]
    let unknown: [String]
    let source: String

    init<Grade>(_ scale: String, _ verdict: ScaleVerdict<Grade>, _ words: (Grade) -> String) {
        self.scale = scale
        lowest = words(verdict.lowest)
        highest = words(verdict.highest)
        findings = verdict.findings.map(\.description)
        unknown = verdict.unknown
        source = verdict.source.description
    }

    init(_ scale: String, _ estimate: ScaleEstimate) {
        self.scale = scale
        let value = estimate.value.map { "\(($0 * 100).rounded() / 100)" } ?? "unknown"
        (lowest, highest) = (value, value)
        findings = estimate.findings.map(\.description)
        unknown = estimate.unknown
        source = estimate.source.description
    }

    /// For people.
    func lines(explained: Bool) -> [String] {
        let value = lowest == highest ? lowest : "\(lowest) to \(highest)"
        let open = unknown.isEmpty ? "" : "; unknown: \(unknown.joined(separator: ", "))"
        guard explained else { return ["\(scale): \(value)\(open)"] }
        return ["\(scale): \(value)\(open)"] + findings.map { "  because: \($0)" } + ["  by: \(source)"]
    }
}

/// The scales that the laboratory's results allow.
extension ChartPage {
    var scaleOutputs: [ScaleOutput] {
        var outputs: [ScaleOutput] = []
        if let score = scales.carHematotox {
            outputs.append(
                ScaleOutput("CAR-HEMATOTOX, before lymphodepletion", score) {
                    "\($0.rawValue) (\($0.risk.rawValue) risk)"
                })
        }
        if let icaht = scales.earlyICAHT {
            outputs.append(ScaleOutput("early ICAHT, to day 30", icaht.verdict) { "grade \($0.rawValue)" })
        }
        if let icaht = scales.lateICAHT {
            outputs.append(ScaleOutput("late ICAHT, after day 30", icaht) { "grade \($0.rawValue)" })
        }
        if let criteria = scales.iecHS {
            outputs.append(ScaleOutput("IEC-HS criteria", criteria, \.words))
        }
        if let easix = scales.easix { outputs.append(ScaleOutput("EASIX", easix)) }
        for count in CTCAE.LowCount.allCases {
            guard let verdict = scales.cytopenias[count] else { continue }
            outputs.append(
                ScaleOutput("low \(count == .whiteCells ? "white cells" : count.rawValue), CTCAE", verdict) {
                    "grade \($0.rawValue)"
                })
        }
        return outputs
    }

    var scaleLines: [String] {
        scaleOutputs.flatMap { $0.lines(explained: isExplained) } + scales.faults.map { "not computed: \($0)" }
    }
}

extension IECHS.Likelihood {
    fileprivate var words: String {
        switch self {
        case .notMet: "not met"
        case .ferritinOnly: "ferritin only"
        case .possible: "possible"
        case .probable: "probable"
        }
    }
}
