extension Label.Criterion {
    /// Whether a patient is free of what speaks against the product.
    ///
    /// - Parameter kind: the list in which the criterion stands.
    func check(_ candidate: Candidate, kind: EligibilityFinding.Rule) -> Check {
        if let state {
            switch candidate.fact(state) {
            case .unknown(let field): return .unknown([MissingFact(fact: field, neededFor: text)])
            case .known(let present, let words): return result(!present, words, kind)
            }
        }
        guard let quantity else { return .unknown([MissingFact(fact: "label: \(id)", neededFor: text)]) }
        switch candidate.fact(quantity) {
        case .unknown(let field): return .unknown([MissingFact(fact: field, neededFor: text)])
        case .known(let value, let words):
            return result(value >= (atLeast ?? -.infinity) && value <= (atMost ?? .infinity), words, kind)
        }
    }

    private func result(_ free: Bool, _ words: String, _ kind: EligibilityFinding.Rule) -> Check {
        let finding = EligibilityFinding(
            rule: id, kind: kind, finding: words, threshold: text, mayPass: effect == .delays, source: source,
            flag: flag)
        return free ? .met(finding) : .failed(finding)
    }
}
