import Care
import Testing

/// A small journal by hand: referral to relapse, with CRS on days 2 to 4.
enum SmallJournal {
    static let nurse = Actor(role: .nurse, name: "Ada")

    static func make() -> Journal {
        var journal = Journal(therapy: "COI-1", subject: .training)
        func note(_ day: Double, _ event: Event) { journal.record(event, by: nurse, at: Bedside.time(day * 24)) }
        note(-40, .referralReceived(.sample()))
        note(-38, .eligibilityAssessed(EligibilityAssessment(eligible: true, reasons: [], productVersion: "p@1")))
        note(-37, .consentRecorded(Consent(given: true)))
        note(
            -30,
            .leukapheresisCompleted(Leukapheresis(collection: 1, cd3Before: 0.8, volumeProcessed: 12, cd3Collected: 4)))
        note(-28, .batchStarted(BatchStart(batch: "B1", attempt: 1, cd3Input: 2)))
        note(-12, .batchReleased(Release(batch: "B1", inSpecification: true, deviations: [])))
        note(-5, .drugGiven(DrugAdministration(drug: .fludarabine, amount: 54, unit: "mg", minutes: 30)))
        note(-1, .admitted(Admission(unit: .ward, reason: "infusion")))
        note(
            -0.1,
            .identityVerified(
                IdentityCheck(
                    band: "COI-1", bag: "COI-1", order: "COI-1", certificate: "COI-1", checkedBy: ["Ada", "Ben"])))
        note(
            0,
            .infusionCompleted(Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)))
        note(1, .vitalsTaken(.set(37.2)))
        note(2, .vitalsTaken(.set(38.6)))
        note(3, .vitalsTaken(.set(39.1, pressure: 60)))
        note(
            3,
            .orderPlaced(Order(id: "O1", drug: .tocilizumab, amount: 560, unit: "mg", doses: 1, reason: "", source: ""))
        )
        note(3.1, .drugGiven(DrugAdministration(drug: .tocilizumab, amount: 560, unit: "mg", minutes: 60)))
        note(3.2, .admitted(Admission(unit: .intensiveCare, reason: "shock")))
        note(4, .vitalsTaken(.set(36.9)))
        note(10, .discharged(Discharge(destination: "home")))
        note(30, .responseAssessed(ResponseAssessment(response: .complete, criteria: "Lugano 2014", burdenRatio: 0)))
        note(
            90, .responseAssessed(ResponseAssessment(response: .progressive, criteria: "Lugano 2014", burdenRatio: 1.5))
        )
        note(90, .progressionReported(Progression(relapse: true, antigenLoss: nil)))
        note(200, .died(Death(cause: .disease)))
        return journal
    }
}

@Suite("The chart of a journal")
struct ChartTests {
    private let journal = SmallJournal.make()

    private func chart(day: Double) -> Chart { Chart(of: journal, at: Bedside.time(day * 24)) }

    @Test(
        "The stage at several times",
        arguments: [
            (-39.0, Stage.referred), (-37.5, .eligible), (-29, .collected), (-20, .manufacturing),
            (-10, .productReleased),
            (-3, .conditioning), (0, .monitoring(day: 0)), (2.9, .monitoring(day: 2)), (28.9, .monitoring(day: 28)),
            (29, .followUp(day: 29)), (200, .dead(.disease)),
        ])
    func stage(day: Double, stage: Stage) {
        #expect(chart(day: day).stage(at: Bedside.time(day * 24)) == stage)
    }

    @Test("What has not happened yet is not seen")
    func time() {
        #expect(chart(day: 2).crsGrade == .grade1)
        #expect(chart(day: 3).crsGrade == .grade2)
        #expect(chart(day: 3).tocilizumabGivenAt.isEmpty)
        #expect(chart(day: 3).isOrdered(.tocilizumab))
        #expect(chart(day: 3.15).tocilizumabGivenAt == [Bedside.time(3.1 * 24)])
        #expect(!chart(day: 3.15).isOrdered(.tocilizumab))
        #expect(chart(day: 4).crsGrade == .none)
        #expect(chart(day: 4).crsEpisode?.peak == .grade2)
        #expect(chart(day: -3).infusedAt == nil)
        #expect(chart(day: -3).day(at: Bedside.time(0)) == nil)
    }

    @Test("Where the patient is, and since when")
    func place() {
        #expect(chart(day: 1).unit == .ward)
        #expect(chart(day: 4).unit == .intensiveCare)
        #expect(chart(day: 4).locatedSince == Bedside.time(3.2 * 24))
        #expect(chart(day: 11).unit == nil)
    }

    @Test("Best response stays; the latest and progression are told apart")
    func response() {
        let chart = chart(day: 100)
        #expect(chart.bestResponse == .complete)
        #expect(chart.latestResponse?.assessment.response == .progressive)
        #expect(chart.progression?.at == Bedside.time(90 * 24))
        #expect(self.chart(day: 250).death?.cause == .disease)
    }

    @Test("What is written late counts where it happened")
    func lateRecord() throws {
        var journal = journal
        var late = try #require(journal.entries.last)
        late.sequence += 1
        late.occurredAt = Bedside.time(2.5 * 24)
        late.event = .vitalsTaken(.set(39, vasopressors: 2))
        try journal.append(late)
        #expect(Chart(of: journal, at: Bedside.time(2.6 * 24)).crsGrade == .grade4)
        #expect(Chart(of: journal, at: Bedside.time(4 * 24)).crsGrade == .none)
        #expect(Chart(of: journal).crsEpisode?.peak == .grade4)
    }

    @Test("A failed batch is no longer released")
    func recall() {
        var chart = chart(day: -10)
        chart.apply(
            .batchFailed(BatchFailure(batch: "B2", reason: "", remanufacture: false)), at: Bedside.time(-9.5 * 24))
        #expect(chart.released?.batch == "B1")
        chart.apply(
            .batchFailed(BatchFailure(batch: "B1", reason: "sterility", remanufacture: true)), at: Bedside.time(-9 * 24)
        )
        #expect(chart.released == nil)
        #expect(chart.stage(at: Bedside.time(-9 * 24)) == .collected)
        #expect(chart.hardStops(at: Bedside.time(-9 * 24)).contains { $0.reason == "no released batch" })
    }
}

@Suite("Corrections")
struct CorrectionTests {
    private func correct(_ sequences: [Int]) throws -> Chart {
        var journal = SmallJournal.make()
        for sequence in sequences {
            journal.record(
                .corrected(Correction(sequence: sequence, reason: "typing error")), by: SmallJournal.nurse,
                at: Bedside.time(201 * 24))
        }
        return Chart(of: journal, at: Bedside.time(3 * 24))
    }

    /// Entry 13 is the hypotension of day 3.
    @Test("A corrected entry counts no more")
    func struck() throws {
        #expect(try correct([]).crsGrade == .grade2)
        #expect(try correct([13]).crsGrade == .grade1)
    }

    @Test("The correction of a correction gives the entry back")
    func restored() throws {
        let correction = SmallJournal.make().entries.count + 1
        #expect(try correct([13, correction]).crsGrade == .grade2)
        #expect(try correct([13, correction, correction + 1]).crsGrade == .grade1)
    }
}
