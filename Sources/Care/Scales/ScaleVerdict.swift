/// One finding against its threshold.
public struct ScaleFinding: Sendable, Equatable, CustomStringConvertible {
    /// The finding and what it means (for example `platelets 60 10*9/L: below 75, 2 points`).
    public var description: String
    /// Day from infusion, for scales that read a series.
    public var day: Double?

    /// Makes a finding.
    public init(_ description: String, day: Double? = nil) {
        self.description = description
        self.day = day
    }
}

/// The verdict of a scale. What is not known leaves a range open: the lowest and the highest grade that the known findings
/// allow. A scale that is fully known has one grade.
public struct ScaleVerdict<Grade: Sendable & Comparable>: Sendable, Equatable {
    /// The lowest grade that is possible: what the known findings prove.
    public var lowest: Grade
    /// The highest grade that is possible: what the known findings do not exclude.
    public var highest: Grade
    /// What the verdict rests on.
    public var findings: [ScaleFinding]
    /// What was not known and might change the verdict.
    public var unknown: [String]
    /// The scale's source.
    public var source: ScaleSource

    /// The grade, if only one is possible.
    public var grade: Grade? { lowest == highest ? lowest : nil }

    /// The verdict as the chart gives it, all findings made at one time: the grade is the one that is proven.
    public func assessment(at instant: Instant) -> Assessment<Grade> {
        Assessment(grade: lowest, reasons: reasons { _ in instant }, unknown: unknown)
    }

    /// The same for a scale that reads a series: each finding on its day from infusion, the others at the end.
    public func assessment(infusedAt infusion: Instant, at end: Instant) -> Assessment<Grade> {
        let reasons = reasons { $0.map(infusion.advanced(byDays:)) ?? end }
        return Assessment(grade: lowest, reasons: reasons, unknown: unknown)
    }

    private func reasons(_ time: (Double?) -> Instant) -> [Reason] {
        findings.map { Reason(finding: $0.description, at: time($0.day), source: source.description) }
    }
}

/// The result of a formula that gives a number rather than a grade. It has a value only if every input is known.
public struct ScaleEstimate: Sendable, Equatable {
    /// The value; nil if an input is unknown.
    public var value: Double?
    /// Its unit, UCUM.
    public var unit: String
    /// The inputs, and what limits the formula's use for this patient.
    public var findings: [ScaleFinding]
    /// Inputs that are not known.
    public var unknown: [String]
    /// The formula's source.
    public var source: ScaleSource
}
