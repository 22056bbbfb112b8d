import Care
import Catalogue
import Testing

@Suite("What is due, by the labels that ship")
struct DueByLabelTests {
    /// The calendar of a patient infused on a day, by the label of a place and that day.
    private func calendar(_ product: String, _ place: Jurisdiction, infused day: String) throws -> DueCalendar {
        let infusion = try Instant(iso8601: "\(day)T12:00:00Z")
        var journal = Journal(therapy: "COI-1", subject: .training)
        journal.record(
            .infusionCompleted(
                Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)),
            by: Actor(role: .nurse, name: "Ada"), at: infusion)
        return DueCalendar(
            of: journal, at: infusion.advanced(byDays: 1), label: try shippedLabel(product, place, on: day))
    }

    private func item(_ id: String, of calendar: DueCalendar) -> DueItem? { calendar.items.first { $0.id == id } }

    @Test(
        "in the US nearness and driving end after 4 and 8 weeks, for infusions from 2025-06-26 after 2 and 2",
        arguments: [
            ("axi-cel", Jurisdiction.us, "2025-06-25", 28, 56), ("axi-cel", .us, "2025-06-26", 14, 14),
            ("cilta-cel", .us, "2025-06-25", 28, 56), ("cilta-cel", .us, "2025-06-26", 14, 14),
        ])
    func restrictions(_ product: String, _ place: Jurisdiction, _ day: String, _ near: Int, _ driving: Int) throws {
        let calendar = try calendar(product, place, infused: day)
        let start = try #require(Day(day))
        #expect(item("restriction/proximity", of: calendar)?.at.map(Day.init(of:)) == start.advanced(by: near))
        #expect(item("restriction/driving", of: calendar)?.at.map(Day.init(of:)) == start.advanced(by: driving))
    }

    @Test("each restriction names the label and its version", arguments: LabelShelf.western)
    func source(product: String) throws {
        for place in [Jurisdiction.us, .eu] {
            let label = try shippedLabel(product, place, on: "2026-11-01")
            let item = try #require(
                item("restriction/driving", of: try calendar(product, place, infused: "2026-11-01")))
            #expect(item.reason.contains(label.nameAndVersion), "\(item.reason)")
        }
    }
}
