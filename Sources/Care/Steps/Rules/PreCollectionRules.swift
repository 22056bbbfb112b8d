/// Step 3: before collection.
extension StopRule {
    static let infectiousMarkers = StopRule(
        "pre-collection.infectious-markers", .preCollection, against: [.leukapheresis],
        clearedBy: "report every marker that the centre asks for, from blood taken within its validity")
    static let reactiveMarker = StopRule(
        "pre-collection.reactive-marker", .preCollection, .warning, against: [.leukapheresis],
        clearedBy: "agree with the factory how reactive material is labelled and handled")
    static let lymphocytes = StopRule(
        "pre-collection.lymphocytes", .preCollection, against: [.leukapheresis],
        clearedBy: "wait for the count to recover and count again", override: .physician)
    static let cd3 = StopRule(
        "pre-collection.cd3", .preCollection, against: [.leukapheresis],
        clearedBy: "wait for the count to recover and count again", override: .physician)
    static let washout = StopRule(
        "pre-collection.washout", .preCollection, against: [.leukapheresis],
        clearedBy: "record when it was last given, and wait as long as asked", override: .physician)
    static let bendamustine = StopRule(
        "pre-collection.bendamustine", .preCollection, .warning, against: [.leukapheresis],
        clearedBy: "weigh the risk of a failed batch against waiting",
        source: RuleSource(
            "UK panel, Blood Cancer J 2025: bendamustine within 6 months in 23.7 % of failures, 0 % of controls", .read)
    )

    static let preCollectionRules = [infectiousMarkers, reactiveMarker, lymphocytes, cd3, washout, bendamustine]

    /// Steroids off for three days before collection; physiological replacement is allowed.
    static let steroidConsensus = RuleSource("EBMT/EHA recommendations, as a secondary page quotes them", .secondary)
}

extension StepFacts {
    func preCollectionStops() -> [Stop] {
        markerStops() + lymphocyteStops() + cd3Stops() + washoutStops(before: .leukapheresis, rule: .washout)
            + steroidConsensusStops() + bendamustineStops()
    }

    private func markerStops() -> [Stop] {
        let rule = StopRule.infectiousMarkers
        guard let days = site?.markerDays, let required = site?.requiredMarkers else {
            return [rule.unknown("the centre has not said which markers it asks for, and for how long they hold")]
        }
        var stops: [Stop] = []
        for name in required {
            let found = markers.reversed().lazy.compactMap { report in
                report.value.markers.first { $0.name.folded == name.folded }.map { (report, $0) }
            }.first
            guard let (report, marker) = found else {
                stops.append(rule.unknown("\(name) is missing", source: .site, about: name))
                continue
            }
            guard let reactive = marker.reactive else {
                stops.append(rule.unknown("\(name) is awaited", in: report, source: .site, about: name))
                continue
            }
            let age = at.days(since: report.value.takenAt)
            if age > days || age < 0 {
                stops.append(
                    rule.found(
                        "\(name) is from blood taken \(report.value.takenAt.iso8601)", "holds for \(days.asWritten) d",
                        in: report, source: .site, about: name))
            }
            if reactive { stops.append(StopRule.reactiveMarker.found("\(name) is reactive", in: report, about: name)) }
        }
        return stops
    }

    private func lymphocyteStops() -> [Stop] {
        guard let collection = label?.version.collection, let least = collection.minimumLymphocytes else {
            // A centre's floor of CD3+ cells serves instead.
            return site?.minimumCD3 == nil
                ? [StopRule.lymphocytes.unknown(missing("the least lymphocyte count before collection"))] : []
        }
        return countStops(
            .lymphocytes, rule: .lymphocytes, least: least, source: RuleSource(collection), words: "lymphocytes")
    }

    private func cd3Stops() -> [Stop] {
        guard let least = site?.minimumCD3 else { return [] }
        return countStops(.cd3, rule: .cd3, least: least, source: .site, words: "CD3+ cells")
    }

    private func countStops(
        _ analyte: Analyte, rule: StopRule, least: Double, source: RuleSource, words: String
    ) -> [Stop] {
        let threshold = "\(least.asWritten) \(analyte.unit) or more is asked for"
        guard let (result, taken) = chart.latest(analyte), taken <= at else {
            return [rule.unknown("\(words) are unknown", threshold, source: source)]
        }
        let place = Pathway.Record(event: .labReported(result), at: taken, entry: chart.latestEntry(analyte))
        guard result.value.isFinite else {
            return [rule.unknown("\(words) cannot be read", threshold, in: place, source: source)]
        }
        guard let days = site?.countDays else {
            return [
                rule.unknown("for how long a count of \(words) holds is unknown", threshold, in: place, source: .site)
            ]
        }
        if at.days(since: taken) > days {
            return [
                rule.unknown(
                    "\(words) were counted \(taken.iso8601)", "a count holds for \(days.asWritten) d", in: place,
                    source: .site)
            ]
        }
        // A value below a limit of detection is below whatever it is said to be below.
        guard result.value < least || (result.belowDetection && result.value <= least) else { return [] }
        return [
            rule.found("\(words) are \(result.value.asWritten) \(analyte.unit)", threshold, in: place, source: source)
        ]
    }

    private func bendamustineStops() -> [Stop] {
        let threshold = "within six months of collection it raises the risk of a failed batch"
        guard let (last, place) = lastGiven("bendamustine") else {
            return wasNeverGiven("bendamustine")
                ? [] : [StopRule.bendamustine.unknown("whether bendamustine was given is not recorded", threshold)]
        }
        guard at.days(since: last) < StepNumbers.bendamustineDays else { return [] }
        return [StopRule.bendamustine.found("bendamustine was last given \(last.iso8601)", threshold, in: place)]
    }

    /// The consensus on corticosteroids warns where the label says nothing of them.
    private func steroidConsensusStops() -> [Stop] {
        let label = label?.version.washouts?.contains { $0.therapy == .corticosteroid && $0.before == .leukapheresis }
        guard label == false else { return [] }
        let threshold = "3 d without are asked for before collection, but for replacement"
        guard let (last, place) = lastGiven("corticosteroid") else {
            return wasNeverGiven("corticosteroid")
                ? []
                : [
                    StopRule.washout.unknown(
                        "whether a corticosteroid was given is not recorded", threshold,
                        source: StopRule.steroidConsensus, about: "corticosteroid", severity: .warning)
                ]
        }
        guard at.days(since: last) < 3 else { return [] }
        return [
            StopRule.washout.found(
                "a corticosteroid was last given \(last.iso8601)", threshold, in: place,
                source: StopRule.steroidConsensus, about: "corticosteroid", severity: .warning)
        ]
    }
}
