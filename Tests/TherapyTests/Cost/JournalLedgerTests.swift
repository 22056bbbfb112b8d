import Care
import Catalogue
import Foundation
import Testing

@testable import Therapy

/// What was used, counted from journals.
@Suite("Ledger of a journal")
struct JournalLedgerTests {
    @Test(
        "a journal written to a file and read again gives the ledger that the simulator kept",
        arguments: ["zuma-1", "eliana", "cartitude-1", "felix"])
    func sameLedger(study: String) throws {
        let setting = try Shipped.setting(study)
        var steroids = 0.0
        for index in 0..<12 {
            let (journal, outcome) = Trial(setting).patient(index)
            let read = try Journal(ndjson: journal.ndjson())
            let ledger = Ledger(of: read)
            for resource in Price.Resource.allCases {
                // Instants are kept to a millisecond.
                #expect(
                    abs(ledger[resource] - outcome.ledger[resource]) < 1e-5,
                    "\(study) \(index) \(resource): journal \(ledger[resource]), simulator \(outcome.ledger[resource])")
            }
            steroids += ledger[.corticosteroidDay]
            #expect(ledger[.consultation] == 1)
        }
        if study == "zuma-1" { #expect(steroids > 0) }
    }

    @Test("a virtual cohort's ledgers do not depend on whether a journal is kept")
    func fastPath() throws {
        let setting = try Shipped.setting("zuma-1")
        let outcomes = try Shipped.outcomes(setting, patients: 6)
        for index in 0..<6 { #expect(Trial(setting).patient(index).outcome.ledger == outcomes[index].ledger) }
    }

    private static let start = Instant(millisecondsSince1970: 1_700_000_000_000)
    private static let nurse = Actor(role: .nurse, name: "n")

    private func journal(_ events: [(Double, Event)]) -> Journal {
        var journal = Journal(therapy: "T", subject: .training)
        for (day, event) in events { journal.record(event, by: Self.nurse, at: Self.start.advanced(byDays: day)) }
        return journal
    }

    @Test("days of a stay count from the infusion, by unit; an open stay counts to the last entry")
    func stays() {
        let ledger = Ledger(
            of: journal([
                (-2, .admitted(Admission(unit: .ward, reason: "r"))),
                (
                    0,
                    .infusionCompleted(
                        Infusion(batch: "B", carPositiveCells: 1, cellsPerKilogram: 1, minutesSinceThaw: 1))
                ),
                (3, .admitted(Admission(unit: .intensiveCare, reason: "r"))),
                (5, .admitted(Admission(unit: .ward, reason: "r"))), (9, .discharged(Discharge(destination: "home"))),
                (20, .admitted(Admission(unit: .ward, reason: "r"))),
                (21.5, .followUpVisited(FollowUpVisit(visit: "v"))),
            ]))
        #expect(abs(ledger[.wardDay] - (3 + 4 + 1.5)) < 1e-9)
        #expect(abs(ledger[.intensiveCareDay] - 2) < 1e-9)
        #expect(ledger[.product] == 1)
    }

    @Test("two bags of one batch are one product, and doses of one course are one lymphodepletion")
    func courses() {
        func bag(_ batch: String) -> Event {
            .infusionCompleted(Infusion(batch: batch, carPositiveCells: 1, cellsPerKilogram: 1, minutesSinceThaw: 1))
        }
        func dose(_ drug: Drug) -> Event {
            .drugGiven(DrugAdministration(drug: drug, amount: 1, unit: "mg", minutes: 30))
        }
        let ledger = Ledger(
            of: journal([
                (-30, dose(.fludarabine)), (-5, dose(.fludarabine)), (-4, dose(.cyclophosphamide)), (0, bag("A")),
                (0.1, bag("A")), (2, dose(.dexamethasone)), (2.05, dose(.dexamethasone)), (3.2, dose(.dexamethasone)),
                (50, dose(.cyclophosphamide)),
            ]))
        #expect(ledger[.product] == 1)
        #expect(ledger[.lymphodepletion] == 2)
        // Without an order the interval is not known: days of the calendar with a dose count.
        #expect(ledger[.corticosteroidDay] == 2)
    }

    @Test("what a correction struck out was not used")
    func corrected() {
        var journal = journal([(0, .transfused(Transfusion(kind: .platelets, irradiated: true, units: 2)))])
        #expect(Ledger(of: journal)[.transfusion] == 2)
        journal.record(
            .corrected(Correction(sequence: 1, reason: "wrong patient")), by: Self.nurse, at: Self.start)
        #expect(Ledger(of: journal)[.transfusion] == 0)
    }
}
