/// Performance status of the Eastern Cooperative Oncology Group, 0 to 5 (Oken 1982, Am J Clin Oncol 5:649).
public enum ECOG: Int, Codable, Sendable, CaseIterable, Comparable {
    /// Fully active
    case fullyActive = 0
    /// Restricted in strenuous activity, ambulatory, able to do light work
    case restricted
    /// Ambulatory and caring for oneself, unable to work; up more than half of waking hours
    case selfCaring
    /// Limited self-care; in bed or chair more than half of waking hours
    case limitedSelfCare
    /// Completely disabled; confined to bed or chair
    case disabled
    /// Dead
    case dead

    /// Where the scale stands.
    public static let source = ScaleSource(
        "ECOG performance status, Oken 1982, Am J Clin Oncol 5:649", .secondary, "descriptions read in a copy")

    /// The scale's own words, short.
    public var words: String {
        switch self {
        case .fullyActive: "fully active"
        case .restricted: "restricted in strenuous activity, light work possible"
        case .selfCaring: "cares for self, unable to work, up more than half of the day"
        case .limitedSelfCare: "limited self-care, in bed or chair more than half of the day"
        case .disabled: "completely disabled, confined to bed or chair"
        case .dead: "dead"
        }
    }

    /// Order of impairment.
    public static func < (a: ECOG, b: ECOG) -> Bool { a.rawValue < b.rawValue }

    /// The Karnofsky indices that go with this status by a conversion.
    public func karnofsky(by conversion: Karnofsky.Conversion = .customary) -> ClosedRange<Karnofsky> {
        let indices = Karnofsky.allCases.filter { $0.ecog(by: conversion) == self }
        // Every status has an index in both conversions.
        return (indices.min() ?? .dead)...(indices.max() ?? .dead)
    }
}
