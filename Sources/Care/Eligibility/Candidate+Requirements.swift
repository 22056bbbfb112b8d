extension Candidate {
    /// Whether a state of the disease holds that an indication asks for.
    func fact(_ requirement: Label.Requirement) -> Fact<Bool> {
        switch requirement.state {
        case .relapsedOrRefractory:
            outcome(lines?.last, "last") { $0 != .responding }
        case .refractory: outcome(lines?.last, "last") { $0 == .refractory }
        case .refractoryToFirstLine: outcome(lines?.first, "first") { $0 == .refractory }
        case .relapseAfterFirstLine: relapse(lines?.first, "first", within: requirement.withinMonths)
        case .relapseAfterLastLine: relapse(lines?.last, "last", within: requirement.withinMonths)
        case .secondOrLaterRelapse: secondRelapse
        case .relapseAfterTransplant: relapseAfterTransplant
        case .transplantIneligible:
            plain(
                transplantEligible.map { !$0 }, "transplantEligible", "not eligible for transplant",
                "eligible for transplant")
        case .lenalidomideRefractory:
            plain(
                lenalidomideRefractory, "lenalidomideRefractory", "refractory to lenalidomide",
                "not refractory to lenalidomide")
        case .progressedOnLastTherapy: progressedOnLast
        }
    }

    private func plain(_ value: Bool?, _ field: String, _ yes: String, _ no: String) -> Fact<Bool> {
        value.map { .known($0, $0 ? yes : no) } ?? .unknown(field)
    }

    private func outcome(
        _ line: PriorLine?, _ which: String, _ holds: (PriorLine.Outcome) -> Bool
    ) -> Fact<Bool> {
        if lines?.isEmpty == true { return .known(false, "no earlier line") }
        guard let outcome = line?.outcome else { return .unknown("lines: outcome of the \(which) line") }
        return .known(holds(outcome), "\(which) line: \(outcome.words)")
    }

    private func relapse(_ line: PriorLine?, _ which: String, within months: Double?) -> Fact<Bool> {
        if lines?.isEmpty == true { return .known(false, "no earlier line") }
        guard let line, let outcome = line.outcome else { return .unknown("lines: outcome of the \(which) line") }
        guard outcome == .relapsed else { return .known(false, "\(which) line: \(outcome.words)") }
        guard let months else { return .known(true, "\(which) line: \(outcome.words)") }
        guard let time = line.monthsToRelapse else { return .unknown("lines: monthsToRelapse of the \(which) line") }
        return .known(time <= months, "\(which) line: relapse \(time.shown) months after its end")
    }

    private var secondRelapse: Fact<Bool> {
        guard let lines else { return .unknown("lines: outcome of each line") }
        let relapses = lines.count { $0.outcome == .relapsed }
        let open = lines.count { $0.outcome == nil }
        if relapses >= 2 || relapses + open < 2 { return .known(relapses >= 2, "relapses: \(relapses)") }
        return .unknown("lines: outcome of each line")
    }

    private var relapseAfterTransplant: Fact<Bool> {
        for line in lines ?? [] where line.classes?.contains(.allogeneicTransplant) == true && line.outcome == .relapsed
        {
            return .known(true, "relapse after allogeneic transplant")
        }
        if let relapsedAfterTransplant {
            return .known(
                relapsedAfterTransplant,
                relapsedAfterTransplant
                    ? "relapse after allogeneic transplant" : "no relapse after allogeneic transplant")
        }
        if case .known(false, let words) = fact(.priorAllogeneicTransplant) { return .known(false, words) }
        return .unknown("relapsedAfterTransplant")
    }

    private var progressedOnLast: Fact<Bool> {
        if lines?.isEmpty == true { return .known(false, "no earlier line") }
        guard let last = lines?.last, let outcome = last.outcome else {
            return .unknown("lines: outcome of the last line")
        }
        switch outcome {
        case .refractory: return .known(true, "last line: \(outcome.words)")
        case .responding: return .known(false, "last line: \(outcome.words)")
        case .relapsed:
            return plain(
                last.progressedOnTreatment, "lines: progressedOnTreatment of the last line",
                "progression on the last line",
                "relapse after the last line had ended")
        }
    }

    /// Whether a class of therapy was given. It was not only if the classes of every line are known.
    func fact(given therapy: Label.TherapyClass) -> Fact<Bool> {
        guard let lines else { return .unknown("lines: classes of each line") }
        if let index = lines.firstIndex(where: { $0.classes?.contains(therapy) ?? false }) {
            return .known(true, "line \(index + 1) held \(therapy.rawValue)")
        }
        guard lines.allSatisfy({ $0.classes.map { !$0.contains(.other) } ?? false }) else {
            return .unknown("lines: classes of each line")
        }
        return .known(false, "no line held \(therapy.rawValue)")
    }
}

extension Candidate.PriorLine.Outcome {
    /// In words.
    var words: String {
        switch self {
        case .refractory: "refractory"
        case .relapsed: "relapse"
        case .responding: "in remission"
        }
    }
}

extension Label.Requirement {
    /// In words.
    var words: String {
        let within = withinMonths.map { " within \($0.shown) months" } ?? ""
        return switch state {
        case .relapsedOrRefractory: "relapsed or refractory disease is asked for"
        case .refractoryToFirstLine: "refractory to the first line is asked for"
        case .relapseAfterFirstLine: "relapse\(within) after the first line is asked for"
        case .refractory: "refractory disease is asked for"
        case .relapseAfterLastLine: "relapse\(within) after the last line is asked for"
        case .secondOrLaterRelapse: "a second or later relapse is asked for"
        case .relapseAfterTransplant: "relapse after an allogeneic transplant is asked for"
        case .transplantIneligible: "not eligible for transplant is asked for"
        case .lenalidomideRefractory: "refractory to lenalidomide is asked for"
        case .progressedOnLastTherapy: "progression on the last therapy is asked for"
        }
    }
}
