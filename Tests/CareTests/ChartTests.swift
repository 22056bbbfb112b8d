import Testing

@testable import Care

/// The chart of a journal: stages, corrections, what is due, what is forbidden, and where the patient belongs.
@Suite struct ChartTests {
    /// From referral to day 40, by hand.
    private func journal() -> Journal {
        var journal = Journal(therapy: "T-1", subject: .training)
        func add(_ day: Double, _ event: Event) {
            journal.record(event, by: Actor(role: .nurse, name: "n"), at: Ward.day(day))
        }
        add(-40, .referralReceived(Ward.referral()))
        add(-39, .eligibilityAssessed(EligibilityAssessment(eligible: true, reasons: [], productVersion: "axi@1")))
        add(-38, .consentRecorded(Consent(given: true)))
        add(
            -30,
            .leukapheresisCompleted(Leukapheresis(collection: 1, cd3Before: 0.5, volumeProcessed: 11, cd3Collected: 3)))
        add(-28, .batchStarted(BatchStart(batch: "B1", attempt: 1, cd3Input: 1)))
        add(-12, .batchReleased(Release(batch: "B1", inSpecification: true, deviations: [])))
        add(-5, Ward.dose(.fludarabine, 57))
        add(
            -0.01,
            .identityVerified(
                IdentityCheck(band: "T-1", bag: "T-1", order: "T-1", certificate: "T-1", checkedBy: ["a", "b"])))
        add(
            0,
            .infusionCompleted(Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)))
        add(0.1, .admitted(Admission(unit: .ward, reason: "infusion")))
        add(3, Ward.vitals(39.1))
        add(9, Ward.vitals(36.8))
        add(12, .discharged(Discharge(destination: "home")))
        add(30, .responseAssessed(ResponseAssessment(response: .partial, criteria: "Lugano 2014", burdenRatio: 0.3)))
        add(90, .responseAssessed(ResponseAssessment(response: .complete, criteria: "Lugano 2014", burdenRatio: 0)))
        return journal
    }

    static let stages: [(Double, Stage)] = [
        (-40, .referred), (-39, .eligible), (-30, .collected), (-28, .manufacturing), (-12, .productReleased),
        (-5, .conditioning), (0, .monitoring(day: 0)), (5.9, .monitoring(day: 5)), (28.9, .monitoring(day: 28)),
        (29, .followUp(day: 29)), (100, .followUp(day: 100)),
    ]

    @Test(arguments: stages) func `the stage at a time`(day: Double, expected: Stage) {
        #expect(Chart(of: journal(), at: Ward.day(day)).stage(at: Ward.day(day)) == expected)
    }

    @Test func `a chart sees nothing that happened later`() {
        let journal = journal()
        #expect(Chart(of: journal, at: Ward.day(2.9)).crsGrade == .none)
        #expect(Chart(of: journal, at: Ward.day(3)).crsGrade == .grade1)
        #expect(Chart(of: journal, at: Ward.day(40)).bestResponse == .partial)
        #expect(Chart(of: journal).bestResponse == .complete)
    }

    @Test func `what a correction strikes out is not seen`() {
        var journal = journal()
        let fever = journal.entries.first { $0.event.type == .vitalsTaken }!
        journal.record(
            .corrected(Correction(sequence: fever.sequence, reason: "another patient's")),
            by: Actor(role: .nurse, name: "n"), at: Ward.day(3.2))
        #expect(Chart(of: journal).crsEpisode == nil)
    }

    @Test func `what was written late sits where it happened`() {
        var journal = journal()
        journal.record(
            Ward.vitals(39, vasopressors: 1), by: Actor(role: .nurse, name: "n"), at: Ward.day(3.5),
            recordedAt: Ward.day(10))
        #expect(Chart(of: journal, at: Ward.day(3.6)).crsGrade == .grade3)
        #expect(Chart(of: journal).crsEpisode?.peak == .grade3)
    }

    @Test func `a chart folded event by event is the chart of the file read back`() throws {
        let journal = journal()
        var folded = Chart(therapy: journal.therapy)
        for entry in journal.entries { folded.apply(entry.event, at: entry.occurredAt) }
        let read = Chart(of: try Journal(ndjson: journal.ndjson(), file: nil))
        #expect(folded.crs == read.crs && folded.crsEpisode == read.crsEpisode)
        #expect(folded.bestResponse == read.bestResponse && folded.unit == read.unit)
        #expect(folded.due(at: Ward.day(100)) == read.due(at: Ward.day(100)))
    }

    // MARK: Due and forbidden

    @Test func `vital signs are due every 6 hours in hospital, and overdue after`() throws {
        var chart = Ward.infused()
        chart.apply(Ward.vitals(), at: Ward.day(2))
        func vitals(_ day: Double) throws -> DueItem {
            try #require(chart.due(at: Ward.day(day)).first { $0.what == "vital signs" })
        }
        #expect(try vitals(2.25).at == Ward.day(2.25))
        #expect(try !vitals(2.25).isOverdue)
        #expect(try vitals(2.26).isOverdue)
    }

    @Test func `follow-up goes on to year 15`() {
        let chart = Ward.infused()
        #expect(chart.due(at: Ward.day(5400)).contains { $0.at == Ward.day(5475) })
        #expect(!chart.due(at: Ward.day(5476)).contains { $0.what.contains("visit") })
    }

    @Test func `the next dose of a running order is due by its interval`() throws {
        var chart = Ward.infused()
        let order = Order(
            id: "O", drug: .dexamethasone, amount: 10, unit: "mg", intervalHours: 6, reason: "CRS 3", source: "ASCO")
        chart.apply(.orderPlaced(order), at: Ward.day(4))
        chart.apply(Ward.dose(.dexamethasone), at: Ward.day(4))
        let item = try #require(chart.due(at: Ward.day(4.1)).first { $0.what.hasPrefix("dexamethasone") })
        #expect(item.at == Ward.day(4.25))
    }

    @Test func `an order of one dose is done when it is given`() {
        var chart = Ward.infused()
        chart.apply(
            .orderPlaced(
                Order(id: "O", drug: .tocilizumab, amount: 560, unit: "mg", doses: 1, reason: "", source: "")),
            at: Ward.day(4))
        #expect(chart.activeOrders.count == 1)
        chart.apply(Ward.dose(.tocilizumab, 560), at: Ward.day(4))
        #expect(chart.activeOrders.isEmpty)
    }

    @Test func `no infusion without consent, release, lymphodepletion and identity`() {
        let journal = journal()
        func stops(_ day: Double) -> [HardStop] {
            Chart(of: journal, at: Ward.day(day)).hardStops(at: Ward.day(day)).filter { $0.action == "infusion" }
        }
        #expect(stops(-13).contains { $0.reason == "no released batch" && !$0.canBeOverridden })
        #expect(stops(-6).contains { $0.reason.contains("lymphodepletion") && $0.canBeOverridden })
        #expect(stops(-1).contains { $0.reason.contains("identity") && !$0.canBeOverridden })
        #expect(stops(-0.005).isEmpty)
    }

    static let mismatches: [IdentityCheck] = [
        IdentityCheck(band: "T-2", bag: "T-1", order: "T-1", certificate: "T-1", checkedBy: ["a", "b"]),
        IdentityCheck(band: "T-1", bag: "T-2", order: "T-1", certificate: "T-1", checkedBy: ["a", "b"]),
        IdentityCheck(band: "T-1", bag: "T-1", order: "T-2", certificate: "T-1", checkedBy: ["a", "b"]),
        IdentityCheck(band: "T-1", bag: "T-1", order: "T-1", certificate: "T-2", checkedBy: ["a", "b"]),
        IdentityCheck(band: "T-9", bag: "T-9", order: "T-9", certificate: "T-9", checkedBy: ["a", "b"]),
        IdentityCheck(band: "T-1", bag: "T-1", order: "T-1", certificate: "T-1", checkedBy: ["a", "a"]),
    ]

    @Test(arguments: mismatches) func `an identity that does not match stops the infusion, and cannot be overridden`(
        check: IdentityCheck
    ) {
        var journal = Journal(therapy: "T-1", subject: .training)
        for entry in self.journal().entries.prefix(7) {
            journal.record(entry.event, by: entry.actor, at: entry.occurredAt)
        }
        journal.record(.identityVerified(check), by: Actor(role: .nurse, name: "n"), at: Ward.day(-0.01))
        let stops = Chart(of: journal).hardStops(at: Ward.day(-0.005)).filter { $0.action == "infusion" }
        #expect(!stops.isEmpty && stops.allSatisfy { !$0.canBeOverridden })
    }

    // MARK: Where the patient belongs

    @Test func `home after 24 hours without fever, without support, and not before the planned day`() {
        func ready(fever: Double, now: Double = 8, oxygen: OxygenSupport = .roomAir, earliest: Double = 7) -> Bool {
            var chart = Ward.infused()
            chart.apply(Ward.vitals(38.5), at: Ward.day(fever))
            chart.apply(Ward.dose(.tocilizumab, 560), at: Ward.day(fever))
            chart.apply(Ward.vitals(36.8, oxygen: oxygen), at: Ward.day(now))
            return CareRules.readyForDischarge(chart, at: Ward.day(now), earliestDay: earliest)
        }
        #expect(ready(fever: 7) && !ready(fever: 7.1))
        #expect(!ready(fever: 6, oxygen: .nasalCannula(litresPerMinute: 1)))
        #expect(!ready(fever: 6, earliest: 8.1))
    }

    @Test func `fever at home brings a patient back, in the first 30 days`() {
        func comes(_ temperature: Double, _ day: Double) -> Bool {
            var chart = Ward.infused()
            chart.apply(.discharged(Discharge(destination: "home")), at: Ward.day(1))
            chart.apply(Ward.vitals(temperature), at: Ward.day(day))
            return CareRules.needsAdmission(chart, at: Ward.day(day))
        }
        #expect(comes(38.0, 4) && !comes(37.9, 4) && comes(38.5, 30) && !comes(38.5, 30.1))
    }

    @Test func `intensive care from grade 3 of CRS or ICANS`() {
        var chart = Ward.infused()
        chart.apply(Ward.vitals(39, map: 60), at: Ward.day(3))
        #expect(!CareRules.needsIntensiveCare(chart))
        chart.apply(Ward.vitals(39, vasopressors: 1), at: Ward.day(3.1))
        #expect(CareRules.needsIntensiveCare(chart))
        chart.apply(Ward.vitals(), at: Ward.day(6))
        chart.apply(Ward.ice(2), at: Ward.day(6))
        #expect(CareRules.needsIntensiveCare(chart))
    }

    @Test func `eligibility: both sides of a limit, and unknown blocks`() {
        let criteria = [
            Criterion(quantity: .age, atLeast: 18, atMost: 75, unit: "a", source: "test"),
            Criterion(quantity: .neutrophils, atLeast: 1.0, atMost: nil, unit: "10*9/L", source: "test"),
        ]
        func assess(_ age: Double?, _ neutrophils: Double?) -> EligibilityAssessment {
            Eligibility.assess(criteria, productVersion: "axi@1") { $0 == .age ? age : neutrophils }
        }
        #expect(assess(18, 1.0).eligible && assess(75, 1.0).eligible)
        #expect(!assess(17.9, 1).eligible && !assess(75.1, 1).eligible && !assess(50, 0.99).eligible)
        let unknown = assess(50, nil)
        #expect(!unknown.eligible && unknown.reasons == ["neutrophils is unknown"])
        #expect(unknown.productVersion == "axi@1")
    }
}
