extension Label {
    /// Holds a patient against this label.
    ///
    /// On label is who meets one indication in full and is free of all that excludes or delays; off label, who meets none
    /// or has one of those; everything between is unknown. Learning a fact that was missing can turn unknown into one of
    /// the two, and neither of them into anything else. What only cautions changes no verdict.
    ///
    /// - Parameters:
    ///   - candidate: what is known.
    ///   - day: the day for which it is asked; the label should be the one in force on it.
    public func assess(_ candidate: Candidate, on day: Day) -> LabelAssessment {
        let rules = LabelRules(self)
        let indications = self.indications ?? []
        let paths = indications.filter { $0.disease == candidate.diagnosis }.map { indication in
            (id: indication.id, checks: indication.checks(candidate) + rules.stops(candidate, for: indication.id))
        }
        var result = LabelAssessment(
            label: nameAndVersion, subject: subject, day: day, verdict: .unknown([]), grounds: [], reasons: [],
            missing: [], cautions: [], notLookedAt: [])
        let open = paths.filter { path in !path.checks.contains { $0.failure != nil } }
        let whole = open.filter { path in path.checks.allSatisfy { $0.missing.isEmpty } }
        let general = paths.isEmpty ? rules.stops(candidate, for: nil).compactMap(\.failure) : []
        result.missing = (open.isEmpty ? paths : open).flatMap(\.checks).flatMap(\.missing).uniqued()
        if version.status == .withdrawn {
            result.reasons = [rules.withdrawn]
            result.verdict = .offLabel(result.reasons)
        } else if open.isEmpty {
            let disease = paths.isEmpty ? [rules.otherDisease(candidate)] : []
            result.reasons = (disease + paths.flatMap(\.checks).compactMap(\.failure) + general).uniqued()
            result.verdict = .offLabel(result.reasons)
        } else if whole.isEmpty || !rules.unknownSections.isEmpty {
            result.missing = (result.missing + rules.unknownSections).uniqued()
            result.verdict = .unknown(result.missing)
        } else {
            result.missing = []
            result.grounds = whole.flatMap(\.checks).compactMap(\.success).uniqued()
            result.verdict = .onLabel(whole.map(\.id))
        }
        let standing = (whole.isEmpty ? open : whole).map(\.id)
        let cautions = rules.cautions(candidate, for: standing) + rules.washouts(candidate, on: day)
        result.cautions = cautions.compactMap(\.failure).uniqued()
        result.notLookedAt = (cautions.flatMap(\.missing) + rules.unknownCautions).uniqued()
        return result
    }
}
