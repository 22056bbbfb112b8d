import Testing

@testable import Care

/// A patient infused at hour 0, whose alerts are asked for.
struct Watch {
    private(set) var journal = Journal(therapy: "COI-1", subject: .training)
    static let physician = Actor(role: .physician, name: "Ben")

    /// In a ward or at home, with complete vital signs every six hours up to `vitalsUntil` hours.
    init(atHome: Bool = false, vitalsUntil last: Int = 0, bag: String? = nil) {
        note(-1000, .referralReceived(.sample()))
        note(
            0,
            .infusionCompleted(
                Infusion(
                    batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20, bag: bag)))
        if !atHome { note(0, .admitted(Admission(unit: .ward, reason: "infusion"))) }
        for hour in stride(from: 6, through: last, by: 6) { note(Double(hour), .vitalsTaken(.set())) }
    }

    mutating func note(_ hour: Double, _ event: Event) {
        let at = Bedside.time(hour)
        let written = max(at, journal.entries.last?.recordedAt ?? at)
        journal.record(event, by: Self.physician, at: at, recordedAt: written)
    }

    mutating func report(_ analyte: Analyte, _ value: Double, hour: Double) {
        note(hour, .labReported(LabResult(analyte, value)))
    }

    func standing(hour: Double, label: Label? = nil) -> [String] {
        Alerts.standing(in: journal, at: Bedside.time(hour), label: label).map(\.id)
    }

    func all(hour: Double) -> [Alert] { Alerts.all(in: journal, at: Bedside.time(hour)) }

    /// Whether an alert of a family stands.
    func stands(_ family: String, hour: Double, label: Label? = nil) -> Bool {
        standing(hour: hour, label: label).contains { $0.hasPrefix(family + "/") }
    }
}

@Suite("Alerts")
struct AlertTests {
    @Test("Neutrophils below 0.5 are said once an episode, and end at 0.75: a value that wavers says nothing twice")
    func neutrophils() {
        var watch = Watch()
        let values = [0.5, 0.49, 0.55, 0.3, 0.74, 0.45, 0.75, 0.6, 0.5, 0.4]
        for (index, value) in values.enumerated() {
            watch.report(.neutrophils, value, hour: 24 * Double(index + 20))
        }
        let all = watch.all(hour: 24 * 30).filter { $0.id.hasPrefix("anc-below-0.5/") }.sorted { $0.since < $1.since }
        #expect(all.map(\.since) == [Bedside.time(24 * 21), Bedside.time(24 * 29)])
        #expect(all.first?.resolution?.at == Bedside.time(24 * 26))
        #expect(all.first { $0.resolution == nil }?.id == "anc-below-0.5/2026-03-30")
    }

    @Test(
        "Both sides of each laboratory limit",
        arguments: [
            (Analyte.neutrophils, 0.5, 0.49, "anc-below-0.5"), (.neutrophils, 0.1, 0.09, "anc-below-0.1"),
            (.immunoglobulinG, 4, 3.99, "igg-below-4"), (.ferritin, 9_999, 10_000, "ferritin-above-10000"),
        ])
    func limits(analyte: Analyte, fine: Double, bad: Double, family: String) {
        var watch = Watch()
        watch.report(analyte, fine, hour: 24)
        #expect(!watch.stands(family, hour: 25))
        watch.report(analyte, bad, hour: 48)
        #expect(watch.stands(family, hour: 49))
    }

    @Test("Neutrophils that do not recover are said again after 14 days, not before")
    func longNeutropenia() {
        var watch = Watch()
        watch.report(.neutrophils, 0.2, hour: 24)
        watch.report(.neutrophils, 0.3, hour: 24 * 10)
        #expect(!watch.stands("anc-below-0.5-long", hour: 24 * 15 - 1))
        #expect(watch.stands("anc-below-0.5-long", hour: 24 * 15))
        watch.report(.neutrophils, 1, hour: 24 * 15 + 1)
        #expect(!watch.stands("anc-below-0.5-long", hour: 24 * 16))
    }

    @Test("Vital signs that do not come: after 9 h in hospital, after 18 h at home, no more after day 14 there")
    func vitalSigns() {
        let ward = Watch(vitalsUntil: 24)
        #expect(!ward.stands("vital-signs-missed", hour: 32.9))
        #expect(ward.stands("vital-signs-missed", hour: 33))
        let home = Watch(atHome: true, vitalsUntil: 24)
        #expect(!home.stands("vital-signs-missed", hour: 41.9))
        #expect(home.stands("vital-signs-missed", hour: 42))
        #expect(!home.stands("vital-signs-missed", hour: 24 * 14 + 0.1))
        var late = Watch(atHome: true, vitalsUntil: 24)
        late.note(60, .vitalsTaken(.set()))
        #expect(!late.stands("vital-signs-missed", hour: 61))
        #expect(late.all(hour: 61).filter { $0.id.hasPrefix("vital-signs-missed") }.count == 1)
        // What is written late closes the gap: the alert was never due.
        late.note(40, .vitalsTaken(.set()))
        late.note(50, .vitalsTaken(.set()))
        #expect(late.all(hour: 61).allSatisfy { !$0.id.hasPrefix("vital-signs-missed") })
    }

    @Test("A grade of the signs waits for the team's signature: 3 at once, 1 after an hour; a signature clears it")
    func grades() {
        var watch = Watch(vitalsUntil: 24)
        watch.note(26, .vitalsTaken(.set(39)))
        #expect(!watch.stands("crs-grade-1-unsigned", hour: 26.5))
        #expect(watch.stands("crs-grade-1-unsigned", hour: 27.1))
        watch.note(28, .vitalsTaken(.set(39, vasopressors: 1)))
        #expect(watch.stands("crs-grade-3-unsigned", hour: 28))
        #expect(!watch.stands("crs-grade-1-unsigned", hour: 28))
        watch.note(28.2, .crsGraded(CRSGrading(grade: .grade3)))
        #expect(watch.standing(hour: 28.3).allSatisfy { !$0.hasPrefix("crs") })
        watch.note(29, .neurologyAssessed(.adult(ice: 1)))
        #expect(watch.stands("icans-grade-3-unsigned", hour: 29))
    }

    @Test("A grade written in the same moment never becomes an alert; a fall is said after a day")
    func signedAtOnce() {
        var watch = Watch(vitalsUntil: 24)
        watch.note(26, .vitalsTaken(.set(39, vasopressors: 2)))
        watch.note(26, .crsGraded(CRSGrading(grade: .grade4)))
        #expect(watch.all(hour: 27).isEmpty)
        watch.note(80, .vitalsTaken(.set()))
        #expect(!watch.stands("crs-grade-fall-unsigned", hour: 103))
        for hour in stride(from: 84, through: 108, by: 6) { watch.note(Double(hour), .vitalsTaken(.set())) }
        #expect(watch.stands("crs-grade-fall-unsigned", hour: 108))
        watch.note(109, .crsGraded(CRSGrading(grade: .none)))
        #expect(!watch.stands("crs-grade-fall-unsigned", hour: 110))
    }

    @Test("A team that writes less than the signs show is told so once; a new rise waits for its signature again")
    func differs() {
        var watch = Watch(vitalsUntil: 24)
        watch.note(26, .vitalsTaken(.set(39, vasopressors: 1)))
        watch.note(27, .crsGraded(CRSGrading(grade: .grade1)))
        watch.note(28, .vitalsTaken(.set(39, vasopressors: 1)))
        watch.note(29, .crsGraded(CRSGrading(grade: .grade1)))
        let ids = watch.all(hour: 30).map(\.id)
        #expect(ids.sorted() == ["crs-grade-3-differs/2026-03-02", "crs-grade-3-unsigned/2026-03-02"])
        #expect(watch.standing(hour: 30) == ["crs-grade-3-differs/2026-03-02"])
        watch.note(31, .vitalsTaken(.set(39, vasopressors: 2)))
        #expect(watch.standing(hour: 31) == ["crs-grade-4-unsigned/2026-03-02"])
        watch.note(32, .crsGraded(CRSGrading(grade: .grade4)))
        #expect(watch.standing(hour: 32).isEmpty)
    }

    @Test("Fever at home calls the patient in, until admitted or a day without fever")
    func fever() {
        var watch = Watch(atHome: true, vitalsUntil: 24)
        watch.note(30, .vitalsTaken(.set(37.9)))
        #expect(!watch.stands("fever-at-home", hour: 31))
        watch.note(36, .vitalsTaken(.set(38.0)))
        #expect(watch.stands("fever-at-home", hour: 36))
        watch.note(48, .vitalsTaken(.set(36.8)))
        #expect(watch.stands("fever-at-home", hour: 48))
        watch.note(60, .vitalsTaken(.set(36.8)))
        #expect(!watch.stands("fever-at-home", hour: 60))
        watch.note(70, .vitalsTaken(.set(38.5)))
        watch.note(71, .admitted(Admission(unit: .ward, reason: "fever")))
        #expect(!watch.stands("fever-at-home", hour: 72))
        let ids = watch.all(hour: 72).filter { $0.id.hasPrefix("fever-at-home") }.map(\.id)
        #expect(ids.sorted() == ["fever-at-home/2026-03-03", "fever-at-home/2026-03-04"])
    }

    @Test("Tocilizumab: what is left on site, the third dose, the fourth")
    func tocilizumab() {
        var watch = Watch(vitalsUntil: 120)
        watch.note(
            -1, .readinessConfirmed(Readiness(what: .tocilizumab, ready: true, count: 3)))
        func dose(_ hour: Double) {
            watch.note(hour, .drugGiven(DrugAdministration(drug: .tocilizumab, amount: 560, unit: "mg", minutes: 60)))
        }
        dose(48)
        #expect(!watch.stands("tocilizumab-stock", hour: 49))
        dose(56)
        #expect(watch.stands("tocilizumab-stock", hour: 57))
        dose(64)
        #expect(watch.stands("tocilizumab-one-left", hour: 65))
        dose(80)
        #expect(watch.stands("tocilizumab-none-left", hour: 81))
        #expect(!watch.stands("tocilizumab-one-left", hour: 81))
        watch.note(82, .readinessConfirmed(Readiness(what: .tocilizumab, ready: true, count: 4)))
        #expect(!watch.stands("tocilizumab-stock", hour: 83))
    }

    @Test("Ferritin that doubles in two days once CRS is past its height, not while CRS rises")
    func ferritin() {
        func watch(crsPast: Bool) -> Watch {
            var watch = Watch(vitalsUntil: 24)
            watch.note(48, .vitalsTaken(.set(39, pressure: 60, fluids: true)))
            if crsPast { for hour in [80.0, 86] { watch.note(hour, .vitalsTaken(.set())) } }
            watch.report(.ferritin, 1_500, hour: 90)
            watch.report(.ferritin, 3_100, hour: 114)
            return watch
        }
        #expect(watch(crsPast: true).stands("ferritin-rising", hour: 115))
        #expect(!watch(crsPast: false).stands("ferritin-rising", hour: 115))
        var falling = watch(crsPast: true)
        falling.report(.ferritin, 5_000, hour: 138)
        falling.report(.ferritin, 3_600, hour: 162)
        #expect(falling.stands("ferritin-rising", hour: 163))
        falling.report(.ferritin, 3_500, hour: 186)
        #expect(!falling.stands("ferritin-rising", hour: 187))
    }

    @Test("A thawed bag: at half of its window, at its end; unknown without a label; until it is infused")
    func thaw() {
        var watch = Watch(vitalsUntil: 24)
        watch.note(25, .thawEnded(Thaw(bag: "BAG-2", chainOfIdentity: "COI-1")))
        #expect(watch.stands("thaw-clock/BAG-2", hour: 25))
        watch.note(
            25.4,
            .infusionCompleted(
                Infusion(batch: "B1", carPositiveCells: 1, cellsPerKilogram: 1, minutesSinceThaw: 24, bag: "BAG-2")))
        #expect(!watch.stands("thaw-clock/BAG-2", hour: 25.5))
    }

    @Test("Death ends all alerts but those about the product and second malignancies")
    func death() {
        var watch = Watch(vitalsUntil: 24)
        watch.report(.neutrophils, 0.1, hour: 20)
        watch.note(30, .secondMalignancyReported(SecondMalignancy(lineage: .tCell, description: "T-cell lymphoma")))
        watch.note(31, .batchRecalled(Recall(batch: "B1", reason: "mould")))
        watch.note(40, .died(Death(cause: .infection)))
        let families = watch.standing(hour: 24 * 400).map { $0.split(separator: "/")[0] }.sorted()
        #expect(families == ["recall", "second-malignancy"])
    }
}
