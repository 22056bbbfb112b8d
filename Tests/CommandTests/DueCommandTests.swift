import Foundation
import Testing

/// `livingdrug due`: the calendar of any journal.
@Suite struct DueCommandTests {
    @Test func `a virtual patient's calendar: overdue first, then the calendar to year 15`() throws {
        let scratch = try Scratch()
        let file = scratch.path("p.ndjson")
        #expect(try Program.run("patient", "zuma-1", "--seed", "1", "--index", "7", "--output", file).code == 0)
        let page = try Program.run("due", file, "--at", "day 45", "--ahead", "5500")
        #expect(page.code == 0)
        let text = page.output
        let sections = ["\nOverdue", "\nDue now", "\nNext 5500 days", "\nNo date", "\nMissed", "\nDone"]
        let places = try sections.map { try #require(text.range(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
        for word in [
            "SIMULATED", "visit, year 15", "no driving and no dangerous work", "second malignancy",
            "not a medical device",
        ] {
            #expect(text.contains(word), "\(word)")
        }
        // Virtual journals pass with no special case: no doubt about any of their entries.
        #expect(!text.contains("Doubts"))

        let json = try Program.run("due", file, "--at", "day 45", "--json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let items = try #require(object["items"] as? [[String: Any]])
        let visit = try #require(items.first { $0["id"] as? String == "visit/day-28" })
        #expect(visit["status"] as? String == "done")
        #expect((visit["done_by_entry"] as? Int ?? 0) > 1)
        #expect(items.allSatisfy { ($0["source"] as? String)?.isEmpty == false })
    }

    @Test func `a wrong time, a wrong span or no file are refused with what would be right`() throws {
        let scratch = try Scratch()
        let file = scratch.path("p.ndjson")
        #expect(try Program.run("patient", "zuma-1", "--seed", "1", "--index", "7", "--output", file).code == 0)
        let time = try Program.run("due", file, "--at", "tomorrow")
        #expect(time.code != 0 && time.errors.contains("ISO 8601"))
        let span = try Program.run("due", file, "--ahead", "-1")
        #expect(span.code != 0 && span.errors.contains("5500"))
        let missing = try Program.run("due", scratch.path("none.ndjson"))
        #expect(missing.code != 0 && missing.errors.contains("cannot be read"))
    }
}
