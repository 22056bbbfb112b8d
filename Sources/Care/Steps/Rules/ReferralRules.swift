/// Step 1: referral and assessment.
extension StopRule {
    static let consent = StopRule(
        "referral.consent", .referral, against: [.leukapheresis, .lymphodepletion, .thaw, .infusion],
        clearedBy: "record the signed consent")
    static let eligibility = StopRule(
        "referral.eligibility", .referral, against: [.leukapheresis],
        clearedBy: "record an assessment of eligibility that admits the patient", override: .physician)
    static let therapyIdentifier = StopRule(
        "referral.identifier", .referral, .identity, against: [.order, .leukapheresis],
        clearedBy: "look the identifier up in the centre's register; issue another if it is in use")
    static let coverage = StopRule(
        "referral.coverage", .referral, .warning, against: [.order, .leukapheresis],
        clearedBy: "record the payer's approval")
    static let indication = StopRule(
        "referral.indication", .referral, .warning, against: [.order],
        clearedBy: "assess eligibility with the product version that is ordered")
    static let duplicateReferral = StopRule(
        "referral.duplicate", .referral, .warning, against: [.order],
        clearedBy: "strike out the referral that is wrong, or belongs to another patient")

    static let referralRules = [consent, eligibility, therapyIdentifier, coverage, indication, duplicateReferral]
}

extension StepFacts {
    func referralStops() -> [Stop] {
        consentStops() + eligibilityStops() + [identifierStop(), coverageStop()].compactMap(\.self) + indicationStops()
    }

    func consentStops() -> [Stop] {
        guard let last = consents.last else { return [StopRule.consent.unknown("no consent is recorded")] }
        return last.value.given ? [] : [StopRule.consent.found("consent was withdrawn", in: last)]
    }

    func eligibilityStops() -> [Stop] {
        guard let last = eligibility.last else {
            return [StopRule.eligibility.unknown("eligibility has not been assessed")]
        }
        guard !last.value.eligible else { return [] }
        let why = last.value.reasons.isEmpty ? "" : ": \(last.value.reasons.joined(separator: "; "))"
        return [StopRule.eligibility.found("the patient is not eligible\(why)", in: last)]
    }

    /// A therapy-level identifier is used once, in no other therapy of the centre.
    private func identifierStop() -> Stop? {
        guard let others = site?.otherTherapies else {
            return StopRule.therapyIdentifier.unknown(
                "identifier \(chart.therapy) has not been looked up in the register")
        }
        guard others.contains(chart.therapy) else { return nil }
        return StopRule.therapyIdentifier.found("identifier \(chart.therapy) is in use for another therapy")
    }

    private func coverageStop() -> Stop? {
        guard let last = coverage.last else { return StopRule.coverage.unknown("no answer of a payer is recorded") }
        return switch last.value.status {
        case .approved: nil
        case .pending: StopRule.coverage.found("coverage is pending", in: last)
        case .denied: StopRule.coverage.found("coverage was denied", in: last)
        }
    }

    private func indicationStops() -> [Stop] {
        var stops: [Stop] = []
        if let order = orders.last, let assessed = eligibility.last,
            order.value.productVersion != assessed.value.productVersion
        {
            stops.append(
                StopRule.indication.found(
                    "eligibility was assessed with \(assessed.value.productVersion)",
                    "ordered is \(order.value.productVersion)", in: assessed))
        }
        if referrals.count > 1, let last = referrals.last {
            stops.append(
                StopRule.duplicateReferral.found("\(referrals.count) referrals stand in this journal", in: last))
        }
        return stops
    }
}
