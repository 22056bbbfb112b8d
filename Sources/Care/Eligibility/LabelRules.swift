/// The rules of one label, besides its indications, as checks.
struct LabelRules {
    private let label: Label

    init(_ label: Label) { self.label = label }

    private var lists: [(kind: EligibilityFinding.Rule, criteria: [Label.Criterion])] {
        [
            (.contraindication, label.contraindications ?? []), (.limitationOfUse, label.limitationsOfUse ?? []),
            (.warning, label.warnings ?? []), (.trial, label.trialCriteria ?? []),
        ]
    }

    /// Whether a criterion excludes or delays; the effect that is not written is that of its list.
    private func stops(_ criterion: Label.Criterion, _ kind: EligibilityFinding.Rule) -> Bool {
        switch kind {
        case .contraindication, .limitationOfUse: true
        case .warning: criterion.effect == .delays || criterion.effect == .excludes
        default: false
        }
    }

    /// What excludes or delays, for an indication; for none, what is not confined to any.
    func stops(_ candidate: Candidate, for indication: String?) -> [Check] {
        lists.flatMap { list in
            list.criteria.filter { criterion in
                stops(criterion, list.kind)
                    && (criterion.indications.map { ids in indication.map(ids.contains) ?? false } ?? true)
            }
            .map { $0.check(candidate, kind: list.kind) }
        }
    }

    /// What only cautions, for the indications that still stand.
    func cautions(_ candidate: Candidate, for indications: [String]) -> [Check] {
        guard !indications.isEmpty else { return [] }
        return lists.flatMap { list in
            list.criteria.filter { criterion in
                !stops(criterion, list.kind)
                    && (criterion.indications.map { $0.contains(where: indications.contains) } ?? true)
            }
            .map { $0.check(candidate, kind: list.kind) }
        }
    }

    /// Drugs that were given too lately for a step that would be on this day.
    func washouts(_ candidate: Candidate, on day: Day) -> [Check] {
        guard let washouts = label.washouts, !washouts.isEmpty else { return [] }
        guard let drugs = candidate.recentDrugs else {
            return [
                .unknown([
                    MissingFact(fact: "recentDrugs", neededFor: "wash-outs before leukapheresis and lymphodepletion")
                ])
            ]
        }
        return washouts.flatMap { washout in
            drugs.filter { $0.therapy == washout.therapy }.map { washout.check($0, on: day) }
        }
    }

    /// Sections without which nobody can be said to be on label.
    var unknownSections: [MissingFact] {
        let needed: [Label.Section] = [.indications, .contraindications, .limitationsOfUse, .warnings]
        return label.version.unknownSections.filter(needed.contains).map {
            MissingFact(
                fact: "label: \($0.rawValue)", neededFor: "not known here; read the label of \(label.subject.brand)")
        }
    }

    /// Sections without which cautions may be missed.
    var unknownCautions: [MissingFact] {
        label.version.unknownSections.filter { $0 == .trialCriteria || $0 == .washouts }.map {
            MissingFact(fact: "label: \($0.rawValue)", neededFor: "not known here")
        }
    }

    /// No indication is for the disease.
    func otherDisease(_ candidate: Candidate) -> EligibilityFinding {
        let diseases = (label.indications ?? []).map(\.disease.words).uniqued()
        let flag = (label.indications ?? []).map(\.flag).max() ?? label.version.flag
        return EligibilityFinding(
            rule: "indications", kind: .indication, finding: candidate.diagnosis.words,
            threshold: "the label is for \(diseases.joined(separator: "; "))", mayPass: false,
            source: "\(label.subject.brand), indications", flag: flag)
    }

    /// The approval has ended.
    var withdrawn: EligibilityFinding {
        EligibilityFinding(
            rule: label.version.version, kind: .approval, finding: "withdrawn on \(label.version.effectiveFrom)",
            threshold: "an approval that stands is asked for", mayPass: false, source: label.version.source,
            flag: label.version.flag)
    }
}

extension Label.Washout.Basis {
    /// The kind of rule that it makes.
    fileprivate var rule: EligibilityFinding.Rule {
        switch self {
        case .label: .washout
        case .trial: .trial
        case .consensus: .guideline
        }
    }
}

extension Label.Washout {
    /// Whether enough days have passed for the step to be on this day.
    fileprivate func check(_ drug: Candidate.RecentDrug, on day: Day) -> Check {
        let note = text.map { " (\($0))" } ?? ""
        let asked = "\(days.shown) days are asked for before \(before.rawValue)\(note)"
        guard let last = drug.lastGiven else {
            return .unknown([MissingFact(fact: "recentDrugs: lastGiven of \(therapy.rawValue)", neededFor: asked)])
        }
        let passed = day.daysSince1970 - last.daysSince1970
        let free = last.advanced(by: Int(min(days, 36_500).rounded(.up)))
        let finding = EligibilityFinding(
            rule: "\(therapy.rawValue)-\(before.rawValue)", kind: basis.rule,
            finding: "last \(therapy.rawValue) on \(last), \(passed) days before",
            threshold: "\(asked), so from \(free)", mayPass: true,
            source: source, flag: flag)
        return Double(passed) >= days ? .met(finding) : .failed(finding)
    }
}
