/// A text that is no instant.
public struct InstantError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The text.
    public var text: String
    /// What is wrong and what would be right.
    public var description: String {
        "'\(text)' is not a time with a zone: write it as ISO 8601, for example 2026-03-01T14:30:00Z or "
            + "2026-03-01T14:30:00+01:00"
    }
}

extension Instant {
    /// Reads ISO 8601: date, `T`, time with optional seconds and fraction, and a zone (`Z` or `±hh:mm`). A time without
    /// a zone is refused.
    public init(iso8601 text: String) throws(InstantError) {
        guard let instant = Self.parse(Array(text.utf8)) else { throw InstantError(text: text) }
        self = instant
    }

    private static func parse(_ bytes: [UInt8]) -> Instant? {
        var position = 0
        func number(_ digits: Int) -> Int? {
            guard position + digits <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[position..<position + digits] {
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            position += digits
            return value
        }
        func take(_ characters: String) -> Bool {
            guard position < bytes.count, characters.utf8.contains(bytes[position]) else { return false }
            position += 1
            return true
        }
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2), take("Tt"),
            let hour = number(2), take(":"), let minute = number(2)
        else { return nil }
        var second = 0
        var fraction = 0
        if take(":") {
            guard let value = number(2) else { return nil }
            second = value
            if take(".") {
                var scale = 100
                guard position < bytes.count, bytes[position] >= 48, bytes[position] <= 57 else { return nil }
                while position < bytes.count, let digit = number(1) {
                    fraction += digit * scale
                    scale /= 10
                }
            }
        }
        var offset = 0
        if !take("Zz") {
            guard position < bytes.count else { return nil }
            let sign = bytes[position] == 45 ? -1 : 1
            guard take("+-"), let hours = number(2), take(":"), let minutes = number(2), hours <= 18, minutes <= 59
            else { return nil }
            offset = sign * (hours * 60 + minutes)
        }
        guard position == bytes.count, (1...12).contains(month), hour <= 23, minute <= 59, second <= 59,
            day >= 1, day <= CivilDate.days(in: month, of: year)
        else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        let minutes = Int64(days) * 1440 + Int64(hour * 60 + minute - offset)
        return Instant(
            millisecondsSince1970: minutes * 60_000 + Int64(second * 1000 + fraction), zoneOffsetMinutes: offset)
    }

    /// ISO 8601 in the instant's own zone, with milliseconds only where there are some.
    public var iso8601: String {
        let local = milliseconds + Int64(zoneOffsetMinutes) * 60_000
        let day = Int((local >= 0 ? local : local - 86_399_999) / 86_400_000)
        var rest = Int(local - Int64(day) * 86_400_000)
        let date = CivilDate(daysSince1970: day)
        let milliseconds = rest % 1000
        rest /= 1000
        let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
        let fraction = milliseconds == 0 ? "" : "." + String(1000 + milliseconds).dropFirst()
        let year = String(10_000 + date.year).dropFirst()
        return "\(year)-\(two(date.month))-\(two(date.day))T\(time)\(fraction)\(zone)"
    }

    private var zone: String {
        guard zoneOffsetMinutes != 0 else { return "Z" }
        let size = abs(zoneOffsetMinutes)
        return (zoneOffsetMinutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60)
    }

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Instant: Codable, CustomStringConvertible {
    /// Reads the ISO 8601 text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(iso8601: text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Writes the ISO 8601 text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso8601)
    }

    /// The ISO 8601 text.
    public var description: String { iso8601 }
}

/// A date of the proleptic Gregorian calendar, by the usual day-count arithmetic on 400-year cycles.
struct CivilDate: Equatable {
    var year: Int
    var month: Int
    var day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSince1970 days: Int) {
        // Years are counted from March, so that the leap day is the last of its year.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func days(in month: Int, of year: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
