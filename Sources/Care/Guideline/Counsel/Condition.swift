/// When a recommendation holds, as data: three-valued, so that what is unknown neither passes nor fails.
indirect enum Condition: Sendable {
    /// A quantity against a threshold; `meaning` says what the threshold is.
    case atLeast(Measure, Double, String)
    case above(Measure, Double, String)
    case atMost(Measure, Double, String)
    case below(Measure, Double, String)
    /// A grade, or another whole number.
    case exactly(Measure, Double, String)
    /// A quantity from the first threshold on and below the second.
    case within(Measure, Double, Double, String)
    /// A quantity that nobody recorded, or whose last value is too old.
    case missing(Measure)
    /// A fact that was recorded.
    case holds(ClinicalFact)
    /// One of these products was ordered.
    case product([String])
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// Unless the other is known to hold: stopping needs knowledge, going on does not.
    case unless(Condition)
    /// Known to hold: for what is recorded only where somebody looked for it.
    case recorded(Condition)

    /// What a condition comes to.
    struct Judgement {
        enum Truth { case yes, no, unknown }
        var truth: Truth
        var findings: [Finding] = []
        var missing: [String] = []
    }

    /// What it comes to, without the words for it: most rows do not hold, and then nobody asks why. Always `judge`'s truth.
    func truth(in picture: ClinicalPicture) -> Judgement.Truth {
        switch self {
        case .atLeast(let measure, let limit, _): Self.truth(in: picture, measure) { $0 >= limit }
        case .above(let measure, let limit, _): Self.truth(in: picture, measure) { $0 > limit }
        case .atMost(let measure, let limit, _): Self.truth(in: picture, measure) { $0 <= limit }
        case .below(let measure, let limit, _): Self.truth(in: picture, measure) { $0 < limit }
        case .exactly(let measure, let value, _): Self.truth(in: picture, measure) { $0 == value }
        case .within(let measure, let from, let until, _):
            Self.truth(in: picture, measure) { $0 >= from && $0 < until }
        case .missing(let measure): picture.current(measure) == nil ? .yes : .no
        case .holds(let fact): picture[fact].map { $0 ? .yes : .no } ?? .unknown
        case .product(let names): picture.product.map { names.contains($0) ? .yes : .no } ?? .unknown
        case .all(let parts): Self.truth(of: parts, in: picture, decisive: .no)
        case .any(let parts): Self.truth(of: parts, in: picture, decisive: .yes)
        case .not(let part): part.truth(in: picture).negated
        case .unless(let part): part.truth(in: picture) == .yes ? .no : .yes
        case .recorded(let part): part.truth(in: picture) == .yes ? .yes : .no
        }
    }

    private static func truth(
        in picture: ClinicalPicture, _ measure: Measure, _ test: (Double) -> Bool
    ) -> Judgement.Truth {
        if picture.notYet(measure) != nil { return test(-.infinity) ? .yes : .no }
        return picture.current(measure).map { test($0.value) ? .yes : .no } ?? .unknown
    }

    private static func truth(
        of parts: [Condition], in picture: ClinicalPicture, decisive: Judgement.Truth
    ) -> Judgement.Truth {
        var isOpen = false
        for part in parts {
            let truth = part.truth(in: picture)
            if truth == decisive { return decisive }
            if truth == .unknown { isOpen = true }
        }
        return isOpen ? .unknown : decisive.negated
    }

    func judge(_ picture: ClinicalPicture) -> Judgement {
        switch self {
        case .atLeast(let measure, let limit, let meaning):
            compare(picture, measure, meaning, "at least \(plain(limit))") { $0 >= limit }
        case .above(let measure, let limit, let meaning):
            compare(picture, measure, meaning, "above \(plain(limit))") { $0 > limit }
        case .atMost(let measure, let limit, let meaning):
            compare(picture, measure, meaning, "at most \(plain(limit))") { $0 <= limit }
        case .below(let measure, let limit, let meaning):
            compare(picture, measure, meaning, "below \(plain(limit))") { $0 < limit }
        case .exactly(let measure, let value, let meaning):
            compare(picture, measure, meaning, "exactly \(plain(value))") { $0 == value }
        case .within(let measure, let from, let until, let meaning):
            compare(picture, measure, meaning, "from \(plain(from)) and below \(plain(until))") {
                $0 >= from && $0 < until
            }
        case .missing(let measure): judge(missing: measure, picture)
        case .holds(let fact): judge(fact, picture)
        case .product(let names): judge(names, picture)
        case .all(let parts): Self.join(parts.map { $0.judge(picture) }, decisive: .no)
        case .any(let parts): Self.join(parts.map { $0.judge(picture) }, decisive: .yes)
        case .not(let part): part.judge(picture).negated
        case .unless(let part): part.judge(picture).unlessKnown
        case .recorded(let part): part.judge(picture).onlyIfKnown
        }
    }

    private func compare(
        _ picture: ClinicalPicture, _ measure: Measure, _ meaning: String, _ bound: String,
        _ test: (Double) -> Bool
    ) -> Judgement {
        if let word = picture.notYet(measure) {
            let holds = test(-.infinity)
            return Judgement(truth: holds ? .yes : .no, findings: [Finding(word, "before every day that counts")])
        }
        guard let dated = picture.current(measure) else {
            return Judgement(truth: .unknown, missing: [picture.absence(of: measure)])
        }
        let (name, unit) = measure.words
        let holds = test(dated.value)
        let finding = [name, plain(dated.value), unit].filter { !$0.isEmpty }.joined(separator: " ")
        let threshold = holds ? bound : "not \(bound)"
        return Judgement(
            truth: holds ? .yes : .no,
            findings: [Finding(finding, meaning.isEmpty ? threshold : "\(threshold), \(meaning)", at: dated.at)],
            missing: holds && dated.value > 0 && picture.isOld(measure) ? [picture.absence(of: measure)] : [])
    }

    private func judge(missing measure: Measure, _ picture: ClinicalPicture) -> Judgement {
        let dated = picture.current(measure)
        return Judgement(
            truth: dated == nil ? .yes : .no,
            findings: dated == nil
                ? [Finding(picture.absence(of: measure), "unknown is not normal")]
                : [Finding("\(measure.words.name) recorded", "known", at: dated?.at)])
    }

    private func judge(_ fact: ClinicalFact, _ picture: ClinicalPicture) -> Judgement {
        guard let holds = picture[fact] else {
            return Judgement(truth: .unknown, missing: ["\(fact.words), not recorded"])
        }
        return Judgement(
            truth: holds ? .yes : .no,
            findings: [Finding(fact.words, holds ? "recorded" : "recorded as absent", at: picture.time(of: fact))])
    }

    private func judge(_ names: [String], _ picture: ClinicalPicture) -> Judgement {
        guard let product = picture.product else {
            return Judgement(truth: .unknown, missing: ["product, not recorded"])
        }
        return Judgement(
            truth: names.contains(product) ? .yes : .no, findings: [Finding(product, "the row is for this product")])
    }

    /// All and any of Kleene's logic: the decisive value settles it, else what is unknown leaves it open.
    private static func join(_ parts: [Judgement], decisive: Judgement.Truth) -> Judgement {
        let settling = parts.filter { $0.truth == decisive }
        if !settling.isEmpty {
            return Judgement(truth: decisive, findings: settling.flatMap(\.findings), missing: [])
        }
        let missing = parts.flatMap(\.missing)
        let truth: Judgement.Truth =
            parts.contains { $0.truth == .unknown } ? .unknown : (decisive == .no ? .yes : .no)
        return Judgement(truth: truth, findings: parts.flatMap(\.findings), missing: missing)
    }
}

extension Condition.Judgement.Truth {
    fileprivate var negated: Self {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

extension Condition.Judgement {
    fileprivate var negated: Self {
        var result = self
        result.truth = truth.negated
        return result
    }

    fileprivate var onlyIfKnown: Self { truth == .unknown ? Self(truth: .no) : self }

    fileprivate var unlessKnown: Self {
        var result = self
        result.truth = truth == .yes ? .no : .yes
        return result
    }
}

extension ClinicalPicture {
    /// What to say where a day has not begun to count; it is then before every day.
    fileprivate func notYet(_ measure: Measure) -> String? {
        switch measure {
        case .day where isBeforeInfusion: "the cells are not infused yet"
        case .daysFromLymphodepletion where isBeforeLymphodepletion: "lymphodepletion has not begun"
        default: nil
        }
    }
}
