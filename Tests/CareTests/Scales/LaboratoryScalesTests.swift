import Testing

@testable import Care

/// Scales that read all results of a journal.
@Suite("Scales of the blood, from a journal")
struct LaboratoryScalesTests {
    private static let actor = Actor(role: .laboratory, name: "Lab")

    /// A journal with its infusion at hour 0, lymphodepletion five days before, and results by hour.
    private func journal(_ results: [(LabResult, Double)], lymphodepletion: Bool = true) -> Journal {
        var events: [(Event, Double)] = results.map { (.labReported($0.0), $0.1) }
        if lymphodepletion {
            events.append(
                (.drugGiven(DrugAdministration(drug: .fludarabine, amount: 50, unit: "mg", minutes: 30)), -120))
        }
        events.append(
            (
                .infusionCompleted(
                    Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)), 0
            ))
        var journal = Journal(therapy: "COI-1", subject: .training)
        for (event, hour) in events.sorted(by: { $0.1 < $1.1 }) {
            journal.record(event, by: Self.actor, at: Bedside.time(hour))
        }
        return journal
    }

    private func scales(of journal: Journal, hour: Double) -> LaboratoryScales {
        let now = Bedside.time(hour)
        return LaboratoryScales(of: journal, chart: Chart(of: journal, at: now), at: now)
    }

    @Test("CAR-HEMATOTOX takes the last results before lymphodepletion, never those after it")
    func baseline() throws {
        let before: [(LabResult, Double)] = [
            (LabResult(.platelets, 300), -300), (LabResult(.platelets, 60), -130), (LabResult(.neutrophils, 3), -130),
            (LabResult(.haemoglobin, 12), -130), (LabResult(.crp, 5), -130), (LabResult(.ferritin, 200), -130),
        ]
        let after: [(LabResult, Double)] = [(LabResult(.platelets, 20), 24), (LabResult(.ferritin, 9000), 24)]
        let verdict = try #require(scales(of: journal(before + after), hour: 48).carHematotox)
        #expect(verdict.grade?.rawValue == 2, "platelets of 60 are two points, all else none")
        #expect(verdict.risk == .high)
    }

    @Test("days of neutropenia are those from the first to the last count of 0.5 or less on end")
    func neutropenia() throws {
        func days(_ counts: [(Double, Double)]) throws -> Double {
            let results = counts.map { (LabResult(.neutrophils, $0.0), $0.1 * 24) }
            return try #require(scales(of: journal(results), hour: 24 * 29).neutropenia).days
        }
        #expect(try days([(0.4, 1), (0.6, 2), (0.5, 3), (0.1, 10), (0.5, 17)]) == 14)
        #expect(try days([(0.4, 1), (0.1, 17), (0.51, 18)]) == 0)
    }

    @Test("neutrophils of 0.5 or less for seven days are early ICAHT of grade 2, and counsel knows of it")
    func earlyICAHT() throws {
        let counts = (0...31).map { day in
            (LabResult(.neutrophils, (3...9).contains(day) ? 0.4 : 2), Double(day) * 24 + 6)
        }
        let journal = journal(counts)
        let found = scales(of: journal, hour: 24 * 32)
        #expect(found.earlyICAHT?.verdict.grade == .grade2)
        var picture = ClinicalPicture(of: Chart(of: journal), at: Bedside.time(24 * 32))
        picture.take(found)
        #expect(picture[.icahtGrade]?.value == 0, "after day 30 the late grade speaks, and one count of 2 is none")
        #expect(picture[.daysOfNeutropenia]?.value == 0)
        #expect(scales(of: journal, hour: 24 * 5).lateICAHT == nil)
    }

    @Test(
        "IEC-HS: ferritin against its baseline, ALT against the laboratory's limit, fibrinogen, both sides of each threshold",
        arguments: [
            (LabResult(.ferritin, 1000), "ferritin 1000 ng/mL above twice the baseline 500: no"),
            (LabResult(.ferritin, 1001), "ferritin 1001 ng/mL above twice the baseline 500: yes"),
            (LabResult(.alt, 200), "transaminases 5 times normal or baseline, above 5: no"),
            (LabResult(.alt, 204), "transaminases 5.1 times normal or baseline, above 5: yes"),
            (LabResult(.fibrinogen, 1.5, lowerLimit: 1.5), "fibrinogen 1.5 g/L below 1.5 or the lower limit: no"),
            (LabResult(.fibrinogen, 1.49, lowerLimit: 1.5), "fibrinogen 1.49 g/L below 1.5 or the lower limit: yes"),
        ])
    func iecHS(result: LabResult, finding: String) throws {
        let results: [(LabResult, Double)] = [
            (LabResult(.ferritin, 500), -1), (LabResult(.alt, 30, upperLimit: 40), -1), (result, 200),
        ]
        let verdict = try #require(scales(of: journal(results), hour: 201).iecHS)
        #expect(verdict.findings.map(\.description).contains(finding), "\(verdict.findings)")
        #expect(verdict.lowest == .notMet, "whether something else explains it the blood cannot say")
        #expect(verdict.unknown.contains("haemophagocytosis"))
    }

    @Test("units of the laboratory become those of the guidelines: fibrinogen 0.9 g/L is 90 mg/dL")
    func units() throws {
        let journal = journal([
            (LabResult(.fibrinogen, 0.9), 70), (LabResult(.phosphate, 2), 70), (LabResult(.cd4, 150), 70),
        ])
        let picture = ClinicalPicture(of: Chart(of: journal), at: Bedside.time(71))
        #expect(abs(try #require(picture[.fibrinogen]).value - 90) < 1e-9)
        #expect(abs(try #require(picture[.phosphate]).value - 6.194) < 1e-9)
        #expect(picture[.cd4]?.value == 150)
    }

    @Test("the order of recording changes nothing, and results that were struck out are not read")
    func order() throws {
        let results: [(LabResult, Double)] = [(LabResult(.neutrophils, 0.2), 24), (LabResult(.neutrophils, 0.3), 240)]
        var written = journal(results)
        #expect(scales(of: written, hour: 241).neutropenia?.days == 9)
        let first = try #require(written.entries.first { $0.event == .labReported(results[0].0) }).sequence
        written.record(
            .corrected(Correction(sequence: first, reason: "other patient's blood")), by: Self.actor,
            at: Bedside.time(240.5))
        #expect(scales(of: written, hour: 241).neutropenia?.days == 0)
    }
}
