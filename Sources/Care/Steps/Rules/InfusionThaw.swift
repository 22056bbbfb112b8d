/// The clock of a thawed bag.
extension StepFacts {
    /// When the clock of a bag began, by the label's own count.
    private func clock(of bag: String, from origin: Label.Thaw.Origin) -> Noted<Thaw>? {
        switch origin {
        case .thawed: thawEnds.last { $0.value.bag == bag }
        // Taken out of the vapour is not recorded apart: the thaw begins with it.
        case .thawStarted, .removed: thawStarts.last { $0.value.bag == bag }
        }
    }

    /// Whether an infusion that is about to start will be done within the window: end of thaw + window must be later than
    /// now + the expected infusion.
    func thawStops(_ start: InfusionStart) -> [Stop] {
        let rule = StopRule.thawWindow
        guard let thaw = label?.version.thaw else {
            return [rule.unknown(missing("how long the thawed product may wait"), about: start.bag)]
        }
        let source = RuleSource(thaw)
        guard thawEnds.contains(where: { $0.value.bag == start.bag }) else {
            return [
                rule.unknown("the end of the thaw of \(start.bag) is not recorded", source: source, about: start.bag)
            ]
        }
        guard let clock = clock(of: start.bag, from: thaw.from) else {
            return [
                rule.unknown(
                    "the beginning of the thaw of \(start.bag) is not recorded", source: source, about: start.bag)
            ]
        }
        guard start.expectedMinutes.isFinite, start.expectedMinutes > 0 || thaw.until == .infusionStarted else {
            return [
                rule.unknown(
                    "how long the infusion of \(start.bag) will take is unknown", in: clock, source: source,
                    about: start.bag)
            ]
        }
        let end = clock.at.advanced(byDays: thaw.minutes / 1440)
        let needed = thaw.until == .infusionStarted ? 0 : start.expectedMinutes
        let done = at.advanced(byDays: needed / 1440)
        guard !(end > done) else { return [] }
        return [
            rule.found(
                "\(start.bag) would be done at \(done.iso8601)",
                "\(thaw.minutes.asWritten) min from \(clock.at.iso8601) end at \(end.iso8601)", in: clock,
                source: source,
                about: start.bag)
        ]
    }

    /// A thawed bag that has not run in, and whose time is over.
    func expiredThaws() -> [Stop] {
        guard let thaw = label?.version.thaw else { return [] }
        let waiting = Set(thawEnds.map(\.value.bag)).filter { bag in
            !isInfused(bag) && disposal(of: bag) == nil && !infusionStarts.contains { $0.value.bag == bag }
        }
        return waiting.sorted().compactMap { bag in
            guard let clock = clock(of: bag, from: thaw.from) else { return nil }
            let end = clock.at.advanced(byDays: thaw.minutes / 1440)
            guard at >= end else { return nil }
            return StopRule.thawWindow.found(
                "\(bag) is thawed and was not given", "\(thaw.minutes.asWritten) min ended at \(end.iso8601)",
                in: clock,
                source: RuleSource(thaw), about: bag)
        }
    }
}
