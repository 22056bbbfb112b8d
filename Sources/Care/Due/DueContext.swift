/// What the rules of the calendar look at: the chart, what was done, the label, and the time.
struct DueContext {
    let chart: Chart
    let deeds: Deeds
    /// The label of the product where the patient is treated; nil unknown.
    let label: Label?
    let now: Instant

    /// Day of infusion, where it was written; nil before.
    var infusionDay: Day? { chart.infusedAt.map { Day(of: $0) } }
    /// Zone in which days after the infusion are counted: that of its entry.
    var zone: Int { chart.infusedAt?.zoneOffsetMinutes ?? now.zoneOffsetMinutes }
    /// Whole days since the infusion.
    var days: Double? { chart.day(at: now) }

    /// A window of days after the infusion.
    func window(opens: Day, due: Day, closes: Day? = nil) -> DueWindow {
        DueWindow(opens: opens, due: due, closes: closes, zoneOffsetMinutes: zone)
    }

    /// A point in time after infusion.
    enum Offset: Equatable {
        case days(Int), months(Int), years(Int)

        /// In words, and in identifiers with a hyphen.
        var name: String {
            switch self {
            case .days(let count): "day \(count)"
            case .months(let count): "month \(count)"
            case .years(let count): "year \(count)"
            }
        }
        /// In identifiers.
        var id: String { name.split(separator: " ").joined(separator: "-") }
        /// About how many days.
        var length: Int {
            switch self {
            case .days(let count): count
            case .months(let count): count * 30
            case .years(let count): count * 365
            }
        }
        /// The day.
        func day(after start: Day) -> Day {
            switch self {
            case .days(let count): start.advanced(by: count)
            case .months(let count): start.advanced(byMonths: count)
            case .years(let count): start.advanced(byMonths: 12 * count)
            }
        }
        /// The first day that counts: a tenth of the time to it before it, at most 14 days (assumed).
        func opens(after start: Day) -> Day { day(after: start).advanced(by: -min(14, length / 10)) }
    }

    /// One thing that the calendar asks for, before anybody looked whether it was done.
    struct Rule {
        var id: String
        var topic: DueTopic
        var what: String
        var owner: Role
        var reason: String
        var source: String
        var flag: SourceStanding

        /// With its window and where it stands.
        func item(_ window: DueWindow?, _ status: DueStatus) -> DueItem {
            DueItem(
                id: id, topic: topic, what: what, window: window, status: status, owner: owner, reason: reason,
                source: source, flag: flag)
        }

        /// The same, at a point in time.
        func at(_ offset: Offset) -> Rule {
            var rule = self
            rule.id += "/\(offset.id)"
            rule.what += ", \(offset.name)"
            return rule
        }
    }

    /// Why nothing is asked for any more from some moment on.
    var end: (at: Instant, why: String)? {
        if let death = chart.death { return (death.at, "the patient died on \(Day(of: death.at))") }
        for record in chart.pathway.records {
            if case .careTransferred(let transfer) = record.event, transfer.givenBy != nil, transfer.takenBy != nil {
                return (record.at, "\(transfer.to) follows up since \(Day(of: record.at)), signed by both")
            }
            if case .therapyCancelled = record.event {
                return (record.at, "the therapy was cancelled on \(Day(of: record.at))")
            }
        }
        return nil
    }

    /// Where a thing with a window stands.
    func status(_ window: DueWindow, _ done: some Sequence<Deeds.Deed>) -> DueStatus {
        if let deed = done.first(where: { window.contains($0.at) }) { return .done(at: deed.at, entry: deed.entry) }
        if let end, window.position(of: end.at) < .after { return .notApplicable(why: end.why) }
        switch window.position(of: now) {
        case .before: return .upcoming
        case .inTime: return .due
        case .late: return .overdue
        case .after: return .missed(reason: missedReason(window))
        }
    }

    private func missedReason(_ window: DueWindow) -> String {
        guard let missed = deeds[.missedVisit].first(where: { window.contains($0.at) }) else {
            return "nothing is recorded"
        }
        return missed.text + (missed.entry.map { " (entry \($0))" } ?? "")
    }

    /// A series of appointments after infusion. Each counts from its opening to that of the next; the last stays open.
    func series(_ rule: Rule, _ offsets: [Offset], keptBy kinds: [Deeds.Kind]) -> [DueItem] {
        guard let start = infusionDay else { return [] }
        let done = kinds.flatMap { deeds.firstsOfDays($0) }.sorted { $0.at < $1.at }
        return offsets.indices.map { index in
            let next = offsets.indices.contains(index + 1) ? offsets[index + 1].opens(after: start) : nil
            let window = window(
                opens: offsets[index].opens(after: start), due: offsets[index].day(after: start),
                closes: next?.advanced(by: -1))
            return rule.at(offsets[index]).item(window, status(window, done))
        }
    }

    /// Something that recurs: due an interval after it was last done.
    func recurring(_ rule: Rule, last: Instant, hours: Double) -> DueItem {
        let due = last.advanced(byDays: hours / 24)
        let window = DueWindow(opens: due.advanced(byDays: -hours / 96), due: due)
        if let end { return rule.item(window, .notApplicable(why: end.why)) }
        return rule.item(window, status(window, []))
    }

    /// The end of a limit: done when the day has come.
    func limit(_ rule: Rule, until day: Day) -> DueItem {
        let window = window(opens: day, due: day)
        if let end, Day(of: end.at) < day { return rule.item(window, .notApplicable(why: end.why)) }
        let isOver = Day(of: now) >= day
        return rule.item(window, isOver ? .done(at: window.due, entry: nil) : .upcoming)
    }

    /// The last deed of a kind since the infusion, else the infusion.
    func last(_ kind: Deeds.Kind, since start: Instant) -> Instant {
        deeds[kind].last { $0.at >= start }?.at ?? start
    }
}
