import Testing

@testable import Care

/// A fold that goes on says what one that is begun anew says, and that is what chart, alerts, doubts, calendar and scales say
/// when they are asked of the journal itself.
@Suite("A journal folded on")
struct JournalFoldTests {
    @Test("is the same after every entry as one begun anew", arguments: 0..<6)
    func everyPrefix(seed: Int) {
        var cases = RandomCases(seed: UInt64(seed))
        let whole = Self.journal(&cases)
        var journal = Journal(therapy: whole.therapy, subject: whole.subject)
        var fold = JournalFold(of: journal)
        for entry in whole.entries {
            journal.add(entry)
            fold = fold.grown(to: journal)
            Self.expectSame(fold, JournalFold(of: journal), "seed \(seed), entry \(entry.sequence)")
        }
    }

    @Test("goes on over several entries at once, too", arguments: 0..<20)
    func leaps(seed: Int) {
        var cases = RandomCases(seed: 100 + UInt64(seed))
        let whole = Self.journal(&cases)
        var journal = Journal(therapy: whole.therapy, subject: whole.subject)
        var fold = JournalFold(of: journal)
        for entry in whole.entries {
            journal.add(entry)
            if Int.random(in: 0..<6, using: &cases) == 0 { fold = fold.grown(to: journal) }
        }
        Self.expectSame(fold.grown(to: journal), JournalFold(of: journal), "seed \(seed)")
    }

    @Test("says what is said of the journal itself", arguments: 0..<12)
    func whole(seed: Int) throws {
        var cases = RandomCases(seed: 200 + UInt64(seed))
        let journal = Self.journal(&cases)
        let fold = JournalFold(of: journal)
        let last = try #require(fold.last)
        for hours in [0.0, 3, 500] {
            let at = last.advanced(byDays: hours / 24)
            let chart = Chart(of: journal, at: at)
            #expect("\(fold.chart)" == "\(chart)")
            #expect(fold.openIdentityFindings == chart.openIdentityFindings)
            #expect(StepRules(fold, at: at).stops == StepRules(chart, at: at).stops)
            let calendar = fold.calendar(at: at)
            #expect(calendar == DueCalendar(of: journal, at: at))
            if chart.death == nil, chart.cancellation == nil { #expect(calendar.next == chart.due(at: at)) }
            #expect(fold.standingAlerts(calendar) == Alerts.standing(in: journal, at: at))
            #expect(Self.words(fold.scales(at: at)) == Self.words(LaboratoryScales(of: journal, chart: chart, at: at)))
        }
        #expect(fold.doubts == journal.doubts)
        for _ in 0..<40 {
            let at = last.advanced(byDays: -Double.random(in: 0...3, using: &cases))
            #expect("\(fold.chart(at: at))" == "\(Chart(of: journal, at: at))")
        }
    }

    @Test("of another journal begins anew")
    func another() {
        var cases = RandomCases(seed: 7)
        let (one, other) = (Self.journal(&cases), Self.journal(&cases))
        Self.expectSame(JournalFold(of: one).grown(to: other), JournalFold(of: other), "another journal")
        var shorter = Journal(therapy: one.therapy, subject: one.subject)
        for entry in one.entries.prefix(20) { shorter.add(entry) }
        Self.expectSame(JournalFold(of: one).grown(to: shorter), JournalFold(of: shorter), "a shorter journal")
    }

    private static func expectSame(_ one: JournalFold, _ other: JournalFold, _ words: Comment) {
        #expect(one.journal == other.journal, words)
        #expect(one.last == other.last, words)
        #expect("\(one.chart)" == "\(other.chart)", words)
        #expect(one.doubts == other.doubts, words)
        #expect(one.openIdentityFindings == other.openIdentityFindings, words)
        guard let last = other.last else { return }
        for days in [0.1, 30] {
            let at = last.advanced(byDays: days)
            let (calendar, again) = (one.calendar(at: at), other.calendar(at: at))
            #expect(calendar == again, words)
            #expect(one.standingAlerts(calendar) == other.standingAlerts(again), words)
            #expect(Self.words(one.scales(at: at)) == Self.words(other.scales(at: at)), words)
        }
        for hours in [2.0, 40] {
            let at = last.advanced(byDays: -hours / 24)
            #expect("\(one.chart(at: at))" == "\(other.chart(at: at))", words)
        }
    }

    /// A dictionary has no order, so the grades are put in one.
    private static func words(_ scales: LaboratoryScales) -> String {
        let grades = scales.cytopenias.map { "\($0.key): \($0.value)" }.sorted()
        let blood = "\(String(describing: scales.carHematotox)) \(String(describing: scales.easix)) \(grades)"
        let late = "\(String(describing: scales.earlyICAHT)) \(String(describing: scales.lateICAHT))"
        return
            "\(scales.faults) \(blood) \(late) \(String(describing: scales.iecHS)) \(String(describing: scales.neutropenia))"
    }

    /// Random happenings, most written as they come, some a little late, some much; some struck out, some of these again; some
    /// in another zone, some twice.
    private static func journal(_ cases: inout RandomCases) -> Journal {
        let happened = Array(RandomJournal.make(entries: 90, &cases).entries) + later(&cases)
        let written = happened.map { entry -> (late: Double, entry: Entry) in
            let delay: Double =
                switch Int.random(in: 0..<12, using: &cases) {
                case 0..<7: 0
                case 7..<11: Double.random(in: 0...20, using: &cases) / 24
                default: Double.random(in: 0...40, using: &cases)
                }
            return (delay, entry)
        }.sorted { $0.entry.occurredAt.advanced(byDays: $0.late) < $1.entry.occurredAt.advanced(byDays: $1.late) }
        var journal = Journal(therapy: "COI-1", subject: .training)
        for (late, entry) in written {
            var at = entry.occurredAt
            if Int.random(in: 0..<9, using: &cases) == 0 {
                at.zoneOffsetMinutes = [0, 60, 67, -300].randomElement(using: &cases) ?? 0
            }
            let recordedAt = max(at.advanced(byDays: late), journal.entries.last?.recordedAt ?? at)
            let actor = Actor(role: [.nurse, .courier, .physician].randomElement(using: &cases) ?? .nurse, name: "Ada")
            for _ in 0...(Int.random(in: 0..<15, using: &cases) / 14) {
                journal.record(entry.event, by: actor, at: at, recordedAt: recordedAt)
            }
            if Int.random(in: 0..<25, using: &cases) == 0 {
                let struck = Int.random(in: 1...journal.entries.count, using: &cases)
                journal.record(
                    .corrected(Correction(sequence: struck, reason: "a slip")), by: actor, at: recordedAt,
                    recordedAt: recordedAt)
            }
        }
        return journal
    }

    /// What is doubtful or raises alerts, beside what `RandomJournal` makes.
    private static func later(_ cases: inout RandomCases) -> [Entry] {
        var journal = Journal(therapy: "COI-1", subject: .training)
        let events: [Event] = [
            .referralReceived(.sample()), .consentRecorded(Consent(given: true)),
            .consentRecorded(Consent(given: false)), .orderStopped(OrderStop(id: "O77", reason: "done")),
            .infusionCompleted(Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 9)),
            .batchFailed(BatchFailure(batch: "B1", reason: "sterility", remanufacture: true)),
            .followUpVisited(FollowUpVisit(visit: "day 28")),
            .registryFormSent(RegistryForm(form: "CIBMTR 4100")),
            .vaccinated(Vaccination(vaccine: "influenza", live: false)),
            .visitMissed(MissedVisit(visit: "month 3")), .admitted(Admission(unit: .ward, reason: "fever")),
            .careTransferred(CareTransfer(from: "centre", to: "home")), .died(Death(cause: .disease)),
        ]
        for event in events where Bool.random(using: &cases) {
            journal.record(
                event, by: Actor(role: .nurse, name: "Ada"),
                at: Bedside.time(Double(Int.random(in: -950...1000, using: &cases))))
        }
        return Array(journal.entries)
    }
}
