/// Dates without time, ISO 8601 (`2026-11-21`).
enum CalendarDate {
    /// Whether the text is a day of the calendar.
    static func isValid(_ text: String) -> Bool {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.map(\.count) == [4, 2, 2], fields.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
            return false
        }
        let numbers = fields.compactMap { Int($0) }
        guard numbers.count == 3, numbers[0] >= 1583 else { return false }
        let (year, month, day) = (numbers[0], numbers[1], numbers[2])
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return lengths.indices.contains(month - 1) && (1...lengths[month - 1]).contains(day)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
