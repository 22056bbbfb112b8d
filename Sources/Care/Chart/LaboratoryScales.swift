/// The scales that read blood results, from all results of a journal. A chart holds the latest of each; these scales ask
/// for the one before lymphodepletion, or for all.
public struct LaboratoryScales: Sendable {
    /// Risk of long neutropenia, from the last results before lymphodepletion (before now, while it has not begun).
    public let carHematotox: ScaleVerdict<CARHematotox.Score>?
    /// Haematotoxicity to day 30; nil before infusion.
    public let earlyICAHT: ICAHTAssessment?
    /// Haematotoxicity after day 30; nil before day 31.
    public let lateICAHT: ScaleVerdict<ICAHTGrade>?
    /// What the criteria of IEC-HS say; nil before infusion and while no ferritin is known.
    public let iecHS: ScaleVerdict<IECHS.Likelihood>?
    /// Activation of the endothelium by the latest results.
    public let easix: ScaleEstimate?
    /// CTCAE grades of the latest blood counts.
    public let cytopenias: [CTCAE.LowCount: ScaleVerdict<CTCAEGrade>]
    /// Days for which neutrophils have been 0.5 × 10⁹/L or less at every count up to the last, and when that was.
    public let neutropenia: (days: Double, lastCount: Instant)?
    /// Scales that an impossible value keeps from being computed, in words.
    public let faults: [String]

    /// One result.
    struct Reading: Sendable {
        var result: LabResult
        var at: Instant

        /// The result that an entry holds, if it holds one.
        init?(_ entry: Entry) {
            guard case .labReported(let result) = entry.event else { return nil }
            self.result = result
            at = entry.occurredAt
        }
    }

    /// Reads a journal up to a time.
    /// - Parameter chart: the chart of that journal at that time.
    public init(of journal: Journal, chart: Chart, at now: Instant) {
        self.init(journal.chronology(until: now).compactMap { Reading(journal.entries[$0]) }, chart: chart, at: now)
    }

    /// Scales of results in the order in which they were found.
    init(_ readings: [Reading], chart: Chart, at now: Instant) {
        var faults: [String] = []
        func attempt<Verdict>(_ scale: () throws -> Verdict?) -> Verdict? {
            do { return try scale() } catch {
                faults.append("\(error)")
                return nil
            }
        }
        let baseline = readings.filter { $0.at <= chart.lymphodepletionStart ?? now }
        carHematotox = attempt { try Self.carHematotox(baseline) }
        cytopenias = attempt { try Self.cytopenias(readings) } ?? [:]
        easix = attempt { try Self.easix(readings) }
        neutropenia = Self.neutropenia(readings)
        if let infusion = chart.infusedAt {
            let counts = readings.filter { $0.result.analyte == .neutrophils }
                .map { (day: $0.at.days(since: infusion), count: $0.result.value) }
            earlyICAHT = attempt { try EarlyICAHT(hasEnded: chart.death != nil).assess(counts) }
            let isLate = now.days(since: infusion) >= LateICAHT.firstDay
            lateICAHT = attempt { isLate ? try LateICAHT().assess(counts) : nil }
            iecHS = attempt { try Self.iecHS(readings, infusion: infusion, chart: chart) }
        } else {
            (earlyICAHT, lateICAHT, iecHS) = (nil, nil, nil)
        }
        self.faults = faults
    }

    private static func last(_ analyte: Analyte, in readings: [Reading]) -> LabResult? {
        readings.last { $0.result.analyte == analyte }?.result
    }

    private static func carHematotox(
        _ readings: [Reading]
    ) throws(ImpossibleValue) -> ScaleVerdict<CARHematotox.Score> {
        try CARHematotox(
            platelets: last(.platelets, in: readings)?.value, neutrophils: last(.neutrophils, in: readings)?.value,
            haemoglobin: last(.haemoglobin, in: readings)?.value, crp: last(.crp, in: readings)?.value,
            ferritin: last(.ferritin, in: readings)?.value
        ).assess()
    }

    private static func cytopenias(
        _ readings: [Reading]
    ) throws(ImpossibleValue) -> [CTCAE.LowCount: ScaleVerdict<CTCAEGrade>] {
        var grades: [CTCAE.LowCount: ScaleVerdict<CTCAEGrade>] = [:]
        for count in CTCAE.LowCount.allCases {
            guard let result = last(count.analyte, in: readings) else { continue }
            grades[count] = try count.assess(result.value, lowerLimit: result.lowerLimit)
        }
        return grades
    }

    private static func easix(_ readings: [Reading]) throws(ImpossibleValue) -> ScaleEstimate? {
        guard let ldh = last(.ldh, in: readings) else { return nil }
        return try EASIX(
            ldh: ldh.value, creatinine: last(.creatinine, in: readings)?.value,
            platelets: last(.platelets, in: readings)?.value
        ).assess(.standard)
    }

    private static func neutropenia(_ readings: [Reading]) -> (days: Double, lastCount: Instant)? {
        let counts = readings.filter { $0.result.analyte == .neutrophils }
        guard let latest = counts.last else { return nil }
        let low = counts.reversed().prefix { $0.result.value <= 0.5 }
        return (low.last.map { latest.at.days(since: $0.at) } ?? 0, latest.at)
    }

    /// The features that blood shows. What the marrow shows, and whether something else explains it, the team knows.
    private static func iecHS(
        _ readings: [Reading], infusion: Instant, chart: Chart
    ) throws(ImpossibleValue) -> ScaleVerdict<IECHS.Likelihood>? {
        guard let ferritin = last(.ferritin, in: readings) else { return nil }
        let before = readings.filter { $0.at <= infusion }
        let transaminases = [Analyte.alt, .ast].compactMap { analyte in
            multiple(of: last(analyte, in: readings), before: last(analyte, in: before))
        }
        let fibrinogen = last(.fibrinogen, in: readings)
        let counts: [CTCAE.LowCount] = [.neutrophils, .platelets]
        let grades = counts.compactMap { count in last(count.analyte, in: readings).map { count.grade($0.value) } }
        // A count that is missing may be of grade 4.
        let isKnown = grades.count == counts.count || grades.contains(.grade4)
        return try IECHS(
            ferritin: ferritin.value, ferritinUpperLimit: ferritin.upperLimit,
            ferritinBaseline: last(.ferritin, in: before)?.value, transaminaseMultiple: transaminases.max(),
            fibrinogen: fibrinogen?.value, fibrinogenLowerLimit: fibrinogen?.lowerLimit,
            cytopenia: isKnown ? grades.max() : nil,
            others: chart.icansGrade == .none ? [] : [.neurotoxicity]
        ).assess()
    }

    /// A result in multiples of the upper limit of normal, or of the baseline where that was above the limit.
    private static func multiple(of result: LabResult?, before baseline: LabResult?) -> Double? {
        guard let result, let limit = result.upperLimit ?? baseline?.upperLimit, limit > 0 else { return nil }
        if let baseline, baseline.value > limit { return result.value / baseline.value }
        return result.value / limit
    }
}

extension CTCAE.LowCount {
    /// What the laboratory calls it.
    var analyte: Analyte {
        switch self {
        case .neutrophils: .neutrophils
        case .platelets: .platelets
        case .lymphocytes: .lymphocytes
        case .whiteCells: .leukocytes
        }
    }
}
