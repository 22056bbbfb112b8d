import Care
import Testing

@Suite("Days of the calendar")
struct DayTests {
    @Test(
        "a day reads and writes itself, over leap years and centuries",
        arguments: ["1583-01-01", "2000-02-29", "2024-02-29", "2026-11-21", "2100-02-28"])
    func roundTrip(text: String) { #expect(Day(text)?.description == text) }

    @Test(
        "what is no day is refused",
        arguments: [
            "2025-02-29", "2100-02-29", "2025-13-01", "2025-00-10", "2025-06-31", "2025-6-1", "25-06-01",
            "2025-06-01T00:00Z", "", "1582-12-31", "2025/06/01", "२०२५-०६-०१",
        ])
    func refused(text: String) { #expect(Day(text) == nil) }

    @Test("days count: the day after 2024-02-28 is the 29th, after 2025-02-28 the 1st of March")
    func counting() {
        #expect(Day("2024-02-28")?.advanced(by: 1).description == "2024-02-29")
        #expect(Day("2025-02-28")?.advanced(by: 1).description == "2025-03-01")
        #expect(Day("1970-01-01")?.advanced(by: -1).description == "1969-12-31")
    }

    @Test("the day of an instant is that of its own zone")
    func zones() throws {
        #expect(Day(of: try Instant(iso8601: "2025-06-26T00:30:00+02:00")).description == "2025-06-26")
        #expect(Day(of: try Instant(iso8601: "2025-06-25T22:30:00Z")).description == "2025-06-25")
        #expect(Day(of: try Instant(iso8601: "1969-12-31T23:59:59Z")).description == "1969-12-31")
    }
}
