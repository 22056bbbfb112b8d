import Testing

@testable import Care

@Suite struct InstantTests {
    static let texts = [
        "1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "2025-06-26T08:30:00+02:00", "2026-11-21T00:15:30.250-05:30",
        "1969-12-31T23:59:59.999Z", "2000-03-01T00:00:00Z",
    ]

    @Test(arguments: texts) func `a time comes back as it was written`(text: String) throws {
        #expect(try Instant(iso8601: text).iso8601 == text)
    }

    @Test func `times are compared as moments, whatever the zone`() throws {
        #expect(try Instant(iso8601: "2025-06-26T08:30:00+02:00") == Instant(iso8601: "2025-06-26T06:30:00Z"))
        #expect(try Instant(iso8601: "1970-01-02T00:00:00Z").milliseconds == 86_400_000)
        #expect(try Instant(iso8601: "2025-01-06T10:00Z").iso8601 == "2025-01-06T10:00:00Z")
    }

    static let refused = [
        "", "2025-06-26", "2025-06-26T08:30:00", "2025-02-29T00:00:00Z", "2025-13-01T00:00:00Z", "2025-06-31T00:00:00Z",
        "2025-06-26T24:00:00Z", "2025-06-26T08:60:00Z", "2025-06-26T08:30:00+25:00", "2025-06-26T08:30:00Zjunk",
        "2025-06-26 08:30:00Z", "２０２５-06-26T08:30:00Z", "2025-06-26T08:30:00.Z",
    ]

    @Test(arguments: refused) func `what is no time with a zone is refused`(text: String) {
        #expect(throws: InstantError.self) { try Instant(iso8601: text) }
    }

    @Test func `days are added to the millisecond`() throws {
        let start = try Instant(iso8601: "2025-01-31T12:00:00Z")
        #expect(start.advanced(byDays: 29).iso8601 == "2025-03-01T12:00:00Z")
        #expect(start.advanced(byDays: -0.25).iso8601 == "2025-01-31T06:00:00Z")
        #expect(start.advanced(byDays: 1.5).days(since: start) == 1.5)
    }
}
