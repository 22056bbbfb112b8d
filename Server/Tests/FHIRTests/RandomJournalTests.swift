import Care
import Foundation
import Testing

@testable import FHIR

@Suite("Random journals")
struct RandomJournalTests {
    @Test("1,000 random journals come back as they were", arguments: 0..<10)
    func roundTrip(block: Int) throws {
        var lines = try RandomLines(seed: UInt64(block))
        var kinds: Set<EventType> = []
        for number in 0..<100 {
            let journal = try lines.journal(entries: number % 25)
            kinds.formUnion(journal.entries.map(\.event.type))
            let bundle = try FHIRExport.bundle(of: journal, centre: "centre \(number)")
            let again = try FHIRImport.journal(from: bundle.data)
            #expect(again.letter == journal.letter, "block \(block), journal \(number)")
            #expect(again == journal, "block \(block), journal \(number)")
            if number % 5 == 0 { try ExportedBundles.write(bundle, as: "random-\(block)-\(number)") }
        }
        // Each block draws nearly every kind, else the property says little.
        #expect(kinds.count > EventType.allCases.count - 3)
    }

    @Test("journals of the simulator come back as they were")
    func simulated() throws {
        var journals = try ExportedBundles.journals.map { try Journal(ndjson: String(contentsOf: $0, encoding: .utf8)) }
        journals.append(EventSamples.journal(of: .simulated(study: "zuma-1", seed: 7, patient: 3)))
        journals.append(EventSamples.journal(of: .real))
        for (index, journal) in journals.enumerated() {
            let bundle = try FHIRExport.bundle(of: journal, centre: "centre-1")
            #expect(try FHIRImport.journal(from: bundle.data).letter == journal.letter)
            try ExportedBundles.write(bundle, as: "journal-\(index)")
        }
    }
}
