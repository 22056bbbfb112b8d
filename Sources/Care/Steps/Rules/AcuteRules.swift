/// Step 16: acute monitoring.
extension StopRule {
    static let tocilizumab = StopRule(
        "acute.tocilizumab", .acute, against: [.tocilizumab],
        clearedBy: "wait for the interval; at the limit take another drug", override: .physician,
        source: RuleSource("US label of tisagenlecleucel; ASCO 2021: 8 h apart, 3 in 24 h, 4 in all", .read))
    static let siltuximab = StopRule(
        "acute.siltuximab", .acute, against: [.siltuximab], clearedBy: "wait for the interval, or take another drug",
        override: .physician, source: RuleSource("label of siltuximab for Castleman disease: every 3 weeks", .memory))
    static let gradeUnsigned = StopRule(
        "acute.grade-unsigned", .acute, .warning, clearedBy: "look at the signs and record the grade")
    static let vitalsOverdue = StopRule(
        "acute.vitals-overdue", .acute, .warning, clearedBy: "take vital signs")

    static let acuteRules = [tocilizumab, siltuximab, gradeUnsigned, vitalsOverdue]
}

extension StepFacts {
    func acuteStops() -> [Stop] { drugStops() + gradeStops() + vitalsStops() }

    /// Doses of tocilizumab and siltuximab have an interval and a limit.
    func drugStops() -> [Stop] {
        guard chart.infusedAt != nil else { return [] }
        var stops: [Stop] = []
        func check(_ rule: StopRule, _ drug: Drug, _ refusal: String?) {
            guard let refusal else { return }
            let given = drugs.filter { $0.value.drug == drug }
            stops.append(
                rule.stop(
                    [rule.reason(refusal, in: given.last)]
                        + given.dropLast().map { rule.reason("given \($0.at.iso8601)", in: $0) }))
        }
        check(.tocilizumab, .tocilizumab, Tocilizumab.refusal(after: chart.tocilizumabGivenAt, at: at))
        check(.siltuximab, .siltuximab, Siltuximab.refusal(after: chart.siltuximabGivenAt, at: at))
        return stops
    }

    private func gradeStops() -> [Stop] {
        guard chart.infusedAt != nil else { return [] }
        var stops: [Stop] = []
        let rule = StopRule.gradeUnsigned
        if chart.crsGrade != chart.recordedCRS {
            let basis = chart.crs.reasons.first
            stops.append(
                rule.stop(
                    [
                        StopReason(
                            finding: "the signs make CRS grade \(chart.crsGrade.rawValue)",
                            threshold: "grade \(chart.recordedCRS.rawValue) is recorded", entry: nil,
                            at: basis?.at ?? chart.latestVitals?.at,
                            source: RuleSource("ASTCT 2019, Lee et al., Biol Blood Marrow Transplant 25:625", .read))
                    ], about: "CRS"))
        }
        if chart.icansGrade != chart.recordedICANS {
            stops.append(
                rule.stop(
                    [
                        StopReason(
                            finding: "the signs make ICANS grade \(chart.icansGrade.rawValue)",
                            threshold: "grade \(chart.recordedICANS.rawValue) is recorded", entry: nil,
                            at: chart.lastNeurologyAt,
                            source: RuleSource("ASTCT 2019, Lee et al., Biol Blood Marrow Transplant 25:625", .read))
                    ], about: "ICANS"))
        }
        return stops
    }

    /// While the label asks for daily watch, a day without vital signs is one too many.
    private func vitalsStops() -> [Stop] {
        guard let infused = firstInfusion, let watch = label?.version.monitoring else { return [] }
        let day = at.days(since: infused.at)
        guard day <= Double(watch.dailyDays) else { return [] }
        let since = chart.latestVitals.map { max($0.at, infused.at) } ?? infused.at
        guard at.hours(since: since) > 24 else { return [] }
        return [
            StopRule.vitalsOverdue.stop([
                StopReason(
                    finding: "no vital signs since \(since.iso8601)", threshold: "daily until day \(watch.dailyDays)",
                    entry: nil, at: since, source: RuleSource(watch))
            ])
        ]
    }
}
