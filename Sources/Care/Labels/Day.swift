/// A day of the calendar, as labels and approvals are dated: no time, no zone. Written `2026-11-21`.
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let daysSince1970: Int

    /// Makes a day of its number.
    public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

    /// Reads `year-month-day`; nil if the text is no day of the calendar.
    public init?(_ text: String) {
        let fields = text.utf8.split(separator: 45, omittingEmptySubsequences: false)
        guard fields.map(\.count) == [4, 2, 2] else { return nil }
        let numbers = fields.compactMap { digits -> Int? in
            digits.allSatisfy { (48...57).contains($0) } ? digits.reduce(0) { $0 * 10 + Int($1 - 48) } : nil
        }
        guard numbers.count == 3, numbers[0] >= 1583, (1...12).contains(numbers[1]), numbers[2] >= 1,
            numbers[2] <= CivilDate.days(in: numbers[1], of: numbers[0])
        else { return nil }
        daysSince1970 = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]).daysSince1970
    }

    /// The day of an instant, where it was written (in its own zone).
    public init(of instant: Instant) {
        let local = instant.milliseconds + Int64(instant.zoneOffsetMinutes) * 60_000
        daysSince1970 = Int((local >= 0 ? local : local - 86_399_999) / 86_400_000)
    }

    /// The day this many days later, or earlier.
    public func advanced(by days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }

    /// Order in time.
    public static func < (a: Day, b: Day) -> Bool { a.daysSince1970 < b.daysSince1970 }
}

extension Day: Codable, CustomStringConvertible {
    /// Reads `2026-11-21`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a day; write year-month-day, as 2026-11-21")
        }
        self = day
    }

    /// Writes `2026-11-21`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// `2026-11-21`.
    public var description: String {
        let date = CivilDate(daysSince1970: daysSince1970)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(String(10_000 + date.year).dropFirst())-\(two(date.month))-\(two(date.day))"
    }
}
