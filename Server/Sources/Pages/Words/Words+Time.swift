import Care

extension Words {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A day, in the instant's own zone: `4 Mar 2026`.
    static func day(_ instant: Instant) -> String { day(Day(of: instant)) }

    /// A day: `4 Mar 2026`.
    static func day(_ day: Day) -> String {
        let parts = day.description.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return day.description }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }

    /// A day without its year: `4 Mar`.
    static func shortDay(_ instant: Instant) -> String {
        day(instant).split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// Hours and minutes, in the instant's own zone: `14:05`.
    static func clock(_ instant: Instant) -> String { String(instant.iso8601.dropFirst(11).prefix(5)) }

    /// `4 Mar 2026, 14:05`.
    static func moment(_ instant: Instant) -> String { "\(day(instant)), \(clock(instant))" }

    /// For a field of day and time, which has no zone: `2026-03-04T14:05`.
    static func local(_ instant: Instant) -> String { String(instant.iso8601.prefix(16)) }

    /// A text of the rules with its ISO 8601 moments as people read them.
    static func humane(_ text: String) -> String {
        text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/) { match in
            (try? Instant(iso8601: String(match.output))).map(moment) ?? String(match.output)
        }
    }

    /// How far off a moment is: `in 3 h`, `2 d ago`, `now`.
    static func away(_ instant: Instant, from now: Instant) -> String {
        let hours = instant.hours(since: now)
        let size = abs(hours)
        if size < 1.0 / 60 { return "now" }
        let length = span(hours: size)
        return hours > 0 ? "in \(length)" : "\(length) ago"
    }

    /// A length of time with one unit.
    static func span(hours: Double) -> String {
        if hours < 1 { return "\(Int((hours * 60).rounded())) min" }
        if hours < 48 { return "\(Int(hours.rounded())) h" }
        let days = hours / 24
        if days < 60 { return "\(Int(days.rounded())) d" }
        if days < 730 { return "\(Int((days / 30.44).rounded())) months" }
        return "\(Int((days / 365.25).rounded())) years"
    }

    /// A moment with its machine-readable form, for `<time>`.
    static func time(_ instant: Instant, _ words: String? = nil) -> Fields {
        ["iso": instant.iso8601, "time": words ?? moment(instant)]
    }
}
