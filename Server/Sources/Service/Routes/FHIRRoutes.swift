import Care
import FHIR
import Foundation
import HTTPTypes
import Hummingbird
import Records

/// FHIR R4: whole journals as Bundles, and Observations that other systems post.
extension Desk {
    private static let types = ["application/fhir+json", "application/json"]

    var fhirRoutes: [Route] {
        [
            Route(
                method: .get, path: "/fhir/metadata", name: "capabilities", words: "CapabilityStatement",
                access: .anybody,
                answers: [.init(status: .ok, words: "What is spoken here", mediaType: "application/fhir+json")]
            ) { _ in try fhir(Capabilities.statement(at: clock.now())) },
            Route(
                method: .get, path: "/fhir/Bundle/{therapy}", name: "exportBundle",
                words: "A whole journal as a Bundle",
                access: .needs(.exportRecords), parameters: [.therapy],
                answers: [
                    .init(status: .ok, words: "The Bundle", mediaType: "application/fhir+json", headers: ["ETag"])
                ],
                problems: [.broken]
            ) { call in
                let therapy = try call.path("therapy")
                let found = try await store.journal(therapy)
                try await log(call.identity, .export, therapy, call.route.name)
                let bundle = outcome { () throws(FHIRFault) in
                    try FHIRExport.bundle(of: found.journal, centre: configuration.centre.rawValue)
                }
                guard case .success(let bundle) = bundle else { throw Problem(.failed, "the export failed") }
                var response = Reply.data(bundle.data, type: "application/fhir+json")
                response.headers[.eTag] = "W/\(JournalTag(version: found.version, head: found.head).text)"
                return response
            },
            Route(
                method: .post, path: "/fhir/Bundle", name: "importBundle",
                words: "Take a whole journal of another system in", access: .needs(.importRecords),
                input: Route.Input(
                    mediaTypes: Self.types, shape: .map(.anything), limit: 64 * 1024 * 1024, isChecked: false),
                answers: [
                    .init(
                        status: .created, words: "Taken in", mediaType: "application/fhir+json", headers: ["Location"])
                ],
                problems: [.exists]
            ) { call in try await importBundle(call) },
            Route(
                method: .post, path: "/fhir/Observation", name: "postObservation",
                words: "Laboratory results and vital signs of another system, for the therapy that is named",
                access: .needs(.postObservations),
                parameters: [
                    Parameter(
                        place: .query, name: "therapy", shape: .text(length: 1...100), words: "Whose they are",
                        isRequired: true), .idempotencyKey,
                ],
                input: Route.Input(
                    mediaTypes: Self.types, shape: .map(.anything), limit: 4 * 1024 * 1024, isChecked: false),
                answers: [
                    .init(status: .created, words: "Written", mediaType: "application/fhir+json", headers: ["ETag"])
                ],
                problems: [.notFound, .stopped, .keyReused, .timeSkew, .signatureNeeded, .broken]
            ) { call in try await postObservation(call) },
        ]
    }

    private var fhirRealm: FHIRRealm { realm == .training ? .training : .real }

    private func outcome<Value>(_ work: () throws(FHIRFault) -> Value) -> Result<Value, FHIRFault> {
        Result(catching: work)
    }

    private func fhir(_ json: JSON, _ status: HTTPResponse.Status = .ok) throws -> Response {
        Reply.data(try Wire.data(json), status, type: "application/fhir+json")
    }

    /// A fault, as FHIR's own clients read it.
    private func refuse(_ fault: FHIRFault) -> Response {
        Reply.data(fault.operationOutcome.data, .unprocessableContent, type: "application/fhir+json")
    }

    private func importBundle(_ call: Call) async throws -> Response {
        let identity = try call.identity
        guard let own = identity.account.role.actingRole else {
            throw Problem(.forbidden, "this role writes no journals")
        }
        let realm = fhirRealm
        let read = outcome { () throws(FHIRFault) in
            try FHIRImport.journal(from: FHIRResource(call.data, limits: ReadingLimits(bytes: 64 << 20)), into: realm)
        }
        switch read {
        case .failure(let fault): return refuse(fault)
        case .success(let journal):
            let receipt = try await store.adopt(journal, by: Actor(role: own, name: identity.account.fullName))
            try await log(identity, .write, receipt.therapy, call.route.name)
            var response = try fhir(
                Capabilities.done("\(receipt.lines.count) entries were taken in"), .created)
            let path = receipt.therapy.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
            response.headers[.location] = "/fhir/Bundle/\(path)"
            return response
        }
    }

    /// What is about somebody else, or amends what stands there, is not simply added.
    private func check(_ events: [FHIREvent], for therapy: String) throws {
        for event in events {
            if let named = event.subject.identifier, TherapyIdentifier.fault(in: named) == nil, named != therapy {
                throw Problem.invalid(
                    "\(event.path).subject", "it names another therapy than the query does", "Post it for that one.")
            }
            guard !event.amends else {
                throw Problem.invalid(
                    "\(event.path).status", "it amends a result that was sent before",
                    "Strike the old entry out by a correction, then post this as final.")
            }
        }
    }

    private func postObservation(_ call: Call) async throws -> Response {
        let realm = fhirRealm
        let read = outcome { () throws(FHIRFault) in
            try FHIRImport.drafts(from: FHIRResource(call.data, limits: .resource), into: realm)
        }
        switch read {
        case .failure(let fault): return refuse(fault)
        case .success(let events):
            let therapy = call.text("therapy") ?? ""
            try check(events, for: therapy)
            let requests = events.map {
                EntryRequest(event: $0.event, occurredAt: $0.occurredAt, submission: $0.submission)
            }
            let key = call.text("Idempotency-Key").map { IdempotencyKey($0) }
            let written = try await gate.append(
                requests, to: therapy, by: call.identity, expecting: nil, key: key, route: call.route.name)
            var response = try fhir(Capabilities.done("\(requests.count) events were written"), .created)
            response.headers[.eTag] = JournalTag(version: written.receipt.version, head: written.receipt.head).text
            return response
        }
    }
}

/// What this server says of itself in FHIR.
enum Capabilities {
    static func statement(at now: Instant) -> JSON {
        func interaction(_ code: String) -> JSON { ["code": .string(code)] }
        return [
            "resourceType": "CapabilityStatement", "status": "active", "date": .string(now.iso8601), "kind": "instance",
            "software": ["name": "LivingDrug"], "implementation": ["description": "A treatment centre"],
            "fhirVersion": "4.0.1", "format": ["json"],
            "rest": [
                [
                    "mode": "server", "security": ["description": "Bearer tokens; POST /api/v1/tokens makes them"],
                    "resource": [
                        ["type": "Bundle", "interaction": [interaction("read"), interaction("create")]],
                        ["type": "Observation", "interaction": [interaction("create")]],
                    ],
                ]
            ],
        ]
    }

    /// An OperationOutcome that says that all went well.
    static func done(_ words: String) -> JSON {
        [
            "resourceType": "OperationOutcome",
            "issue": [["severity": "information", "code": "informational", "diagnostics": .string(words)]],
        ]
    }
}
