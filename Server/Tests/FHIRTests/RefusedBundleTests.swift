import Care
import Foundation
import Testing

@testable import FHIR

@Suite("Bundles that are refused, with what would be right")
struct RefusedBundleTests {
    private static let journal: Journal = {
        var journal = Journal(therapy: "COI-1", subject: .training)
        let nurse = Actor(role: .nurse, name: "Ada")
        let start = Instant(millisecondsSince1970: 1_772_000_000_000, zoneOffsetMinutes: 60)
        for (hour, event) in [
            Event.vitalsTaken(VitalSigns(temperature: 38.6, oxygen: .nasalCannula(litresPerMinute: 3))),
            .labReported(LabResult(.immunoglobulinG, 4, lowerLimit: 7, upperLimit: 16)),
            .consentRecorded(Consent(given: true)),
            .infectionReported(Infection(grade: 3, description: "lung")),
            .drugGiven(DrugAdministration(drug: .tocilizumab, amount: 560, unit: "mg", minutes: 60)),
        ].enumerated() {
            journal.record(event, by: nurse, at: start.advanced(byDays: Double(hour) / 24))
        }
        return journal
    }()

    /// Changes the resource with an id, and imports.
    private func fault(_ id: String, _ change: (inout [String: JSON]) -> Void) throws -> FHIRFault? {
        let bundle = try FHIRExport.bundle(of: Self.journal, centre: "c").json
        var members = bundle.members ?? [:]
        let entries = (bundle["entry"]?.items ?? []).map { entry -> JSON in
            guard entry["resource"]?["id"]?.text == id, var resource = entry["resource"]?.members else { return entry }
            change(&resource)
            return ["fullUrl": entry["fullUrl"] ?? .null, "resource": .object(resource)]
        }
        members["entry"] = .array(entries)
        return fault(of: .object(members))
    }

    private func fault(of bundle: JSON) -> FHIRFault? {
        do {
            _ = try FHIRImport.journal(from: Data(bundle.bytes))
            return nil
        } catch {
            return error
        }
    }

    private func top(_ change: (inout [String: JSON]) -> Void) throws -> FHIRFault? {
        var members = try FHIRExport.bundle(of: Self.journal, centre: "c").json.members ?? [:]
        change(&members)
        return fault(of: .object(members))
    }

    @Test("the bundle as exported, and with what servers add, is taken")
    func good() throws {
        #expect(try top { _ in } == nil)
        let added = try fault("e1") {
            $0.put("3", at: "meta.versionId")
            $0.put("2026-03-01T00:00:00Z", at: "meta.lastUpdated")
            $0["text"] = ["status": "generated", "div": "<div>x</div>"]
        }
        #expect(added == nil)
        let frame = try top {
            $0["id"] = "b-1"
            $0["timestamp"] = "2026-03-01T00:00:00Z"
            $0["entry"] = .array(($0["entry"]?.items ?? []).reversed())
        }
        #expect(frame == nil)
    }

    @Test("a number written with other digits is the same number; one with more than are kept is not")
    func digits() throws {
        func value(_ literal: String) -> JSON { .number(JSONNumber(checked: literal)) }
        for literal in ["38.60", "3.86e1", "386E-1"] {
            #expect(try fault("e1-temperature") { $0.put(value(literal), at: "valueQuantity.value") } == nil)
        }
        let more = try fault("e1-temperature") { $0.put(value("38.600000000000000001"), at: "valueQuantity.value") }
        #expect(more?.code == .conflict && more?.path.hasSuffix("valueQuantity.value") == true)
    }

    @Test("a value that was edited is found by the chain, though nothing else repeats it")
    func edited() throws {
        let fault = try fault("e1-temperature") { $0.put(37, at: "valueQuantity.value") }
        #expect(fault?.code == .conflict)
        #expect(fault?.text.contains("hash") == true)
    }

    @Test("plain elements that contradict each other")
    func contradictions() throws {
        let cases: [(String, String, JSON)] = [
            ("e1", "effectiveDateTime", "2026-03-01T00:00:00Z"), ("e3", "status", "inactive"),
            ("e2", "status", "entered-in-error"), ("patient", "gender", "male"), ("therapy", "status", "finished"),
            ("e5", "subject.display", "Ada"), ("e5", "status", "not-done"), ("e4", "clinicalStatus.text", "x"),
            ("p1", "recorded", "2026-03-09T00:00:00Z"), ("e4", "onsetDateTime", "2026-03-01T00:00:00Z"),
        ]
        for (id, path, value) in cases {
            let fault = try fault(id) { $0.put(value, at: path) }
            #expect([.conflict, .required, .businessRule].contains(fault?.code), "\(id) \(path)")
        }
        let loinc = try fault("e2") {
            let ferritin = Analyte.ferritin.loinc[0].coding
            $0.put([ferritin, LocalSystem.analyte.coding("immunoglobulinG", "Immunoglobulin g")], at: "code.coding")
        }
        #expect(loinc?.code == .conflict && loinc?.path.contains("code.coding[0]") == true)
    }

    @Test("units are named, with what would be right; nothing is converted in a journal")
    func units() throws {
        let fahrenheit = try fault("e1-temperature") { $0["valueQuantity"] = Posted.quantity("101.5", "[degF]") }
        #expect(fahrenheit?.code == .codeInvalid)
        #expect(fahrenheit?.text == "the unit is '[degF]', not 'Cel'")
        #expect(fahrenheit?.remedy == "Convert the value and give it in Cel.")
        #expect(fahrenheit?.path.hasSuffix(".valueQuantity.code") == true)
        let none = try fault("e1-temperature") { $0["valueQuantity"] = ["value": 38] }
        #expect(none?.code == .codeInvalid)
        let grams = try fault("e2") { $0["valueQuantity"] = Posted.quantity("4", "mg/dL") }
        #expect(grams?.code == .conflict)
        let dose = try fault("e5") { $0.put(Posted.quantity("0.56", "g"), at: "dosage.dose") }
        #expect(dose?.code == .businessRule)
    }

    @Test("required elements, codes, references, cardinality and forms of a value")
    func definitions() throws {
        let cases: [(String, FHIRFault.Code, (inout [String: JSON]) -> Void)] = [
            ("e2", .required, { $0["status"] = nil }), ("e2", .required, { $0["code"] = nil }),
            ("e2", .codeInvalid, { $0["status"] = "finished" }), ("e3", .required, { $0["scope"] = nil }),
            ("e3", .invariant, { $0["policyRule"] = nil }),
            ("e3", .codeInvalid, { $0.put("maybe", at: "provision.type") }),
            ("e2", .value, { $0["subject"] = ["reference": "Organization/centre"] }),
            ("e2", .notFound, { $0["subject"] = ["reference": "Patient/other"] }),
            ("e2", .structure, { $0["code"] = [["text": "x"]] }),
            ("e2", .structure, { $0["category"] = ["text": "x"] }),
            ("e2", .structure, { $0["valueString"] = "x" }), ("e2", .notSupported, { $0["vaule"] = 1 }),
            ("e4", .invariant, { $0.put([["code": "entered-in-error"]], at: "verificationStatus.coding") }),
            ("e5", .structure, { $0["medicationReference"] = ["display": "x"] }),
            ("e5", .required, { $0["medicationCodeableConcept"] = nil }),
            ("e5", .invariant, { $0.put(["text": "x"], at: "dosage") }),
            ("p1", .required, { $0["agent"] = nil }), ("p1", .required, { $0["recorded"] = nil }),
            ("p1", .required, { $0["occurredDateTime"] = nil }), ("p1", .value, { $0["recorded"] = "2026-03-01" }),
            ("p1", .required, { $0["activity"] = nil }), ("p1", .required, { $0["extension"] = nil }),
            ("p1", .codeInvalid, { $0.put([LocalSystem.event.coding("vitals")], at: "activity.coding") }),
            ("e1", .notSupported, { $0["resourceType"] = "Observations" }),
            ("e2", .codeInvalid, { $0.put([LocalSystem.analyte.coding("igg")], at: "code.coding") }),
            ("e1", .conflict, { $0["component"] = nil }), ("e1", .conflict, { $0["note"] = [["text": "x"]] }),
            ("e1-temperature", .conflict, { $0["valueQuantity"] = nil }), ("e1", .required, { $0["id"] = nil }),
            ("e1", .conflict, { $0["extension"] = [["url": "urn:x", "valueCode": "y"]] }),
            ("e1", .invariant, { $0["extension"] = [["url": "urn:x"]] }),
        ]
        for (index, (id, code, change)) in cases.enumerated() {
            let fault = try fault(id, change)
            #expect(fault?.code == code, "case \(index), \(id): \(fault?.description ?? "taken")")
        }
    }

    @Test("a sequence that has a gap, or stands twice")
    func sequence() throws {
        func number(_ number: Int) -> (inout [String: JSON]) -> Void {
            {
                var extensions = $0["extension"]?.items ?? []
                extensions[0] = [
                    "url": .string(EntryProvenance.sequenceURL), "valuePositiveInt": JSON(integerLiteral: number),
                ]
                $0["extension"] = .array(extensions)
            }
        }
        #expect(try fault("p2", number(1))?.code == .duplicate)
        #expect(try fault("p2", number(9))?.code == .required)
        #expect(try fault("p2", number(0))?.code == .value)
    }

    @Test("the frame: type, identifier, realm, entries left out or doubled")
    func frame() throws {
        #expect(try top { $0["type"] = "batch" }?.code == .value)
        #expect(try top { $0["type"] = nil }?.code == .required)
        #expect(try top { $0["identifier"] = nil }?.code == .required)
        #expect(try top { $0["meta"] = nil }?.code == .required)
        #expect(try top { $0["entry"] = nil }?.code == .required)
        #expect(try top { $0["entry"] = .array(($0["entry"]?.items ?? []).dropLast(2)) } != nil)
        #expect(
            try top { $0["entry"] = .array(($0["entry"]?.items ?? []) + ($0["entry"]?.items ?? []).suffix(1)) }?.code
                == .duplicate)
        #expect(try top { $0["total"] = 3 }?.code == .conflict)
        #expect(try top { $0.put("COI-2", at: "identifier.value") }?.code == .conflict)
        #expect(fault(of: Posted.laboratory("1988-5", "1", "mg/L").json)?.code == .value)
        #expect(fault(of: ["resourceType": "Bundle", "type": "collection"])?.code == .required)
    }

    @Test("no journal comes into another realm", arguments: FHIRRealm.allCases)
    func realms(realm: FHIRRealm) throws {
        for subject in [SubjectKind.real, .training, .simulated(study: "s", seed: 1, patient: 2)] {
            let bundle = try FHIRExport.bundle(of: EventSamples.journal(of: subject), centre: "c")
            let labels = (bundle.json["entry"]?.items ?? []).map { $0["resource"]?["meta"]?["security"] != nil }
            #expect(labels.allSatisfy { $0 == (subject != .real) })
            if FHIRRealm(subject) == realm {
                #expect(try FHIRImport.journal(from: bundle, into: realm).subject == subject)
            } else {
                let fault = #expect(throws: FHIRFault.self) { try FHIRImport.journal(from: bundle, into: realm) }
                #expect(fault?.code == .forbidden)
            }
        }
        let mixed = try fault("e2") { $0["meta"] = .object(FHIRRealm.real.meta) }
        #expect(mixed?.code == .conflict)
    }

    @Test("faults quote no value and no word of a patient")
    func privacy() throws {
        let word = "Geheimnis"
        let faults = [
            try fault("e4") { $0.put(.string(word), at: "code.text") },
            try fault("e4") { $0.put(.string(word), at: "code.txet") },
            try fault("p1") { $0["agent"] = [["who": ["display": .string(word)]]] },
            try fault("e1-temperature") { $0.put(991, at: "valueQuantity.value") },
        ]
        for fault in faults {
            let text = try #require(fault).description
            #expect(!text.contains(word) && !text.contains("991"), "\(text)")
        }
    }

    @Test("what FHIR cannot hold is refused at the export, by the entry's number")
    func exports() throws {
        let nurse = Actor(role: .nurse, name: "Ada")
        var odd = Journal(therapy: "COI-1", subject: .real)
        odd.record(.consentRecorded(Consent(given: true)), by: nurse, at: Instant(millisecondsSince1970: 0))
        odd.record(
            .consentRecorded(Consent(given: true)), by: nurse,
            at: Instant(millisecondsSince1970: 1, zoneOffsetMinutes: 15 * 60))
        let zone = #expect(throws: FHIRFault.self) { try FHIRExport.bundle(of: odd, centre: "c") }
        #expect(zone?.path == "entry 2.occurredAt" && zone?.code == .value)
        var infinite = Journal(therapy: "COI-1", subject: .real)
        infinite.record(
            .labReported(LabResult(.crp, .infinity)), by: nurse, at: Instant(millisecondsSince1970: 0))
        #expect(throws: FHIRFault.self) { try FHIRExport.bundle(of: infinite, centre: "c") }
    }

    @Test("an entry that was struck out is entered in error, and counts again when the correction was taken back")
    func struck() throws {
        var journal = Self.journal
        let nurse = Actor(role: .nurse, name: "Ada")
        let later = Instant(millisecondsSince1970: 1_772_100_000_000)
        journal.record(.corrected(Correction(sequence: 2, reason: "wrong tube")), by: nurse, at: later)
        func resource(_ id: String) throws -> JSON? {
            try FHIRExport.bundle(of: journal, centre: "c").json["entry"]?.items?.first {
                $0["resource"]?["id"]?.text == id
            }?["resource"]
        }
        #expect(try resource("e2")?["status"] == "entered-in-error")
        #expect(try resource("e2")?["meta"]?["tag"]?.items?.count == 2)
        #expect(try resource("e6")?["focus"]?["reference"] == "Observation/e2")
        #expect(try journal.throughFHIR().letter == journal.letter)
        journal.record(.corrected(Correction(sequence: 6, reason: "it was the right one")), by: nurse, at: later)
        #expect(try resource("e2")?["status"] == "final")
        #expect(try resource("e6")?["status"] == "entered-in-error")
        #expect(try journal.throughFHIR().letter == journal.letter)
    }
}
