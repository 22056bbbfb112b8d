import Testing

@testable import Care

@Suite("The calendar to year 15")
struct DueCalendarTests {
    private static let physician = Actor(role: .physician, name: "Ben")

    /// A small journal whose patient lives: referral to day 30.
    private func journal(_ events: [(day: Double, event: Event)] = []) -> Journal {
        var journal = Journal(therapy: "COI-1", subject: .training)
        for entry in SmallJournal.make().entries where entry.occurredAt <= Bedside.time(31 * 24) {
            journal.record(entry.event, by: entry.actor, at: entry.occurredAt)
        }
        for (day, event) in events { journal.record(event, by: Self.physician, at: Bedside.time(day * 24)) }
        return journal
    }

    private func calendar(_ journal: Journal, day: Double, label: Label? = nil) -> [String: DueItem] {
        let items = DueCalendar(of: journal, at: Bedside.time(day * 24), label: label).items
        return Dictionary(uniqueKeysWithValues: items.map { ($0.id, $0) })
    }

    @Test("Every item has its own identifier, a reason and a source; after infusion fifteen years are laid out")
    func complete() {
        let items = DueCalendar(of: journal(), at: Bedside.time(31 * 24)).items
        #expect(Set(items.map(\.id)).count == items.count)
        for item in items where !item.reason.isEmpty || item.window != nil { #expect(!item.source.isEmpty) }
        for item in items { #expect(!item.reason.isEmpty || item.window == nil, "\(item.id)") }
        for topic in DueTopic.allCases where ![.order, .persistence, .monitoring].contains(topic) {
            #expect(items.contains { $0.topic == topic }, "\(topic)")
        }
        for year in 2...15 { #expect(items.contains { $0.id == "visit/year-\(year)" }) }
    }

    @Test("Done names the entry that did it; missed says why; what closed without a word says so")
    func outcome() {
        let journal = journal([
            (61, .followUpVisited(FollowUpVisit(visit: "month 2"))),
            (92, .visitMissed(MissedVisit(visit: "month 3", reason: "snow"))),
        ])
        let count = journal.entries.count
        let items = calendar(journal, day: 300)
        #expect(items["visit/month-2"]?.status == .done(at: Bedside.time(61 * 24), entry: count - 1))
        #expect(items["visit/month-3"]?.status == .missed(reason: "snow (entry \(count))"))
        #expect(items["visit/month-6"]?.status == .missed(reason: "nothing is recorded"))
        #expect(items["visit/month-9"]?.status == .overdue)
        #expect(items["visit/year-1"]?.status == .upcoming)
    }

    @Test("After death, or a transfer that both signed, nothing more is asked for; what was done stays done")
    func end() {
        let died = calendar(
            journal([
                (61, .followUpVisited(FollowUpVisit(visit: "month 2"))), (70, .died(Death(cause: .disease))),
            ]), day: 400)
        #expect(died["visit/month-2"]?.status.isDone == true)
        #expect(died.values.allSatisfy { !$0.isOpen || $0.window == nil })
        let half = CareTransfer(from: "A", to: "B", givenBy: Self.physician)
        var whole = half
        whole.takenBy = Actor(role: .physician, name: "Cy")
        #expect(calendar(journal([(40, .careTransferred(half))]), day: 200)["visit/month-6"]?.isOpen == true)
        let given = calendar(journal([(40, .careTransferred(whole))]), day: 200)
        if case .notApplicable(let why) = given["visit/month-6"]?.status {
            #expect(why.contains("B follows up"))
        } else {
            Issue.record("the visit is still asked for")
        }
        #expect(given["handover"]?.status.isDone == true)
    }

    @Test(
        "Registry: the first form by day 30, day 100, month 6, then yearly; what was not sent stays overdue",
        arguments: [(30.0, "due"), (31, "overdue"), (5000, "overdue")])
    func registry(day: Double, words: String) {
        #expect(calendar(journal(), day: day)["registry/baseline"]?.status.words == words)
    }

    @Test("A registry form keeps the time that it names, else the time in which it is sent")
    func forms() {
        func form(_ text: String) -> Event { .registryFormSent(RegistryForm(form: text)) }
        let items = calendar(
            journal([
                (20, form("CIBMTR 4000")), (200, form("CIBMTR 4100, day 100")), (210, form("CIBMTR 4100")),
                (800, form("CIBMTR 4100 1 year")),
            ]), day: 900)
        #expect(items["registry/baseline"]?.status.isDone == true)
        #expect(items["registry/day-100"]?.status.words.contains("entry") == true)
        #expect(items["registry/month-6"]?.status.isDone == true)
        #expect(items["registry/year-1"]?.status.isDone == true)
        #expect(items["registry/year-2"]?.status == .overdue)
    }

    @Test("Tests for replication-competent virus only where a study asks; after three negatives samples are archived")
    func replication() {
        #expect(calendar(journal(), day: 31)["replication"]?.isOpen == false)
        func test(_ positive: Bool?) -> Event { .replicationTested(ReplicationTest(method: "PCR", positive: positive)) }
        let items = calendar(
            journal([(91, test(false)), (183, test(false)), (366, test(false)), (731, test(nil))]), day: 1000)
        #expect(items["replication/before"]?.wasMissed == true)
        for time in ["month-3", "month-6", "year-1", "year-2"] {
            #expect(items["replication/\(time)"]?.status.isDone == true, "\(time)")
        }
        #expect(items["replication/year-3"]?.what.hasPrefix("archive") == true)
        #expect(items["replication/year-1"]?.what.hasPrefix("test for") == true)
    }

    @Test("Second malignancies are asked for beyond year 15, for life")
    func lifelong() {
        let items = calendar(journal(), day: 20.5 * 365.25)
        #expect(items["second-malignancy/year-21"]?.status == .upcoming)
        #expect(items["second-malignancy/year-20"]?.isOverdue == true)
    }

    @Test("Vaccines: live not before month 12, 8 months after immunoglobulin, and with more than 200 CD4 cells")
    func vaccines() {
        func status(_ events: [(day: Double, event: Event)], _ day: Double) -> DueStatus? {
            calendar(journal(events), day: day)["vaccination/live"]?.status
        }
        #expect(status([], 364) == .upcoming)
        #expect(status([], 366)?.words.contains("CD4 cells are unknown") == true)
        #expect(status([(300, .labReported(LabResult(.cd4, 200)))], 366)?.words.contains("still forbidden") == true)
        #expect(status([(300, .labReported(LabResult(.cd4, 201)))], 366)?.isDone == true)
        let dose = DrugAdministration(drug: .immunoglobulin, amount: 30, unit: "g", minutes: 120)
        #expect(status([(300, .labReported(LabResult(.cd4, 201))), (350, .drugGiven(dose))], 400) == .upcoming)
        let items = calendar(journal([(350, .drugGiven(dose))]), day: 360)
        #expect(items["vaccination/inactivated"]?.status == .upcoming)
        #expect(items["vaccination/influenza-covid"]?.isOverdue == true)
    }

    @Test("Without a label the ends of the limits have no date, and the item says why")
    func unknownLabel() {
        for id in ["restriction/driving", "restriction/proximity"] {
            let item = calendar(journal(), day: 31)[id]
            #expect(item?.window == nil)
            #expect(item?.status.words.contains("the label is unknown") == true)
        }
    }

    @Test("Before infusion: markers within 30 days of collection, a pregnancy test for whom it is asked")
    func preparation() {
        var journal = Journal(therapy: "COI-1", subject: .training)
        func note(_ day: Double, _ event: Event) {
            journal.record(event, by: Self.physician, at: Bedside.time(day * 24))
        }
        note(-60, .referralReceived(.sample(age: 40)))
        note(-50, .infectiousMarkersReported(InfectiousMarkers(takenAt: Bedside.time(-55 * 24), markers: [])))
        #expect(calendar(journal, day: -30)["preparation/markers"]?.status.isDone == true)
        #expect(calendar(journal, day: -24.4)["preparation/markers"]?.status == .due)
        note(
            -20,
            .leukapheresisCompleted(Leukapheresis(collection: 1, cd3Before: 1, volumeProcessed: 10, cd3Collected: 1)))
        #expect(calendar(journal, day: -19)["preparation/markers"]?.wasMissed == true)
        note(-10, .batchReleased(Release(batch: "B1", inSpecification: true, deviations: [])))
        #expect(calendar(journal, day: -9)["preparation/pregnancy-test"]?.status == .due)
        note(-8, .fitnessChecked(FitnessCheck(pregnant: false)))
        #expect(calendar(journal, day: -7)["preparation/pregnancy-test"]?.status.isDone == true)
        note(-6, .referralReceived(.sample(age: 60)))
        #expect(calendar(journal, day: -5)["preparation/pregnancy-test"]?.isOpen == false)
    }

    @Test("What the chart says is due is the open part of the calendar", arguments: 0..<40)
    func chartAgrees(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        var events: [(day: Double, event: Event)] = []
        var day = 31.0
        while day < 2500 {
            day += Double.random(in: 5...90, using: &cases)
            switch Int.random(in: 0..<7, using: &cases) {
            case 0: events.append((day, .followUpVisited(FollowUpVisit(visit: "visit"))))
            case 1: events.append((day, .labReported(LabResult(.cd4, Double.random(in: 50...400, using: &cases)))))
            case 2: events.append((day, .labReported(LabResult(.immunoglobulinG, 5))))
            case 3: events.append((day, .vitalsTaken(.set())))
            case 4:
                events.append(
                    (day, .responseAssessed(ResponseAssessment(response: .partial, criteria: "", burdenRatio: 0.3))))
            case 5: events.append((day, .registryFormSent(RegistryForm(form: "CIBMTR 4100"))))
            default: events.append((day, .vaccinated(Vaccination(vaccine: "influenza", live: false))))
            }
        }
        let journal = journal(events)
        for _ in 0..<10 {
            let at = Bedside.time(Double.random(in: 0...2500, using: &cases) * 24)
            let whole = DueCalendar(of: journal, at: at).next
            #expect(Chart(of: journal, at: at).due(at: at) == whole)
        }
    }
}
