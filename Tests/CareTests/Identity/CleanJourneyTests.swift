import Testing

@testable import Care

@Suite("Identity of a journey in which nothing is wrong")
struct CleanJourneyTests {
    @Test("1,000 clean journals give no finding, written late or not")
    func noFindingOnCleanJournals() {
        var late = 0
        for number in 1...1000 {
            let journal = RandomJourney(number).journal
            let times = journal.entries.map(\.occurredAt)
            if zip(times, times.dropFirst()).contains(where: { $0 > $1 }) { late += 1 }
            let findings = Chart(of: journal).identityFindings
            #expect(findings.isEmpty, "journey \(number): \(findings.first?.description ?? "")")
            guard findings.isEmpty else { return }
        }
        #expect(late > 300)
    }
}
