import Testing

@testable import Care

@Suite("Steps: a real-style journal, written by hand")
struct RealJournalTests {
    private let journal = RealJournal().journal

    private func rules(_ time: String) -> StepRules {
        let instant = RealJournal.at(time)
        return StepRules(
            Chart(of: journal, at: instant), at: instant, label: RealJournal.label, site: RealJournal.site)
    }

    private func standing(_ time: String, _ severities: [Stop.Severity] = [.identity, .stop, .warning]) -> [String] {
        rules(time).stops.filter { severities.contains($0.severity) }.map(\.id)
    }

    @Test("entry by entry, exactly these stops and warnings stood against what was done")
    func audit() {
        let audited = StepRules.audit(journal, site: RealJournal.site) { _ in RealJournal.label }
        let found = audited.map { audited in
            "\(audited.entry.event.type.rawValue): "
                + audited.stops.map { "\($0.severity.rawValue) \($0.id)" }.joined(separator: ", ")
        }
        let outside = "warning release.limit/B-26-014/viability"
        #expect(
            found == [
                // The payer had not answered; bendamustine was given four months before.
                "productOrdered: warning referral.coverage",
                "collectionStarted: warning referral.coverage, warning pre-collection.bendamustine",
                // Out of specification, with all four approvals, and sterility still to come.
                "batchReleased: warning expansion.deviation/B-26-014/1, warning release.pending/B-26-014/sterility, "
                    + outside,
                "packedOut: \(outside)",
                "thawStarted: \(outside)", "infusionStarted: \(outside)",
                "thawStarted: \(outside)", "infusionStarted: \(outside)",
                // Six hours after the first dose.
                "drugGiven: stop acute.tocilizumab",
                "vaccinated: warning late.live-vaccine",
                // Signed by the first centre only.
                "careTransferred: stop follow-up.transfer-signed",
            ])
    }

    @Test("no identity finding at any time, and every stop has reasons with a source")
    func reasons() {
        #expect(Chart(of: journal).identityFindings.isEmpty)
        for audited in StepRules.audit(journal, site: nil, label: { _ in nil }) {
            for stop in audited.stops { #expect(!stop.reasons.isEmpty && !stop.clearedBy.isEmpty) }
        }
    }

    @Test("too few lymphocytes forbid the collection until two physicians override it")
    func lymphocytes() {
        let before = rules("2026-01-27T12:00:00+01:00").stops(against: .leukapheresis).filter(\.forbids)
        #expect(before.map(\.id) == ["pre-collection.lymphocytes"])
        #expect(before.first?.finding == "lymphocytes are 0.15 10*9/L; 0.2 10*9/L or more is asked for")
        #expect(before.first?.reasons.map(\.entry) == [10])
        let after = rules("2026-01-27T12:10:00+01:00")
        #expect(after.stops(against: .leukapheresis).filter(\.forbids).isEmpty)
        #expect(after.overridden.map(\.stop.id) == ["pre-collection.lymphocytes"])
        #expect(after.overridden.first?.by.reason == "fast progression, no recovery to be expected")
    }

    @Test("the wrongly typed count would have asked for another collection; corrected, it does not")
    func correction() {
        let wrong = Chart(of: Journal(upTo: "2026-01-28T13:31:00+01:00", of: journal))
        let at = RealJournal.at("2026-01-28T13:40:00+01:00")
        let stops = StepRules(wrong, at: at, label: RealJournal.label, site: RealJournal.site)
            .stops(against: .materialShipment)
        #expect(stops.map(\.id) == ["leukapheresis.minimum/CD3+ cells", "leukapheresis.yield/DIN-0001"])
        #expect(rules("2026-01-28T13:50:00+01:00").stops(against: .materialShipment).isEmpty)
    }

    @Test("the forecast of day 5 warned, and the release waited for its four approvals one by one")
    func outOfSpecification() {
        #expect(standing("2026-02-03T12:00:00+01:00", [.warning]).contains("expansion.forecast/B-26-014"))
        #expect(!standing("2026-02-08T09:00:00+01:00").contains("expansion.forecast/B-26-014"))
        func missing(_ time: String) -> [String] {
            standing(time, [.stop]).filter { $0.hasPrefix("release.out-of-specification") }
                .map { String($0.split(separator: "/").last ?? "") }
        }
        #expect(
            missing("2026-02-16T16:00:00+01:00")
                == ["manufacturerOffer", "physicianRequest", "ethicsCommittee", "patientConsent"])
        #expect(missing("2026-02-18T00:00:00+01:00") == ["ethicsCommittee", "patientConsent"])
        #expect(missing("2026-02-19T10:00:00+01:00") == [])
        #expect(rules("2026-02-19T10:00:00+01:00").stops(against: .release).filter(\.forbids).map(\.id) == [])
    }

    @Test("after release, duties and warnings come and go as they should")
    func duties() {
        // Before the infusion nothing forbids lymphodepletion; sterility is awaited.
        #expect(standing("2026-02-23T12:00:00+01:00", [.stop]) == ["infusion.lymphodepletion-given"])
        #expect(standing("2026-02-28T12:00:00+01:00", [.identity]) == ["infusion.identity"])
        let awaited = "release.pending/B-26-014/sterility"
        #expect(standing("2026-03-11T16:00:00+01:00", [.warning]).contains(awaited))
        #expect(standing("2026-03-11T16:00:00+01:00", [.warning]).contains("late.neutrophils"))
        #expect(!standing("2026-03-12T11:00:00+01:00").contains(awaited))
        #expect(!standing("2026-04-02T11:00:00+02:00").contains("late.neutrophils"))
        #expect(
            standing("2026-04-05T10:00:00+02:00") == ["release.limit/B-26-014/viability", "follow-up.registry-form"])
        #expect(standing("2026-04-08T10:00:00+02:00") == ["release.limit/B-26-014/viability"])
        #expect(standing("2027-04-02T10:00:00+02:00", [.stop]) == ["follow-up.transfer-signed"])
        #expect(standing("2027-04-10T10:00:00+02:00", [.stop]) == [])
        #expect(standing("2029-05-01T10:00:00+02:00", [.warning]).contains("follow-up.yearly-visit"))
        #expect(standing("2029-11-25T10:00:00+01:00", [.stop]) == ["follow-up.t-cell-malignancy/1"])
        #expect(standing("2030-03-01T10:00:00+01:00") == ["release.limit/B-26-014/viability"])
    }

    @Test("steps follow one another, and each says what is next")
    func progress() {
        func state(_ step: Step, _ time: String) -> StepProgress? { rules(time).progress.first { $0.step == step } }
        #expect(
            rules("2026-01-05T11:00:00+01:00").next
                == StepProgress(step: .referral, state: .inProgress, next: "assess eligibility"))
        #expect(state(.leukapheresis, "2026-01-28T13:00:00+01:00")?.next == "count what was collected")
        #expect(state(.freezing, "2026-01-29T08:00:00+01:00")?.state == .skipped("material travels fresh"))
        #expect(state(.freshShipment, "2026-01-29T08:00:00+01:00")?.next == "receive the material")
        #expect(
            state(.release, "2026-02-17T08:00:00+01:00")
                == StepProgress(step: .release, state: .inProgress, next: "release the batch"))
        #expect(state(.infusion, "2026-03-01T11:00:00+01:00")?.next == "give the remaining bags")
        #expect(state(.infusion, "2026-03-01T13:00:00+01:00")?.state == .done)
        #expect(state(.acute, "2026-03-05T13:00:00+01:00")?.state == .inProgress)
        #expect(state(.followUp, "2029-03-05T13:00:00+01:00")?.state == .inProgress)
        #expect(state(.failure, "2029-03-05T13:00:00+01:00")?.state == .skipped("nothing failed"))
        #expect(rules("2029-03-05T13:00:00+01:00").progress.count == 20)
    }

    @Test("written and read again it is the same journal, with the same stops")
    func roundTrip() throws {
        let again = try Journal(ndjson: journal.ndjson())
        #expect(again == journal)
        #expect(journal.subject == .real)
        let at = RealJournal.at("2027-04-02T10:00:00+02:00")
        #expect(
            StepRules(Chart(of: again, at: at), at: at, label: RealJournal.label, site: RealJournal.site).stops
                == rules("2027-04-02T10:00:00+02:00").stops)
    }
}

extension Journal {
    /// What stood in a journal at a time, before anything that was written down later.
    init(upTo time: String, of journal: Journal) {
        self.init(therapy: journal.therapy, subject: journal.subject)
        for entry in journal.entries where entry.recordedAt <= RealJournal.at(time) { add(entry) }
    }
}
