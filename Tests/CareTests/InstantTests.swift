import Care
import Testing

@Suite("Instants")
struct InstantTests {
    @Test(
        "ISO 8601 with a zone is read and written the same",
        arguments: [
            "1970-01-01T00:00:00Z", "2026-03-01T14:30:00+01:00", "2024-02-29T23:59:59.999Z",
            "2000-02-29T00:00:00-09:30",
            "1969-12-31T23:59:59.001Z", "1600-02-29T12:00:00Z", "9999-12-31T23:59:59Z",
        ])
    func roundTrip(text: String) throws {
        #expect(try Instant(iso8601: text).iso8601 == text)
    }

    @Test(
        "Known moments",
        arguments: [("2026-03-01T12:00:00Z", 1_772_366_400_000), ("2001-09-09T01:46:40Z", 1_000_000_000_000)])
    func known(text: String, milliseconds: Int64) throws {
        #expect(try Instant(iso8601: text).milliseconds == milliseconds)
    }

    @Test("The same moment in two zones is the same instant")
    func zones() throws {
        #expect(try Instant(iso8601: "2026-03-01T14:30:00+01:00") == Instant(iso8601: "2026-03-01T13:30:00Z"))
        #expect(try Instant(iso8601: "2026-03-01T13:30Z") == Instant(iso8601: "2026-03-01T13:30:00Z"))
    }

    @Test(
        "What is no time with a zone is refused, and told what would be one",
        arguments: [
            "", "2026-03-01", "2026-03-01T12:00:00", "2026-02-29T12:00:00Z", "1900-02-29T12:00:00Z",
            "2026-13-01T12:00:00Z",
            "2026-03-01T24:00:00Z", "2026-03-01T12:60:00Z", "2026-03-01T12:00:00.Z", "2026-03-01T12:00:00+1:00",
            "2026-03-01T12:00:00Zx", "2026-3-1T12:00:00Z", "٢٠٢٦-03-01T12:00:00Z",
        ])
    func refused(text: String) {
        let error = #expect(throws: InstantError.self) { try Instant(iso8601: text) }
        #expect(error?.description.contains("2026-03-01T14:30:00+01:00") == true)
    }

    @Test("Days and hours between instants")
    func arithmetic() {
        let start = Instant(millisecondsSince1970: 0, zoneOffsetMinutes: 60)
        let later = start.advanced(byDays: 1.5)
        #expect(later.days(since: start) == 1.5)
        #expect(later.hours(since: start) == 36)
        #expect(later.zoneOffsetMinutes == 60)
        #expect(start < later)
        #expect(start.advanced(byDays: -1).iso8601 == "1969-12-31T01:00:00+01:00")
    }

    @Test("Every day from 1890 to 2110 has its own date, a day after the last")
    func calendar() throws {
        var date = try Instant(iso8601: "1890-01-01T00:00:00Z")
        var last = ""
        while date.iso8601 < "2110" {
            let text = date.iso8601
            #expect(text > last)
            #expect(try Instant(iso8601: text) == date)
            last = text
            date = date.advanced(byDays: 1)
        }
    }
}
