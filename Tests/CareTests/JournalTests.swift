import Care
import Testing

@Suite("Journal as NDJSON")
struct JournalTests {
    static let subjects: [SubjectKind] = [
        .real, .training, .simulated(study: "zuma-1", seed: 18_446_744_073_709_551_615, patient: 7),
    ]

    @Test("The samples have every kind of event")
    func samples() {
        #expect(Set(EventSamples.all.map(\.type)) == Set(EventType.allCases))
    }

    @Test("What is written is read back the same, to the letter", arguments: subjects)
    func roundTrip(subject: SubjectKind) throws {
        let journal = EventSamples.journal(of: subject)
        let text = try journal.ndjson()
        let read = try Journal(ndjson: text)
        #expect(read == journal)
        #expect(try read.ndjson() == text)
        #expect(read.entries.first?.occurredAt.zoneOffsetMinutes == 60)
    }

    @Test("One line an entry after the header, keys sorted")
    func layout() throws {
        var journal = Journal(therapy: "COI-1", subject: .real)
        journal.record(
            .consentRecorded(Consent(given: true)), by: Actor(role: .physician, name: "Ada"),
            at: Instant(millisecondsSince1970: 1_772_366_400_000))
        #expect(
            try journal.ndjson() == """
                {"journal":{"schema":1,"subject":{"real":{}},"therapy":"COI-1"}}
                {"actor":{"name":"Ada","role":"physician"},"occurredAt":"2026-03-01T12:00:00Z",\
                "payload":{"given":true},"recordedAt":"2026-03-01T12:00:00Z","sequence":1,"type":"consentRecorded"}

                """)
    }

    @Test("A journal from before routes and siltuximab reads as it did")
    func olderDrugs() throws {
        let lines = [
            #"{"journal":{"schema":1,"subject":{"real":{}},"therapy":"COI-1"}}"#,
            #"{"actor":{"name":"Ada","role":"nurse"},"occurredAt":"2026-03-01T12:00:00Z","payload":{"amount":100,"#
                + #""drug":"anakinra","minutes":0,"unit":"mg"},"recordedAt":"2026-03-01T12:00:00Z","sequence":1,"#
                + #""type":"drugGiven"}"#,
        ]
        let journal = try Journal(ndjson: lines.joined(separator: "\n"))
        let dose = DrugAdministration(drug: .anakinra, amount: 100, unit: "mg", minutes: 0)
        #expect(journal.entries.map(\.event) == [.drugGiven(dose)])
        #expect(try !journal.ndjson().contains("route"))
    }

    @Test("Lines may end with CR LF, and the last needs no end")
    func lineEnds() throws {
        let journal = EventSamples.journal(of: .real)
        let text = try journal.ndjson()
        #expect(try Journal(ndjson: text.split(separator: "\n").joined(separator: "\r\n")) == journal)
        #expect(try Journal(ndjson: text.split(separator: "\n").joined(separator: "\n\n")) == journal)
    }

    @Test(
        "Numbers come back exactly",
        arguments: [0.1 + 0.2, 1e-300, Double.leastNonzeroMagnitude, 123_456_789.123_456_78])
    func exactNumbers(value: Double) throws {
        var journal = Journal(therapy: "COI-1", subject: .real)
        journal.record(
            .labReported(LabResult(.crp, value)), by: Actor(role: .laboratory, name: "Ada"),
            at: Instant(millisecondsSince1970: 0))
        #expect(try Journal(ndjson: journal.ndjson()) == journal)
    }
}

@Suite("Adding entries to a journal")
struct AppendTests {
    private let entries = EventSamples.journal(of: .real).entries

    private func fault(_ change: (inout Entry) -> Void, subject: SubjectKind = .real) -> EntryFault? {
        var journal = Journal(therapy: "COI-1", subject: subject)
        do {
            var first = entries[0]
            if case .simulated = subject { first.simulatedDay = 0 }
            try journal.append(first)
            var second = entries[1]
            change(&second)
            let before = journal
            do {
                try journal.append(second)
                return nil
            } catch {
                #expect(journal == before)
                return error
            }
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    @Test("Entries are numbered without gaps")
    func sequence() {
        #expect(fault { $0.sequence = 2 } == nil)
        #expect(fault { $0.sequence = 3 }?.field == "sequence")
        #expect(fault { $0.sequence = 1 }?.field == "sequence")
    }

    @Test("What happened earlier may be written late, but not before it happened, nor out of the order of writing")
    func times() {
        #expect(fault { $0.occurredAt = $0.occurredAt.advanced(byDays: -3) } == nil)
        #expect(fault { $0.occurredAt = $0.recordedAt.advanced(byDays: 0.01) }?.field == "recordedAt")
        #expect(
            fault {
                $0.occurredAt = $0.occurredAt.advanced(byDays: -3)
                $0.recordedAt = $0.occurredAt
            }?.field == "recordedAt")
    }

    @Test("Real and simulated entries never mix")
    func kinds() {
        #expect(fault { $0.simulatedDay = 3 }?.field == "simulatedDay")
        let simulated = SubjectKind.simulated(study: "zuma-1", seed: 1, patient: 0)
        #expect(fault({ $0.simulatedDay = nil }, subject: simulated)?.field == "simulatedDay")
        #expect(fault({ $0.simulatedDay = 3 }, subject: simulated) == nil)
        #expect(fault({ $0.simulatedDay = 3 }, subject: .training)?.problem.contains("training") == true)
    }

    @Test("A correction names an earlier entry")
    func correction() {
        for (sequence, isRight) in [(0, false), (1, true), (2, false), (9, false)] {
            let fault = fault { $0.event = .corrected(Correction(sequence: sequence, reason: "typing error")) }
            #expect((fault == nil) == isRight)
        }
    }

    @Test("An order of another therapy is not filed here")
    func otherTherapy() {
        let order = ProductOrder(product: "p", productVersion: "p@1", chainOfIdentity: "COI-2")
        #expect(fault { $0.event = .productOrdered(order) }?.field == "payload.chainOfIdentity")
    }

    @Test(
        "Values that no patient has are refused, with the field and what is possible",
        arguments: [
            (VitalSigns(temperature: 101.3), "payload.temperature"),
            (VitalSigns(temperature: 24.9), "payload.temperature"),
            (VitalSigns(oxygenSaturation: 101), "payload.oxygenSaturation"),
            (VitalSigns(meanArterialPressure: -1), "payload.meanArterialPressure"),
            (VitalSigns(oxygen: .nasalCannula(litresPerMinute: 400)), "payload.oxygen.nasalCannula"),
            (VitalSigns(vasopressors: -1), "payload.vasopressors"),
        ])
    func implausible(vitals: VitalSigns, field: String) {
        let fault = fault { $0.event = .vitalsTaken(vitals) }
        #expect(fault?.field == field)
        #expect(fault?.remedy.contains("possible") == true)
        #expect(self.fault { $0.event = .vitalsTaken(VitalSigns(temperature: 25, oxygenSaturation: 100)) } == nil)
    }

    @Test(
        "Laboratory values in another unit are refused",
        arguments: [
            (Analyte.immunoglobulinG, 9.0, 900.0), (.neutrophils, 0.4, 400), (.platelets, 250, 250_000),
            (.lymphocytes, 1.2, 1200), (.haemoglobin, 13, 130), (.creatinine, 0.9, 80), (.mProtein, 150, 151),
            (.crp, 300, -1),
        ])
    func laboratoryUnits(analyte: Analyte, right: Double, wrong: Double) {
        #expect(fault { $0.event = .labReported(LabResult(analyte, right)) } == nil)
        let fault = fault { $0.event = .labReported(LabResult(analyte, wrong)) }
        #expect(fault?.field == "payload.value")
        #expect(fault?.problem.contains(analyte.unit) == true)
    }

    @Test("A dose is written in its drug's unit, ordered or given", arguments: Drug.allCases)
    func doseUnits(drug: Drug) {
        func faults(_ unit: String) -> [EntryFault?] {
            let order = Order(id: "O1", drug: drug, amount: 1, unit: unit, doses: 1, reason: "", source: "")
            let dose = DrugAdministration(drug: drug, amount: 1, unit: unit, minutes: 0)
            return [fault { $0.event = .orderPlaced(order) }, fault { $0.event = .drugGiven(dose) }]
        }
        #expect(faults(drug.unit) == [nil, nil])
        for fault in faults("kg") {
            #expect(fault?.field == "payload.unit")
            #expect(fault?.remedy.contains(drug.unit) == true)
        }
    }
}
