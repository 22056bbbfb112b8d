/// Something that must not be done now, and why. Unknown is not pass: what is missing blocks as what fails does.
public struct HardStop: Sendable, Equatable {
    /// What is forbidden.
    public var action: String
    /// Why.
    public var reason: String
    /// Whether a product definition may allow an override, with role, reason and a second signature. Identity stops
    /// never.
    public var canBeOverridden: Bool
}

extension Chart {
    /// What is forbidden at this time.
    public func hardStops(at instant: Instant) -> [HardStop] {
        guard death == nil, cancellation == nil else { return [] }
        var stops: [HardStop] = []
        func forbid(_ action: String, _ reason: String, override: Bool = false) {
            stops.append(HardStop(action: action, reason: reason, canBeOverridden: override))
        }
        if infusedAt == nil {
            if !hasConsent {
                for action in ["leukapheresis", "lymphodepletion", "infusion"] {
                    forbid(action, "no consent is recorded, or it was withdrawn")
                }
            }
            if eligibility == nil { forbid("leukapheresis", "eligibility has not been assessed", override: true) }
            if eligibility?.eligible == false { forbid("leukapheresis", "the patient is not eligible", override: true) }
            if released == nil {
                forbid("lymphodepletion", "no product is released; it must be confirmed available first")
            }
            for reason in infusionStops() { forbid("infusion", reason.text, override: reason.override) }
        } else {
            if let refusal = Tocilizumab.refusal(after: tocilizumabGivenAt, at: instant) {
                forbid("tocilizumab", refusal, override: true)
            }
            if let refusal = Siltuximab.refusal(after: siltuximabGivenAt, at: instant) {
                forbid("siltuximab", refusal, override: true)
            }
        }
        return stops
    }

    private func infusionStops() -> [(text: String, override: Bool)] {
        var stops: [(text: String, override: Bool)] = []
        if released == nil { stops.append(("no released batch", false)) }
        if lymphodepletionStart == nil { stops.append(("no lymphodepletion is recorded", true)) }
        guard let check = identityCheck else {
            return stops + [("identity has not been verified by two people", false)]
        }
        if Set(check.checkedBy.filter { $0.contains { !$0.isWhitespace } }).count < 2 {
            stops.append(("identity was verified by fewer than two people", false))
        }
        let read = [check.band, check.bag, check.order, check.certificate]
        if Set(read).count > 1 || check.band != therapy {
            stops.append(("band, bag, order and certificate do not name the same therapy", false))
        }
        return stops
    }
}
