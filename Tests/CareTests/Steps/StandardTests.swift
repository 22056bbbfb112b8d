import Testing

@testable import Care

@Suite("Steps: a treatment with which nothing is wrong")
struct StandardTreatmentTests {
    @Test("nothing stands against any entry of it, not even a warning")
    func clean() {
        for audited in Treatment.standard.audited {
            Issue.record("\(audited.entry.event.type): \(audited.stops.map { "\($0.id): \($0.finding)" })")
        }
    }

    @Test("nothing is left to forbid once it is given, and no duty is open on the day")
    func after() {
        #expect(Treatment.standard.rules(at: 0.2).stops.map(\.id) == [])
    }
}
