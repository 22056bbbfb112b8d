import Care
import Foundation
import Testing

@testable import FHIR

@Suite("Observations of other systems become events")
struct ObservationTests {
    @Test("a laboratory result in each analyte's own unit, by each of its codes")
    func laboratory() throws {
        for analyte in Analyte.allCases {
            for code in analyte.loinc {
                let resource = Posted.laboratory(code.code, "2.5", analyte.unit)
                #expect(try Posted.event(resource) == .labReported(LabResult(analyte, 2.5)), "\(analyte) \(code.code)")
            }
            let own = Posted.observation(
                "-",
                [
                    "code": Posted.code(analyte.rawValue, system: LocalSystem.analyte.uri),
                    "valueQuantity": Posted.quantity("2.50", analyte.unit),
                ])
            #expect(try Posted.event(own) == .labReported(LabResult(analyte, 2.5)))
        }
    }

    @Test("in the units that laboratories also use")
    func converted() throws {
        let cases: [(String, String, String, LabResult)] = [
            ("2465-3", "400", "mg/dL", LabResult(.immunoglobulinG, 4)),
            ("3255-7", "150", "mg/dL", LabResult(.fibrinogen, 1.5)),
            ("26499-4", "0.4", "10*3/uL", LabResult(.neutrophils, 0.4)),
            ("777-3", "45000", "/uL", LabResult(.platelets, 45)), ("718-7", "81", "g/L", LabResult(.haemoglobin, 8.1)),
            ("1988-5", "12", "mg/dL", LabResult(.crp, 120)), ("2276-4", "1200", "ug/L", LabResult(.ferritin, 1200)),
        ]
        for (code, value, unit, result) in cases {
            #expect(try Posted.event(Posted.laboratory(code, value, unit)) == .labReported(result), "\(code) \(unit)")
        }
        guard case .labReported(let creatinine) = try Posted.event(Posted.laboratory("14682-9", "180", "umol/L")) else {
            return #expect(Bool(false))
        }
        #expect(abs(creatinine.value - 2.036) < 0.001)
    }

    @Test("limits of normal are converted with it; below detection is kept")
    func limits() throws {
        var quantity = Posted.quantity("10", "mg/dL").members ?? [:]
        quantity["comparator"] = "<"
        let range: JSON = ["low": Posted.quantity("700", "mg/dL"), "high": Posted.quantity("1600", "mg/dL")]
        let resource = Posted.observation(
            "2465-3", ["valueQuantity": .object(quantity), "referenceRange": [range]])
        #expect(
            try Posted.event(resource)
                == .labReported(
                    LabResult(.immunoglobulinG, 0.1, belowDetection: true, lowerLimit: 7, upperLimit: 16)))
        // A range for another age is no limit of this patient's.
        var aged = range.members ?? [:]
        aged["age"] = ["low": Posted.quantity("1", "a")]
        let other = Posted.observation(
            "2465-3", ["valueQuantity": Posted.quantity("5", "g/L"), "referenceRange": [.object(aged)]])
        #expect(try Posted.event(other) == .labReported(LabResult(.immunoglobulinG, 5)))
    }

    @Test("vital signs, one by one")
    func signs() throws {
        let cases: [(String, String, String, VitalSigns)] = [
            ("8310-5", "38.6", "Cel", VitalSigns(temperature: 38.6)),
            ("8310-5", "101.3", "[degF]", VitalSigns(temperature: 38.5)),
            ("8867-4", "110", "/min", VitalSigns(heartRate: 110)),
            ("59408-5", "91", "%", VitalSigns(oxygenSaturation: 91)),
            ("2708-6", "0.91", "1", VitalSigns(oxygenSaturation: 91)),
            ("8478-0", "62", "mm[Hg]", VitalSigns(meanArterialPressure: 62)),
        ]
        for (code, value, unit, signs) in cases {
            #expect(try Posted.event(Posted.laboratory(code, value, unit)) == .vitalsTaken(signs), "\(code)")
        }
    }

    @Test("a blood pressure: mean as measured, else diastolic and a third of the pulse pressure")
    func pressure() throws {
        func mean(_ parts: [(String, String)], unit: String = "mm[Hg]") throws -> Double? {
            guard case .vitalsTaken(let signs) = try Posted.event(Posted.pressure(parts, unit: unit)) else {
                return nil
            }
            return signs.meanArterialPressure
        }
        #expect(try mean([("8480-6", "90"), ("8462-4", "60")]) == 70)
        #expect(try mean([("8480-6", "85"), ("8462-4", "47")]) == 59.7)
        #expect(try mean([("8480-6", "90"), ("8462-4", "60"), ("8478-0", "64")]) == 64)
        #expect(try mean([("8478-0", "64")]) == 64)
        #expect(try mean([("8480-6", "12"), ("8462-4", "8")], unit: "kPa") == 70)
        let cases: [([(String, String)], FHIRFault.Code)] = [
            ([("8480-6", "90")], .required), ([], .structure), ([("8480-6", "60"), ("8462-4", "90")], .invariant),
            ([("8480-6", "90"), ("8480-6", "91"), ("8462-4", "60")], .duplicate),
            ([("8480-6", "90"), ("8462-4", "60"), ("9279-1", "20")], .codeInvalid),
        ]
        for (parts, code) in cases { #expect(Posted.fault(Posted.pressure(parts))?.code == code, "\(parts)") }
    }

    @Test("a panel of signs in its components, and scores by our own codes")
    func panels() throws {
        let parts: [JSON] = [
            ["code": Posted.code("8310-5"), "valueQuantity": Posted.quantity("39", "Cel")],
            ["code": Posted.code("59408-5"), "valueQuantity": Posted.quantity("88", "%")],
        ]
        #expect(
            try Posted.event(Posted.observation("85353-1", ["component": .array(parts)]))
                == .vitalsTaken(VitalSigns(temperature: 39, oxygenSaturation: 88)))
        #expect(
            Posted.fault(Posted.observation("85353-1", ["component": .array(parts + [parts[0]])]))?.code == .duplicate)
        #expect(Posted.fault(Posted.observation("85353-1", [:]))?.code == .required)
        func score(_ code: String, _ value: [String: JSON]) -> FHIRResource {
            Posted.observation("-", ["code": Posted.code(code, system: LocalSystem.concept.uri)].merging(value) { $1 })
        }
        #expect(
            try Posted.event(score("ice", ["valueInteger": 7]))
                == .neurologyAssessed(NeurologicalAssessment(ice: ICEScore(7))))
        #expect(
            try Posted.event(score("capd", ["valueQuantity": Posted.quantity("9", "{score}")]))
                == .neurologyAssessed(NeurologicalAssessment(capd: 9)))
        for (code, value) in [("ice", 11), ("ice", -1), ("capd", 33)] {
            #expect(Posted.fault(score(code, ["valueInteger": JSON(integerLiteral: value)]))?.code == .value)
        }
        #expect(Posted.fault(score("ice", ["valueQuantity": Posted.quantity("7.5", "1")]))?.code == .value)
        #expect(Posted.fault(score("ice", [:]))?.code == .required)
    }

    @Test("time with its zone, sender's identifier, subject and reporter come along")
    func frame() throws {
        var resource = Posted.laboratory("1988-5", "120", "mg/L").json.members ?? [:]
        resource["identifier"] = [["system": "urn:lab", "value": "A-1"]]
        resource["performer"] = [["display": "Laboratory"]]
        resource["subject"] = ["identifier": ["system": .string(LocalSystem.chainOfIdentity.uri), "value": "COI-1"]]
        resource["status"] = "corrected"
        let draft = try #require(try FHIRImport.drafts(from: FHIRResource(resource)).first)
        #expect(draft.occurredAt.iso8601 == Posted.taken)
        #expect(draft.submission == "urn:lab|A-1")
        #expect(draft.performer == "Laboratory")
        #expect(draft.subject == FHIRSubject(system: LocalSystem.chainOfIdentity.uri, identifier: "COI-1"))
        #expect(draft.amends)
        resource["identifier"] = nil
        resource["id"] = "x-1"
        #expect(try FHIRImport.drafts(from: FHIRResource(resource)).first?.submission == "x-1")
        resource["id"] = nil
        #expect(try FHIRImport.drafts(from: FHIRResource(resource)).first?.submission == nil)
    }

    @Test("a bundle of observations gives an event each, and nothing if one is at fault")
    func bundles() throws {
        func bundle(_ type: String, _ resources: [JSON], method: String? = nil) -> FHIRResource {
            let entries = resources.map { resource -> JSON in
                var entry: [String: JSON] = ["resource": resource]
                if let method { entry["request"] = ["method": .string(method), "url": "Observation"] }
                return .object(entry)
            }
            return FHIRResource(["resourceType": "Bundle", "type": .string(type), "entry": .array(entries)])
        }
        let good = Posted.laboratory("1988-5", "120", "mg/L").json
        let bad = Posted.laboratory("1988-5", "120", "mmol/L").json
        for type in ["collection", "batch", "transaction"] {
            #expect(try FHIRImport.drafts(from: bundle(type, [good, good], method: "POST")).count == 2)
        }
        let fault = Posted.fault(bundle("batch", [good, bad]))
        #expect(fault?.path == "Bundle.entry[1].resource.valueQuantity.code")
        #expect(Posted.fault(bundle("searchset", [good]))?.code == .notSupported)
        #expect(Posted.fault(bundle("batch", [good], method: "DELETE"))?.code == .notSupported)
        let patient: JSON = ["resourceType": "Patient", "id": "p"]
        #expect(Posted.fault(bundle("batch", [patient]))?.code == .notSupported)
        #expect(Posted.fault(FHIRResource(["resourceType": "Bundle", "type": "batch"]))?.code == .required)
    }

    @Test("data of one realm do not come into another")
    func realms() throws {
        let real = Posted.laboratory("1988-5", "120", "mg/L")
        var test = real.json.members ?? [:]
        test["meta"] = ["security": [FHIRRealm.testLabel]]
        #expect(try FHIRImport.drafts(from: real, into: .real).count == 1)
        #expect(try FHIRImport.drafts(from: FHIRResource(test), into: .training).count == 1)
        for (resource, realm) in [
            (real, FHIRRealm.training), (real, .simulated), (FHIRResource(test), .real),
            (FHIRResource(test), .simulated),
        ] {
            let fault = #expect(throws: FHIRFault.self) { try FHIRImport.drafts(from: resource, into: realm) }
            #expect(fault?.code == .forbidden)
        }
        test["meta"] = .object(FHIRRealm.simulated.meta)
        #expect(try FHIRImport.drafts(from: FHIRResource(test), into: .simulated).count == 1)
    }
}
