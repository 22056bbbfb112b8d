import Testing

@testable import Care

@Suite("Days, zones and clocks")
struct DueWindowTests {
    private func time(_ text: String) throws -> Instant { try Instant(iso8601: text) }

    @Test(
        "A month later is the same day, or the last of a shorter month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-03-01", 12, "2027-03-01"),
            ("2028-02-29", 12, "2029-02-28"), ("2026-12-15", 1, "2027-01-15"), ("2026-03-15", -3, "2025-12-15"),
            ("2026-03-01", 180, "2041-03-01"),
        ])
    func months(from: String, count: Int, to: String) {
        #expect(Day(from)?.advanced(byMonths: count).description == to)
    }

    @Test("Whole days count by the calendar of whoever acts, whether or not the clocks were changed meanwhile")
    func clocksChange() throws {
        // Summer time ends on 2026-10-25: the window was reckoned at +02:00, the visit is at +01:00.
        let autumn = DueWindow(
            opens: try #require(Day("2026-10-20")), due: try #require(Day("2026-10-27")),
            closes: Day("2026-10-30"), zoneOffsetMinutes: 120)
        #expect(autumn.position(of: try time("2026-10-30T23:30:00+01:00")) == .late)
        #expect(autumn.position(of: try time("2026-10-31T00:10:00+01:00")) == .after)
        #expect(autumn.position(of: try time("2026-10-27T23:59:59+01:00")) == .inTime)
        #expect(autumn.position(of: try time("2026-10-28T00:00:00+01:00")) == .late)
        // It begins on 2026-03-29: reckoned at +01:00, the visit is just after midnight at +02:00.
        let spring = DueWindow(
            opens: try #require(Day("2026-03-30")), due: try #require(Day("2026-04-02")), zoneOffsetMinutes: 60)
        #expect(spring.position(of: try time("2026-03-30T00:15:00+02:00")) == .inTime)
        #expect(spring.position(of: try time("2026-03-29T23:59:00+02:00")) == .before)
        #expect(spring.position(of: try time("2030-01-01T00:00:00+01:00")) == .late)
    }

    @Test("Windows by the hour compare moments, whatever the zones")
    func moments() throws {
        let window = DueWindow(
            opens: try time("2026-03-29T01:30:00+01:00"), due: try time("2026-03-29T03:30:00+02:00"))
        #expect(window.due.hours(since: window.opens) == 1)
        #expect(window.position(of: try time("2026-03-28T20:00:00-05:00")) == .inTime)
        #expect(window.position(of: try time("2026-03-28T19:29:00-05:00")) == .before)
        #expect(window.position(of: try time("2026-03-28T20:31:00-05:00")) == .late)
    }

    @Test("The day of a visit is that of the infusion's zone; a visit in another zone counts by its own day")
    func zones() throws {
        var journal = Journal(therapy: "COI-1", subject: .real)
        let nurse = SmallJournal.nurse
        journal.record(
            .infusionCompleted(Infusion(batch: "B1", carPositiveCells: 1, cellsPerKilogram: 1, minutesSinceThaw: 1)),
            by: nurse, at: try time("2026-03-01T23:30:00-05:00"))
        let before = try time("2026-03-29T12:00:00-04:00")
        let visit = DueCalendar(of: journal, at: before).items.first { $0.id == "visit/day-28" }
        #expect(visit?.at?.iso8601 == "2026-03-29T00:00:00-05:00")
        #expect(visit?.status == .due)
        // Still the 29th in New York, already the 30th in London.
        let late = try time("2026-03-29T23:30:00-04:00")
        let london = try time("2026-03-30T04:30:00+01:00")
        #expect(late == london)
        #expect(DueCalendar(of: journal, at: late).items.first { $0.id == "visit/day-28" }?.status == .due)
        #expect(DueCalendar(of: journal, at: london).items.first { $0.id == "visit/day-28" }?.status == .overdue)
    }
}
