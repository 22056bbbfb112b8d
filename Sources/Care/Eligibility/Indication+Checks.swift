extension Label.Indication {
    /// What the indication asks of a patient with its disease, one check each, in the order of the label.
    func checks(_ candidate: Candidate) -> [Check] {
        var checks: [Check] = []
        if let subtypes { checks.append(kind(candidate.subtype, among: subtypes)) }
        if minimumAge != nil || maximumAge != nil { checks.append(age(candidate.fact(.age))) }
        if let minimumPriorLines { checks.append(lines(candidate.fact(.priorLines), atLeast: minimumPriorLines)) }
        for therapy in priorClasses ?? [] {
            checks.append(check(candidate.fact(given: therapy), "earlier \(therapy.rawValue) is asked for"))
        }
        for requirement in allOf ?? [] { checks.append(check(candidate.fact(requirement), requirement.words)) }
        if let anyOf, !anyOf.isEmpty { checks.append(any(anyOf, candidate)) }
        return checks
    }

    private func kind(_ subtype: Label.Subtype?, among admitted: [Label.Subtype]) -> Check {
        let threshold = "the label is for \(admitted.map(\.words).joined(separator: ", "))"
        guard let subtype else { return .unknown([MissingFact(fact: "subtype", neededFor: threshold)]) }
        return result(admitted.contains(subtype), "kind: \(subtype.words)", threshold)
    }

    private func age(_ fact: Fact<Double>) -> Check {
        let threshold =
            switch (minimumAge, maximumAge) {
            case (let least?, let most?): "\(least.shown) to \(most.shown) years are asked for"
            case (let least?, nil): "\(least.shown) years or more are asked for"
            case (nil, let most?): "\(most.shown) years or less are asked for"
            case (nil, nil): "any age"
            }
        switch fact {
        case .unknown(let field): return .unknown([MissingFact(fact: field, neededFor: threshold)])
        case .known(let age, let words):
            // Ages count in completed years: 25 lasts until the 26th birthday.
            let years = age.rounded(.down)
            return result(years >= (minimumAge ?? 0) && years <= (maximumAge ?? .infinity), words, threshold)
        }
    }

    private func lines(_ fact: Fact<Double>, atLeast least: Int) -> Check {
        let threshold =
            least == 1 ? "one earlier line or more is asked for" : "\(least) earlier lines or more are asked for"
        switch fact {
        case .unknown(let field): return .unknown([MissingFact(fact: field, neededFor: threshold)])
        case .known(let count, let words): return result(count >= Double(least), words, threshold)
        }
    }

    private func check(_ fact: Fact<Bool>, _ threshold: String) -> Check {
        switch fact {
        case .unknown(let field): .unknown([MissingFact(fact: field, neededFor: threshold)])
        case .known(let holds, let words): result(holds, words, threshold)
        }
    }

    /// One of several states: met if one is, failed if all are known to be absent.
    private func any(_ requirements: [Label.Requirement], _ candidate: Candidate) -> Check {
        let checks = requirements.map { check(candidate.fact($0), $0.words) }
        if let met = checks.first(where: { $0.success != nil }) { return met }
        let missing = checks.flatMap(\.missing)
        if !missing.isEmpty { return .unknown(missing) }
        let failures = checks.compactMap(\.failure)
        return result(
            false, failures.map(\.finding).uniqued().joined(separator: ", "),
            failures.map(\.threshold).joined(separator: ", or "))
    }

    private func result(_ holds: Bool, _ finding: String, _ threshold: String) -> Check {
        let finding = EligibilityFinding(
            rule: id, kind: .indication, finding: finding, threshold: threshold, mayPass: false, source: source,
            flag: flag)
        return holds ? .met(finding) : .failed(finding)
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stands.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
