/// When something may, should and must be done.
///
/// A window of whole days counts by the calendar of whoever acts: a visit on the last day counts whatever its hour, and
/// whether or not the clocks were put back since the window was reckoned. A window by the hour counts by the moment.
public struct DueWindow: Sendable, Equatable, Codable {
    /// From when it counts.
    public var opens: Instant
    /// When it should be done. For whole days, the beginning of the day.
    public var due: Instant
    /// Until when it counts; nil without limit. For whole days, the beginning of the last day.
    public var closes: Instant?
    /// Whether whole days count.
    public var byDay: Bool

    /// A window by the hour.
    public init(opens: Instant, due: Instant, closes: Instant? = nil) {
        self.init(opens: opens, due: due, closes: closes, byDay: false)
    }

    /// A window of whole days, from the first to the last, in a zone.
    public init(opens: Day, due: Day, closes: Day? = nil, zoneOffsetMinutes zone: Int) {
        self.init(
            opens: opens.start(zone), due: due.start(zone), closes: closes?.start(zone), byDay: true)
    }

    private init(opens: Instant, due: Instant, closes: Instant?, byDay: Bool) {
        self.opens = opens
        self.due = due
        self.closes = closes
        self.byDay = byDay
    }

    /// Where a moment lies.
    public enum Position: Int, Sendable, Comparable {
        /// Before the window, in it and not late, in it and late, after it
        case before, inTime, late, after
        /// Order in time.
        public static func < (a: Position, b: Position) -> Bool { a.rawValue < b.rawValue }
    }

    /// Where a moment lies.
    public func position(of instant: Instant) -> Position {
        func isPast(_ limit: Instant) -> Bool {
            byDay ? Day(of: instant) > Day(of: limit) : instant > limit
        }
        if byDay ? Day(of: instant) < Day(of: opens) : instant < opens { return .before }
        if let closes, isPast(closes) { return .after }
        return isPast(due) ? .late : .inTime
    }

    /// Whether what happens then counts.
    public func contains(_ instant: Instant) -> Bool { (.inTime ... .late).contains(position(of: instant)) }
}

extension Day {
    /// The beginning of the day in a zone.
    func start(_ zoneOffsetMinutes: Int) -> Instant {
        Instant(
            millisecondsSince1970: (Int64(daysSince1970) * 1440 - Int64(zoneOffsetMinutes)) * 60_000,
            zoneOffsetMinutes: zoneOffsetMinutes)
    }

    /// The same day of a later month; the last of that month where it is shorter (31 January and a month is 28 or 29
    /// February).
    func advanced(byMonths months: Int) -> Day {
        let date = CivilDate(daysSince1970: daysSince1970)
        let count = date.year * 12 + date.month - 1 + months
        let year = count >= 0 ? count / 12 : (count - 11) / 12
        let month = count - year * 12 + 1
        let day = min(date.day, CivilDate.days(in: month, of: year))
        return Day(daysSince1970: CivilDate(year: year, month: month, day: day).daysSince1970)
    }
}
