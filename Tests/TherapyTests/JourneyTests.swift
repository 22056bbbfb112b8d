import Care
import Testing
import Therapy

/// A virtual patient's journal holds up as a real one must.
@Suite struct JourneyTests {
    @Test func `grades written down agree with grades recomputed from the vital signs, for 200 patients`() throws {
        let trial = Trial(try Shipped.setting("zuma-1"))
        var graded = 0
        for index in 0..<200 {
            let (journal, _) = trial.patient(index)
            // Read back from its file, with the team's grades left out: what remains are measurements.
            let read = try Journal(ndjson: journal.ndjson(), file: nil)
            #expect(read == journal)
            var chart = Chart(therapy: journal.therapy)
            var written = (crs: CRSGrade.none, icans: ICANSGrade.none)
            for entry in read.entries {
                switch entry.event {
                case .crsGraded(let grading):
                    written.crs = grading.grade
                    graded += 1
                    #expect(grading.grade == chart.crsGrade, "patient \(index), entry \(entry.sequence)")
                case .icansGraded(let grading):
                    written.icans = grading.grade
                    graded += 1
                    #expect(grading.grade == chart.icansGrade, "patient \(index), entry \(entry.sequence)")
                case .orderPlaced, .admitted, .discharged, .followUpVisited:
                    // By the time anything is ordered or decided, the team's grades are up to date.
                    if chart.infusedAt != nil {
                        #expect(written.crs == chart.crsGrade || entry.occurredAt != chart.latestVitals?.at)
                    }
                    chart.apply(entry.event, at: entry.occurredAt)
                default: chart.apply(entry.event, at: entry.occurredAt)
                }
            }
            if chart.death == nil { #expect(written.crs == chart.crsGrade && written.icans == chart.icansGrade) }
        }
        #expect(graded > 400, "\(graded) grades were written")
    }

    @Test("no drug is given twice at one moment", arguments: ["cartitude-1", "zuma-1", "karmma"])
    func noDoubleDose(study: String) throws {
        let trial = Trial(try Shipped.setting(study))
        var doses = 0
        for index in 0..<150 {
            let given = trial.patient(index).journal.entries.compactMap { entry in
                if case .drugGiven(let dose) = entry.event { (entry.occurredAt, dose.drug) } else { nil }
            }
            doses += given.count
            for (a, b) in zip(given, given.dropFirst()) where a.0 == b.0 {
                #expect(a.1 != b.1, "patient \(index): \(a.1) twice at \(a.0.iso8601)")
            }
        }
        #expect(doses > 1000, "\(doses)")
    }

    @Test func `every infusion follows consent, release, lymphodepletion and an identity check by two`() throws {
        let trial = Trial(try Shipped.setting("eliana"))
        var infused = 0
        for index in 0..<40 {
            let journal = trial.patient(index).journal
            guard let infusion = journal.entries.first(where: { $0.event.type == .infusionCompleted }) else { continue }
            infused += 1
            let before = Array(journal.entries.prefix { $0.sequence < infusion.sequence })
            var chart = Chart(therapy: journal.therapy)
            for entry in before { chart.apply(entry.event, at: entry.occurredAt) }
            #expect(chart.hardStops(at: infusion.occurredAt).isEmpty, "patient \(index)")
            #expect(before.filter { $0.event.type == .drugGiven }.count >= 4, "lymphodepletion as real doses")
        }
        #expect(infused > 20)
    }

    @Test func `entries are in order of time, simulated, and carry the product definition`() throws {
        let journal = Trial(try Shipped.setting("cartitude-1")).patient(3).journal
        #expect(journal.subject == .simulated(study: "cartitude-1", seed: 1, patient: 3))
        for (a, b) in zip(journal.entries, journal.entries.dropFirst()) { #expect(a.occurredAt <= b.occurredAt) }
        for entry in journal.entries {
            #expect(entry.simulatedDay != nil)
            #expect(entry.productVersion?.contains("@") == true)
        }
    }

    @Test func `tocilizumab is never given closer than 8 hours, nor more than four times`() throws {
        let trial = Trial(try Shipped.setting("zuma-1", policy: .asco2021))
        var given = 0
        for index in 0..<60 {
            let times = trial.patient(index).journal.entries.compactMap { entry -> Instant? in
                if case .drugGiven(let dose) = entry.event, dose.drug == .tocilizumab { entry.occurredAt } else { nil }
            }
            given += times.count
            #expect(times.count <= 4)
            for (a, b) in zip(times, times.dropFirst()) { #expect(b.hours(since: a) >= 8) }
        }
        #expect(given > 20)
    }

    @Test func `the policy decides: earlier tocilizumab by ASCO, none when nothing is allowed`() throws {
        var nothing = ManagementPolicy.asco2021
        nothing.tocilizumabFromCRS = nil
        nothing.persistentFeverDays = nil
        nothing.steroidFromCRS = nil
        nothing.steroidAfterTocilizumabDoses = nil
        nothing.steroidFromICANS = nil
        func use(_ policy: ManagementPolicy?) throws -> Double {
            let infused = try Shipped.outcomes(Shipped.setting("zuma-1", policy: policy), patients: 150)
                .filter(\.infused)
            return Double(infused.filter { $0.tocilizumabDoses > 0 }.count) / Double(infused.count)
        }
        #expect(try use(nothing) == 0)
        #expect(try use(.asco2021) > use(nil) + 0.1)
    }
}
