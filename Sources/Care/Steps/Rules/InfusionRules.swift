/// Step 15: thaw and infusion. Whether band, cassette, bag, order and certificate agree is the chain of identity's.
extension StopRule {
    static let identityVerified = StopRule(
        "infusion.identity", .infusion, .identity, against: [.thaw, .infusion],
        clearedBy: "two people read band, cassette, bag, order and certificate", source: .labels)
    static let releasedForInfusion = StopRule(
        "infusion.released", .infusion, against: [.thaw, .infusion], clearedBy: "wait for the release of the batch")
    static let lymphodepletionGiven = StopRule(
        "infusion.lymphodepletion-given", .infusion, against: [.thaw, .infusion],
        clearedBy: "give lymphodepletion, or decide that it is left out", override: .physician)
    static let lymphodepletionWindow = StopRule(
        "infusion.lymphodepletion-window", .infusion, against: [.thaw, .infusion],
        clearedBy: "infuse within the window, or give lymphodepletion again")
    static let lymphodepletionDoses = StopRule(
        "infusion.lymphodepletion-doses", .infusion, .warning, against: [.thaw, .infusion],
        clearedBy: "record the doses that were given; else weigh whether lymphodepletion was enough")
    static let thawWindow = StopRule(
        "infusion.thaw-window", .infusion, against: [.infusion],
        clearedBy: "do not give this bag; ask the manufacturer for another", source: .labels)
    static let doseRange = StopRule(
        "infusion.dose-range", .infusion, against: [.infusion],
        clearedBy: "give what the label allows at this weight")
    static let doseWritten = StopRule(
        "infusion.dose-arithmetic", .infusion, .warning, against: [.infusion],
        clearedBy: "recompute cells per kilogram from cells and weight")
    static let componentOrder = StopRule(
        "infusion.component-order", .infusion, against: [.thaw, .infusion],
        clearedBy: "give the components in the label's order", source: .labels)
    static let split = StopRule(
        "infusion.split", .infusion, .warning, against: [.thaw, .infusion],
        clearedBy: "choose the bags of the first day by the blasts in the marrow")
    static let secondInfusion = StopRule(
        "infusion.second-day", .infusion, against: [.thaw, .infusion],
        clearedBy: "wait for the day and for toxicity to settle; else do not give it")
    static let priorBag = StopRule(
        "infusion.prior-bag", .infusion, against: [.thaw, .infusion],
        clearedBy: "record the end of the bag that runs, or its disposal")
    static let filter = StopRule(
        "infusion.filter", .infusion, against: [.infusion],
        clearedBy: "take the leukodepleting filter out of the line, and record that you looked", source: .labels)
    static let bagExpiry = StopRule(
        "infusion.bag-expiry", .infusion, against: [.lymphodepletion, .thaw, .infusion],
        clearedBy: "do not give this bag")
    static let infusionLength = StopRule(
        "infusion.length", .infusion, .warning, against: [.infusion], clearedBy: "plan the infusion shorter")
    static let infusionWashout = StopRule(
        "infusion.washout", .infusion, against: [.thaw, .infusion],
        clearedBy: "record when it was last given, and wait as long as asked", override: .physician)

    static let infusionRules = [
        identityVerified, releasedForInfusion, lymphodepletionGiven, lymphodepletionWindow, lymphodepletionDoses,
        thawWindow, doseRange,
        doseWritten, componentOrder, split, secondInfusion, priorBag, filter, bagExpiry, infusionLength,
        infusionWashout,
    ]
}

extension StepFacts {
    func infusionStops() -> [Stop] {
        releasedStops() + lymphodepletionGivenStops() + windowStops() + regimenStops() + expiredThaws()
            + bagExpiryStops() + priorBagStops()
            + (infusions.isEmpty ? washoutStops(before: .infusion, rule: .infusionWashout) : [])
    }

    func releasedStops() -> [Stop] {
        chart.released == nil ? [StopRule.releasedForInfusion.unknown("no released batch")] : []
    }

    func lymphodepletionGivenStops() -> [Stop] {
        guard chart.lymphodepletionStart == nil else { return [] }
        // What the label lets be left out at low white cells is not missed.
        if let label, label.version.lymphodepletion?.isEmpty == true || mayOmitLymphodepletion { return [] }
        return [StopRule.lymphodepletionGiven.unknown("no lymphodepletion is recorded")]
    }

    private var mayOmitLymphodepletion: Bool {
        guard let omission = labelLymphodepletion?.omission, let (result, taken) = chart.latest(.leukocytes) else {
            return false
        }
        return at.days(since: taken) <= Double(omission.withinDays) && result.value <= omission.whiteCellsAtMost
    }

    /// Two people have compared what is read at the bedside: a look at the last check, as the team sees it before the bag.
    func identityStops() -> [Stop] {
        let rule = StopRule.identityVerified
        guard let check = identityChecks.last else {
            return [rule.unknown("identity has not been verified by two people")]
        }
        var stops: [StopReason] = []
        if Set(check.value.checkedBy.filter { !$0.isBlank }).count < 2 {
            stops.append(rule.reason("identity was verified by fewer than two people", in: check))
        }
        let read = [check.value.band, check.value.bag, check.value.order, check.value.certificate]
        if Set(read).count > 1 || check.value.band != chart.therapy {
            stops.append(
                rule.reason(
                    "band, bag, order and certificate do not name the same therapy",
                    "\(read.joined(separator: ", ")) against \(chart.therapy)", in: check))
        }
        return stops.isEmpty ? [] : [rule.stop(stops)]
    }

    private func bagExpiryStops() -> [Stop] {
        finalBags.compactMap { bag in
            let name = bag.value.bag
            guard finalBag(name)?.at == bag.at, !isInfused(name), disposal(of: name) == nil, !isFailed(bag.value.batch)
            else { return nil }
            guard let expiry = bag.value.expiresAt else {
                return StopRule.bagExpiry.unknown("bag \(name) has no expiry", in: bag, about: name)
            }
            guard at > expiry else { return nil }
            return StopRule.bagExpiry.found("bag \(name) expired", expiry.iso8601, in: bag, about: name)
        }
    }

    /// One bag after the other: what runs must be done.
    private func priorBagStops() -> [Stop] {
        infusionStarts.filter { start in
            !isInfused(start.value.bag) && disposal(of: start.value.bag) == nil
                && !infusions.contains { $0.value.bag == nil && $0.at >= start.at }
        }.map { start in
            StopRule.priorBag.found(
                "bag \(start.value.bag) runs, and its end is not recorded", in: start, about: start.value.bag)
        }
    }
}
