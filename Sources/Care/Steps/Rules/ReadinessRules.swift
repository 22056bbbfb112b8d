/// Step 13: bridging and readiness.
extension StopRule {
    static let tocilizumabOnSite = StopRule(
        "readiness.tocilizumab", .readiness, against: [.thaw, .infusion],
        clearedBy: "have the doses on site, and record their count", source: .labels)
    static let fitness = StopRule(
        "readiness.fitness", .readiness, against: [.lymphodepletion],
        clearedBy: "look at the patient, and treat the infection first", override: .physician, source: .labels)
    static let pregnancy = StopRule(
        "readiness.pregnancy", .readiness, against: [.lymphodepletion],
        clearedBy: "lymphodepletion harms the unborn child: decide with the patient", override: .physician,
        source: RuleSource("labels of fludarabine and cyclophosphamide", .memory))
    static let room = StopRule(
        "readiness.room", .readiness, .warning, against: [.lymphodepletion], clearedBy: "confirm the room")

    static let readinessRules = [tocilizumabOnSite, fitness, pregnancy, room]
}

extension StepFacts {
    func readinessStops() -> [Stop] {
        [tocilizumabStop(), roomStop()].compactMap(\.self) + fitnessStops()
    }

    /// The last word on something that must be ready.
    func readiness(_ what: Readiness.What) -> Noted<Readiness>? { readiness.last { $0.value.what == what } }

    private func tocilizumabStop() -> Stop? {
        let rule = StopRule.tocilizumabOnSite
        guard let asked = label?.version.tocilizumab else {
            return rule.unknown(missing("how many doses of tocilizumab must be on site"))
        }
        guard asked.doses > 0 else { return nil }
        let threshold = "\(asked.doses) are asked for"
        let source = RuleSource(asked)
        guard let last = readiness(.tocilizumab), last.value.ready, let count = last.value.count else {
            return rule.unknown(
                "doses of tocilizumab on site: not known", threshold, in: readiness(.tocilizumab), source: source)
        }
        guard count < asked.doses else { return nil }
        return rule.found("\(count) doses of tocilizumab on site", threshold, in: last, source: source)
    }

    private func roomStop() -> Stop? {
        guard readiness(.room)?.value.ready != true else { return nil }
        return StopRule.room.unknown("a room is not confirmed", in: readiness(.room))
    }

    private func fitnessStops() -> [Stop] {
        let rule = StopRule.fitness
        let threshold = "looked at within \(StepNumbers.fitnessDays.asWritten) d, without active infection"
        guard let last = fitness.last else { return [rule.unknown("fitness was not checked", threshold)] }
        guard at.days(since: last.at) <= StepNumbers.fitnessDays else {
            return [rule.unknown("fitness was checked \(last.at.iso8601)", threshold, in: last)]
        }
        var stops: [Stop] = []
        switch last.value.activeInfection {
        case false: break
        case true: stops.append(rule.found("an infection is active", threshold, in: last))
        default: stops.append(rule.unknown("whether an infection is active is unknown", threshold, in: last))
        }
        if last.value.pregnant == true {
            stops.append(StopRule.pregnancy.found("a pregnancy test is positive", in: last))
        }
        return stops
    }
}
