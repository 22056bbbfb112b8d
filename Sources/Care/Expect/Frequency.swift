/// Natural frequencies: how often something happened, in people rather than in per cent, because more readers
/// understand them rightly (Gigerenzer 2007, Psychol Sci Public Interest 8:53; from memory).
enum Frequency {
    /// A share of people, within a sentence.
    ///
    /// Tens of 100 where that is close, always with the number of 100; few as they are; all and none only if they were.
    static func people(_ share: Double, whom: String = "people") -> String {
        let percent = whole(share * 100)
        if share <= 0 { return "no \(whom)" }
        if share >= 1 { return "all \(whom)" }
        if percent == 0 { return "fewer than 1 in 100 \(whom)" }
        if percent == 100 { return "nearly all \(whom) (more than 99 of 100)" }
        if percent > 95 { return "nearly all \(whom) (\(percent) of 100)" }
        if percent < 10 { return "about \(percent) in 100 \(whom)" }
        if percent % 10 == 5 { return "\(percent / 10) to \(percent / 10 + 1) in 10 \(whom) (\(percent) of 100)" }
        let tens = whole(Double(percent) / 10)
        return percent == tens * 10
            ? "about \(tens) in 10 \(whom)" : "about \(tens) in 10 \(whom) (\(percent) of 100)"
    }

    /// The interval of a share, widened to whole people of 100.
    static func interval(_ interval: ClosedRange<Double>) -> String {
        // The last bits of a product are not people.
        let low = Int((interval.lowerBound * 100 + 1e-9).rounded(.down))
        let high = Int((interval.upperBound * 100 - 1e-9).rounded(.up))
        return "The true number is likely between \(low) and \(max(low, high)) of 100."
    }

    /// To the nearest, halves up; the last bits of binary arithmetic do not decide.
    static func whole(_ value: Double) -> Int { Int((value + 0.5 + 1e-9).rounded(.down)) }

    /// A number as it is written: without `.0`.
    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
    }

    /// `1 week`, `2 weeks`, `3 to 6 hours`.
    static func count(_ value: Double, to upTo: Double? = nil, _ unit: String) -> String {
        let range = upTo.map { "\(number(value)) to \(number($0))" } ?? number(value)
        return "\(range) \(unit)\(upTo == nil && value == 1 ? "" : "s")"
    }

    /// Minutes, as hours where they are whole hours or halves.
    static func minutes(_ minutes: Double) -> String {
        guard minutes >= 60, minutes.truncatingRemainder(dividingBy: 30) == 0 else { return count(minutes, "minute") }
        return count(minutes / 60, "hour")
    }
}
