/// When a patient is looked at: every six hours in hospital, daily at home to day 28, weekly to day 91, then every four
/// weeks. The report's curves are sampled on the same days.
public enum Calendar {
    /// Hours between sets of vital signs in hospital (reference: every 4 to 8 h).
    static let hospitalInterval = 0.25
    /// Days between looks at a patient who waits for the product.
    static let waitingInterval = 7.0
    static let dailyUntil = 28.0
    static let weeklyUntil = 91.0

    /// The first look at a patient at home after `day`.
    static func nextVisit(after day: Double) -> Double {
        // A look closer than half a day to the last would only repeat it.
        let earliest = day + 0.5
        if earliest <= dailyUntil { return max(0, earliest.rounded(.up)) }
        if earliest <= weeklyUntil { return (earliest / 7).rounded(.up) * 7 }
        return weeklyUntil + ((earliest - weeklyUntil) / 28).rounded(.up) * 28
    }

    /// Days of all looks at home from infusion to `end`; the report's curves are drawn on them.
    public static func reportDays(until end: Double) -> [Double] {
        var days = [0.0]
        while true {
            let next = nextVisit(after: days[days.count - 1])
            if next > end { return days }
            days.append(next)
        }
    }
}
