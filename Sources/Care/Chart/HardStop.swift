/// Something that must not be done now, and why. Unknown is not pass: what is missing blocks as what fails does.
public struct HardStop: Sendable, Equatable {
    /// What is forbidden.
    public var action: String
    /// The stop: identifier, severity, reasons with their entries and sources, what would clear it, and who may override it.
    public var stop: Stop

    /// Why.
    public var reason: String { stop.finding }
    /// Whether an override is possible, with role, reason and a second signature. Identity stops never.
    public var canBeOverridden: Bool { stop.override != nil }

    /// Whether the same is forbidden for the same reason; in which entry that stands does not matter, so that a chart
    /// folded without a journal gives the same stops.
    public static func == (a: HardStop, b: HardStop) -> Bool {
        a.action == b.action && a.stop.id == b.stop.id && a.stop.severity == b.stop.severity && a.reason == b.reason
            && a.canBeOverridden == b.canBeOverridden
    }
}

extension Chart {
    /// What is forbidden at this time, as far as the chart alone tells: consent, eligibility, release, lymphodepletion,
    /// identity and the doses of tocilizumab and siltuximab. `StepRules` knows all rules; they need the product's label and
    /// the centre's registers.
    public func hardStops(at instant: Instant) -> [HardStop] {
        guard death == nil, cancellation == nil else { return [] }
        let facts = StepFacts(self, at: instant, label: nil, site: nil)
        let stops: [Stop] =
            if infusedAt == nil {
                facts.consentStops() + facts.eligibilityStops() + [facts.releasedFirstStop()].compactMap(\.self)
                    + facts.releasedStops() + facts.lymphodepletionGivenStops() + facts.identityStops()
            } else {
                facts.drugStops()
            }
        // Thawing is not an act of its own here: what forbids the infusion forbids it.
        return stops.filter { facts.override(of: $0) == nil }.flatMap { stop in
            stop.actions.filter { $0 != .thaw }.map { HardStop(action: $0.rawValue, stop: stop) }
        }
    }
}
