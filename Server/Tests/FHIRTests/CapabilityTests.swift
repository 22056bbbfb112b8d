import Care
import Foundation
import Testing

@testable import FHIR

@Suite("The CapabilityStatement is true")
struct CapabilityTests {
    private let statement = FHIRCapability.statement(
        base: "https://example.org/fhir", software: "0.6.0", date: Instant(millisecondsSince1970: 1_772_000_000_000))

    @Test("what it promises to take is taken")
    func promises() throws {
        let observation = Posted.laboratory("1988-5", "120", "mg/L")
        let journal = EventSamples.journal(of: .training)
        let bundle = try FHIRExport.bundle(of: journal, centre: "c")
        for interaction in FHIRCapability.Interaction.allCases {
            switch interaction {
            case .createObservation: #expect(try FHIRImport.drafts(from: observation).count == 1)
            case .createBundle: #expect(try FHIRImport.journal(from: bundle) == journal)
            case .readBundle: #expect(bundle.resourceType == "Bundle")
            case .batch, .transaction:
                let posted = FHIRResource([
                    "resourceType": "Bundle", "type": .string(interaction.code),
                    "entry": [["resource": observation.json]],
                ])
                #expect(try FHIRImport.drafts(from: posted).count == 1)
            }
        }
    }

    @Test("what it does not promise is refused")
    func refusals() {
        let promised = Set(FHIRCapability.Interaction.allCases.compactMap(\.resource))
        for type in Definitions.resources.subtracting(promised) {
            #expect(Posted.fault(FHIRResource(["resourceType": .string(type)]))?.code == .notSupported, "\(type)")
        }
    }

    @Test("it lists the interactions that are routed, and no others")
    func interactions() throws {
        let rest = try #require(statement.json["rest"]?.items?.first)
        let types = rest["resource"]?.items?.compactMap { $0["type"]?.text }
        #expect(types == ["Bundle", "Observation"])
        #expect(rest["interaction"]?.items?.count == 2)
        #expect(statement.json["fhirVersion"] == "4.0.1" && statement.json["format"] == ["application/fhir+json"])
        let less = FHIRCapability.statement(
            of: [.createObservation], base: "https://example.org/fhir", software: "0.6.0",
            date: Instant(millisecondsSince1970: 0))
        let lessRest = try #require(less.json["rest"]?.items?.first)
        #expect(lessRest["resource"]?.items?.compactMap { $0["type"]?.text } == ["Observation"])
        #expect(lessRest["interaction"] == nil)
        try ExportedBundles.write(statement, as: "capability")
        try ExportedBundles.write(outcome, as: "outcome")
    }

    private var outcome: FHIRResource {
        FHIRFault(path: "Observation.status", code: .codeInvalid, text: "x", remedy: "y").operationOutcome
    }
}
