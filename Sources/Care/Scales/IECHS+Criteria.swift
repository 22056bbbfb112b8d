/// The criteria one by one.
extension IECHS {
    /// A criterion: whether it is met, nil if unknown, and in words.
    struct Criterion {
        var isMet: Bool?
        var words: String
    }

    /// What the criteria say, or the range that the unknown leaves open.
    public func assess() throws(ImpossibleValue) -> ScaleVerdict<Likelihood> {
        try check()
        let required = Self.any("ferritin", [ferritinByLimit, ferritinByBaseline, ferritinByRise])
        let common = [transaminases, hypofibrinogenaemia, marrow, cytopenias]
        let explained = Criterion(
            isMet: isExplainedOtherwise, words: "explained by CRS alone, infection or progression")
        func likelihood(_ unknown: Bool) -> Likelihood {
            guard required.isMet ?? unknown, !(explained.isMet ?? !unknown) else { return .notMet }
            switch common.filter({ $0.isMet ?? unknown }).count {
            case 0: return .ferritinOnly
            case 1: return .possible
            default: return .probable
            }
        }
        let all = [ferritinByLimit, ferritinByBaseline, ferritinByRise] + common + [explained]
        var findings = all.compactMap { criterion in
            criterion.isMet.map { ScaleFinding("\(criterion.words): \($0 ? "yes" : "no")") }
        }
        if !others.isEmpty {
            let words = Feature.allCases.filter(others.contains).map(\.words).joined(separator: ", ")
            findings.append(ScaleFinding("also there: \(words)"))
        }
        let open = (required.isMet == nil ? [required] : []) + (common + [explained]).filter { $0.isMet == nil }
        return ScaleVerdict(
            lowest: likelihood(false), highest: likelihood(true), findings: findings, unknown: open.map(\.words),
            source: Self.source)
    }

    private func check() throws(ImpossibleValue) {
        try ImpossibleValue.check(.ferritin, ferritin)
        try ImpossibleValue.check(positive: "upper limit of ferritin", ferritinUpperLimit, "ng/mL")
        try ImpossibleValue.check(positive: "baseline ferritin", ferritinBaseline, "ng/mL")
        try ImpossibleValue.check(notNegative: "transaminases", transaminaseMultiple, "1")
        try ImpossibleValue.check("fibrinogen", fibrinogen, 0...20, "g/L")
        try ImpossibleValue.check("lower limit of fibrinogen", fibrinogenLowerLimit, 0.1...10, "g/L")
    }

    /// Met if one is, unmet if none is, else unknown.
    private static func any(_ words: String, _ criteria: [Criterion]) -> Criterion {
        if criteria.contains(where: { $0.isMet == true }) { return Criterion(isMet: true, words: words) }
        let isKnown = criteria.allSatisfy { $0.isMet == false }
        return Criterion(isMet: isKnown ? false : nil, words: words)
    }

    private var ferritinByLimit: Criterion { twice(ferritinUpperLimit, "the upper limit") }
    private var ferritinByBaseline: Criterion { twice(ferritinBaseline, "the baseline") }
    private var ferritinByRise: Criterion { Criterion(isMet: isFerritinRising, words: "ferritin rapidly rising") }

    private func twice(_ reference: Double?, _ name: String) -> Criterion {
        guard let ferritin, let reference else { return Criterion(isMet: nil, words: "ferritin above twice \(name)") }
        return Criterion(
            isMet: ferritin > 2 * reference,
            words: "ferritin \(ferritin.plain) ng/mL above twice \(name) \(reference.plain)")
    }

    private var transaminases: Criterion {
        Criterion(
            isMet: transaminaseMultiple.map { $0 > 5 },
            words: transaminaseMultiple.map { "transaminases \($0.plain) times normal or baseline, above 5" }
                ?? "transaminases")
    }

    private var hypofibrinogenaemia: Criterion {
        guard let fibrinogen else { return Criterion(isMet: nil, words: "fibrinogen") }
        let words = "fibrinogen \(fibrinogen.plain) g/L below 1.5 or the lower limit"
        if fibrinogen < 1.5 { return Criterion(isMet: true, words: words) }
        return Criterion(isMet: fibrinogenLowerLimit.map { fibrinogen < $0 }, words: words)
    }

    private var marrow: Criterion { Criterion(isMet: haemophagocytosis, words: "haemophagocytosis") }

    private var cytopenias: Criterion {
        let words = "cytopenia that is new, worse or refractory, of grade 4"
        let isSevere = cytopenia.map { $0 >= .grade4 }
        if isSevere == false || isCytopeniaNewOrWorse == false { return Criterion(isMet: false, words: words) }
        let isMet = isSevere == true && isCytopeniaNewOrWorse == true
        return Criterion(isMet: isMet ? true : nil, words: words)
    }
}

extension IECHS.Feature {
    /// In words.
    public var words: String {
        switch self {
        case .lactateDehydrogenase: "lactate dehydrogenase above normal"
        case .clottingTimes: "long clotting times"
        case .directBilirubin: "direct bilirubin up"
        case .splenomegaly: "new splenomegaly"
        case .fever: "fever, new or lasting"
        case .neurotoxicity: "neurotoxicity"
        case .lung: "hypoxia, infiltrates or oedema of the lungs"
        case .kidney: "new kidney insufficiency"
        case .triglycerides: "fasting triglycerides above 265 mg/dL"
        }
    }
}
