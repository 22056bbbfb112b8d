import Care
import Foundation
import Testing

@testable import FHIR

@Suite("Observations that are refused, with what would be right")
struct RefusedObservationTests {
    private static let good = Posted.laboratory("1988-5", "120", "mg/L").json.members ?? [:]

    private func fault(_ change: [String: JSON?]) -> FHIRFault? {
        var resource = Self.good
        for (name, value) in change { resource[name] = value }
        return Posted.fault(FHIRResource(resource))
    }

    @Test("the good one is taken")
    func good() { #expect(fault([:]) == nil) }

    @Test("missing elements")
    func missing() {
        for (name, path) in [
            ("status", "status"), ("code", "code"), ("subject", "subject"), ("effectiveDateTime", "effectiveDateTime"),
            ("valueQuantity", "valueQuantity"),
        ] {
            let fault = self.fault([name: nil])
            #expect(fault?.code == .required, "\(name)")
            #expect(fault?.path == "Observation.\(path)")
        }
    }

    @Test("units: missing, of another system, of another kind, written for people")
    func units() {
        func quantity(_ change: [String: JSON?]) -> FHIRFault? {
            var quantity = Posted.quantity("120", "mg/L").members ?? [:]
            for (name, value) in change { quantity[name] = value }
            return fault(["valueQuantity": .object(quantity)])
        }
        #expect(quantity(["code": nil])?.code == .required)
        #expect(quantity(["system": nil])?.code == .invariant)
        #expect(quantity(["system": "http://example.org"])?.code == .required)
        let wrong = quantity(["code": "mmol/L"])
        #expect(wrong?.code == .codeInvalid)
        #expect(wrong?.text.contains("'mmol/L'") == true && wrong?.text.contains("'mg/L'") == true)
        #expect(quantity(["code": "mg/l (serum)"])?.code == .codeInvalid)
        #expect(quantity(["value": "120"])?.code == .value)
        #expect(quantity(["value": nil])?.code == .required)
        #expect(quantity(["comparator": ">"])?.code == .notSupported)
        #expect(quantity(["comparator": "~"])?.code == .codeInvalid)
    }

    @Test(
        "times without zone or time of day, and impossible ones",
        arguments: [
            "2026-03-01", "2026-03", "2026", "2026-03-01T06:10:00", "2026-03-01T06:10+01:00", "2026-02-30T06:10:00Z",
            "2026-03-01T24:00:00Z", "2026-03-01T06:10:60Z", "2026-03-01T06:10:00+15:00", "2026-03-01 06:10:00Z",
            "2026-03-01T06:10:00z", "0000-03-01T06:10:00Z", "26-03-01T06:10:00Z", "", "yesterday",
            "2026-03-01T06:10:00.Z",
        ])
    func times(text: String) {
        let fault = self.fault(["effectiveDateTime": .string(text)])
        #expect(fault?.code == .value)
        #expect(fault?.path == "Observation.effectiveDateTime")
    }

    @Test(
        "good times",
        arguments: ["2024-02-29T23:59:59.999-14:00", "2026-03-01T06:10:00Z", "2026-03-01T06:10:00.5+14:00"])
    func goodTimes(text: String) { #expect(fault(["effectiveDateTime": .string(text)]) == nil) }

    @Test("codes: unknown, of another system, of two different things")
    func codes() {
        #expect(fault(["code": Posted.code("99999-9")])?.code == .codeInvalid)
        #expect(fault(["code": Posted.code("1988-5", system: "http://example.org")])?.code == .codeInvalid)
        #expect(fault(["code": ["text": "CRP"]])?.code == .codeInvalid)
        let two: JSON = [
            "coding": [
                ["system": "http://loinc.org", "code": "1988-5"], ["system": "http://loinc.org", "code": "2276-4"],
            ]
        ]
        #expect(fault(["code": two])?.code == .conflict)
        let beside: JSON = [
            "coding": [["system": "urn:local", "code": "CRP"], ["system": "http://loinc.org", "code": "1988-5"]]
        ]
        #expect(fault(["code": beside]) == nil)
    }

    @Test("status", arguments: ["registered", "preliminary", "cancelled", "entered-in-error", "unknown"])
    func status(code: String) { #expect(fault(["status": .string(code)])?.code == .businessRule) }

    @Test("what could change the meaning, and what would be lost")
    func structure() {
        let cases: [(String, JSON, FHIRFault.Code)] = [
            ("modifierExtension", [["url": "urn:x", "valueBoolean": true]], .notSupported),
            ("implicitRules", "urn:x", .notSupported), ("contained", [["resourceType": "Patient"]], .notSupported),
            ("valeuQuantity", 1, .notSupported), ("valueString", "x", .structure), ("status", "done", .codeInvalid),
            ("status", ["final"], .value), ("status", .null, .value), ("code", [["text": "x"]], .structure),
            ("note", ["text": "x"], .structure), ("note", [], .structure), ("method", [:], .structure),
            ("subject", ["reference": "Device/1"], .value), ("subject", ["display": "Ada"], .required),
            ("performer", [["reference": "Device/1"]], .value),
            ("dataAbsentReason", ["text": "lost"], .invariant), ("id", "a b", .value), ("id", "", .value),
            ("component", [["code": ["text": "x"]]], .notSupported), ("valueBoolean", true, .structure),
            ("meta", ["tag": [["system": .string(LocalSystem.realm.uri), "code": "fun"]]], .codeInvalid),
            (
                "meta", ["tag": [["system": .string(LocalSystem.realm.uri), "code": "simulated"]]],
                .conflict
            ),
            ("effectiveInstant", "2026-03-01T06:10:00Z", .structure),
            ("effectivePeriod", ["start": "2026-03-02T00:00:00Z", "end": "2026-03-01T00:00:00Z"], .invariant),
        ]
        for (name, value, code) in cases { #expect(fault([name: value])?.code == code, "\(name) \(value)") }
        #expect(fault(["note": [["text": "haemolytic"]]]) == nil)
        #expect(fault(["extension": [["url": "urn:x", "valueCode": "y"]]]) == nil)
        #expect(fault(["text": ["status": "generated", "div": "<div>CRP</div>"]]) == nil)
    }

    @Test("values that no patient can have are another unit, and are named so without the value")
    func plausibility() {
        let fault = Posted.fault(Posted.laboratory("8310-5", "101.3", "Cel"))
        #expect(fault?.code == .businessRule)
        #expect(fault?.description.contains("101.3") == false)
        #expect(fault?.remedy.contains("45.0") == true)
        #expect(Posted.fault(Posted.laboratory("2465-3", "900", "g/L"))?.code == .businessRule)
        #expect(Posted.fault(Posted.laboratory("8310-5", "1e999", "Cel"))?.code == .value)
        #expect(Posted.fault(Posted.laboratory("3151-8", "4", "L/min"))?.code == .notSupported)
    }

    @Test("other resources, and what is none")
    func kinds() {
        #expect(Posted.fault(FHIRResource(["resourceType": "Patient"]))?.code == .notSupported)
        for text in ["[]", "1", "{}", "{\"resourceType\":1}", "{\"resourceType\":\"\"}", "<Observation/>"] {
            let fault = #expect(throws: FHIRFault.self) { try FHIRImport.drafts(from: Data(text.utf8)) }
            #expect(fault?.code == .structure, "\(text)")
        }
    }

    @Test("a fault is an OperationOutcome, with place, problem and remedy")
    func outcome() throws {
        let fault = try #require(self.fault(["valueQuantity": Posted.quantity("120", "mmol/L")]))
        let outcome = fault.operationOutcome.json
        let issue = try #require(outcome["issue"]?.items?.first)
        #expect(outcome["resourceType"] == "OperationOutcome")
        #expect(issue["severity"] == "error" && issue["code"] == "code-invalid")
        #expect(issue["expression"] == ["Observation.valueQuantity.code"])
        #expect(issue["diagnostics"]?.text?.contains("Give the value in mg/L") == true)
    }
}
