/// Karnofsky performance status, 0 (dead) to 100 (no complaints) by tens.
public struct Karnofsky: RawRepresentable, Codable, Sendable, Hashable, Comparable, CaseIterable {
    /// The index, per cent.
    public let rawValue: Int

    /// An index of 0, 10, … 100, or nil.
    public init?(rawValue: Int) {
        guard (0...100).contains(rawValue), rawValue % 10 == 0 else { return nil }
        self.rawValue = rawValue
    }

    /// An index of 0, 10, … 100, or nil.
    public init?(_ percent: Int) { self.init(rawValue: percent) }

    private init(tens: Int) { rawValue = 10 * tens }

    /// All eleven, from dead on.
    public static let allCases = (0...10).map { Karnofsky(tens: $0) }
    /// 0.
    public static let dead = Karnofsky(tens: 0)

    /// Order of ability: a lower index is worse.
    public static func < (a: Karnofsky, b: Karnofsky) -> Bool { a.rawValue < b.rawValue }

    /// Conversions to ECOG. They differ at 90, 70, 50 and 30; no conversion is exact (the better one agreed in 75 % of
    /// paired assessments).
    public enum Conversion: String, Sendable, CaseIterable {
        /// 90–100 is 0, 70–80 1, 50–60 2, 30–40 3, 10–20 4: the customary table
        case customary
        /// 100 is 0, 80–90 1, 60–70 2, 40–50 3, 10–30 4: the best of all by 1,385 paired assessments
        case ma2010

        /// Where the conversion stands.
        public var source: ScaleSource {
            switch self {
            case .customary: ScaleSource("Karnofsky to ECOG, customary table", .secondary, "read in a copy")
            case .ma2010: ScaleSource("Karnofsky to ECOG, Ma 2010, Eur J Cancer 46:3175", .read, "abstract")
            }
        }

        /// Highest index that has ECOG 4, 3, 2, 1.
        var limits: [Int] { self == .customary ? [20, 40, 60, 80] : [30, 50, 70, 90] }
    }

    /// ECOG status by one conversion.
    public func ecog(by conversion: Conversion = .customary) -> ECOG {
        if rawValue == 0 { return .dead }
        return ECOG(rawValue: conversion.limits.filter { rawValue <= $0 }.count) ?? .disabled
    }

    /// ECOG status by both conversions: a range where they differ.
    public var ecog: ScaleVerdict<ECOG> {
        let both = Conversion.allCases.map { ecog(by: $0) }
        let (low, high) = (both.min() ?? .dead, both.max() ?? .dead)
        let findings = Conversion.allCases.map { conversion in
            ScaleFinding(
                "Karnofsky \(rawValue): ECOG \(ecog(by: conversion).rawValue) by \(conversion.source.citation)")
        }
        return ScaleVerdict(
            lowest: low, highest: high, findings: findings,
            unknown: low == high ? [] : ["ECOG itself: the conversions differ at this index"],
            source: Conversion.customary.source)
    }
}
