import Care

/// A journal of fifteen years and 20,000 entries: referral to infusion, four weeks on a ward with vital signs every
/// hour and all of the laboratory daily, CRS with its treatment, then visits with laboratory to year 15, some written
/// late and some struck out.
enum LongJournal {
    static let infusion = Instant(millisecondsSince1970: 1_772_366_400_000, zoneOffsetMinutes: 60)

    static func make(entries count: Int) -> Journal {
        var writer = Writer()
        writer.prepare()
        writer.hospital()
        writer.followUp(until: count)
        return writer.journal
    }
}

private struct Writer {
    private(set) var journal = Journal(therapy: "COI-1", subject: .real)
    private let nurse = Actor(role: .nurse, name: "Ada Example")
    private let laboratory = Actor(role: .laboratory, name: "Laboratory")
    private let physician = Actor(role: .physician, name: "Ben Example")
    private var state: UInt64 = 1

    private mutating func random() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 24)
    }

    private mutating func note(_ day: Double, _ event: Event, by actor: Actor, late: Double = 0) {
        journal.record(
            event, by: actor, at: LongJournal.infusion.advanced(byDays: day - late),
            recordedAt: LongJournal.infusion.advanced(byDays: day))
    }

    mutating func prepare() {
        let referral = Referral(
            disease: "large B-cell lymphoma", age: 61, sex: .female, weight: 70, height: 168, priorLines: 2, ecog: 1)
        note(-40, .referralReceived(referral), by: physician)
        note(-38, .consentRecorded(Consent(given: true)), by: physician)
        note(-10, .batchReleased(Release(batch: "B1", inSpecification: true, deviations: [])), by: physician)
        note(
            0,
            .infusionCompleted(
                Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)), by: nurse)
        note(0, .admitted(Admission(unit: .ward, reason: "infusion")), by: nurse)
    }

    mutating func hospital() {
        for hour in 1...(28 * 24) {
            let day = Double(hour) / 24
            vitals(day, fever: day > 2 && day < 6)
            if hour % 12 == 0 { note(day, .neurologyAssessed(neurology), by: nurse) }
            if hour % 24 == 0 { bloods(day) }
            if hour % 6 == 0, day > 3, day < 7 {
                note(
                    day, .drugGiven(DrugAdministration(drug: .dexamethasone, amount: 10, unit: "mg", minutes: 0)),
                    by: nurse)
            }
        }
        note(28.1, .discharged(Discharge(destination: "home")), by: nurse)
    }

    /// Visits spread evenly over fifteen years until the journal is full; every fiftieth visit is written a week late,
    /// every hundredth has a result struck out.
    mutating func followUp(until count: Int) {
        let perVisit = 2 + Analyte.allCases.count
        let visits = (count - journal.entries.count) / perVisit
        for visit in 1...visits {
            let day = 29 + Double(visit) / Double(visits) * (15 * 365.25 - 29)
            note(day, .followUpVisited(FollowUpVisit(visit: "visit \(visit)")), by: physician)
            vitals(day, fever: false, late: visit % 50 == 0 ? 7 : 0)
            bloods(day)
            if visit % 100 == 0 {
                let wrong = journal.entries.count
                note(day, .corrected(Correction(sequence: wrong, reason: "other patient")), by: laboratory)
            }
        }
        while journal.entries.count < count { vitals(15 * 365.25, fever: false) }
    }

    private let neurology = NeurologicalAssessment(
        ice: ICEScore(10), consciousness: .spontaneous, seizure: NeurologicalAssessment.Seizure.none,
        focalWeakness: false, oedema: NeurologicalAssessment.Oedema.none)

    private mutating func vitals(_ day: Double, fever: Bool, late: Double = 0) {
        note(
            day,
            .vitalsTaken(
                VitalSigns(
                    temperature: (fever ? 38.5 : 36.6) + random(), meanArterialPressure: (75 + 10 * random()).rounded(),
                    heartRate: 80, oxygenSaturation: 97, oxygen: .roomAir, vasopressors: 0, vasopressin: false,
                    fluidBolus: false, otherCause: false)), by: nurse, late: late)
    }

    private mutating func bloods(_ day: Double) {
        for analyte in Analyte.allCases {
            note(day, .labReported(LabResult(analyte, 1 + 3 * random())), by: laboratory)
        }
    }
}
