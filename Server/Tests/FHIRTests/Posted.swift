import Care
import Foundation

@testable import FHIR

/// Observations as other systems post them.
enum Posted {
    static let taken = "2026-03-01T06:10:00+01:00"

    static func quantity(_ value: String, _ unit: String) -> JSON {
        let number = try? JSONReader.read(Array(value.utf8), limits: .resource)
        return ["value": number ?? .null, "unit": .string(unit), "system": .string(UCUM.system), "code": .string(unit)]
    }

    static func code(_ code: String, system: String = "http://loinc.org") -> JSON {
        ["coding": [["system": .string(system), "code": .string(code)]]]
    }

    static func observation(_ loinc: String, _ more: [String: JSON]) -> FHIRResource {
        FHIRResource(
            [
                "resourceType": "Observation", "status": "final", "code": code(loinc),
                "subject": ["reference": "Patient/123"], "effectiveDateTime": .string(taken),
            ].merging(more) { $1 })
    }

    static func laboratory(_ loinc: String, _ value: String, _ unit: String) -> FHIRResource {
        observation(loinc, ["valueQuantity": quantity(value, unit)])
    }

    static func pressure(_ parts: [(String, String)], unit: String = "mm[Hg]") -> FHIRResource {
        let components = parts.map { JSON.object(["code": code($0.0), "valueQuantity": quantity($0.1, unit)]) }
        return observation("85354-9", ["component": .array(components)])
    }

    static func event(_ resource: FHIRResource) throws -> Event {
        // By way of text, as it comes over the wire.
        let drafts = try FHIRImport.drafts(from: resource.data)
        guard drafts.count == 1 else { throw FHIRFault(path: "", code: .value, text: "not one draft", remedy: "") }
        return drafts[0].event
    }

    static func fault(_ resource: FHIRResource) -> FHIRFault? {
        do {
            _ = try FHIRImport.drafts(from: resource.data)
            return nil
        } catch {
            return error
        }
    }
}
