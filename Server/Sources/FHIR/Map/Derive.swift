/// Elements that follow from a payload.
enum Derive {
    typealias Step = @Sendable (inout [String: JSON], Template.Payload, EntryContext) -> Void

    /// Status of a condition: active and confirmed, or entered in error, which has no clinical status (con-5).
    static func condition(onset: String?) -> Step {
        { resource, _, context in
            let system = "http://terminology.hl7.org/CodeSystem/condition-"
            func status(_ kind: String, _ code: String) -> JSON {
                ["coding": [["system": .string(system + kind), "code": .string(code)]]]
            }
            let isStruck = context.isStruck
            resource["verificationStatus"] = status("ver-status", isStruck ? "entered-in-error" : "confirmed")
            if !isStruck { resource["clinicalStatus"] = status("clinical", "active") }
            if let onset { resource[onset] = context.occurredAt }
        }
    }

    /// UCUM code beside a unit that the payload names, where it is one of UCUM that we read.
    static func unit(at path: String) -> Step {
        { resource, payload, _ in
            guard let unit = payload["unit"]?.text, UCUM(unit) != nil else { return }
            resource.put(.string(UCUM.system), at: "\(path).system")
            resource.put(.string(unit), at: "\(path).code")
        }
    }

    /// Seriousness of an adverse event that is always serious.
    static let serious: JSON = [
        "coding": [
            ["system": "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness", "code": "Serious"]
        ]
    ]
}

/// HCPCS codes of products, by the names that product definitions use.
enum ProductCode {
    static let known: [(product: String, code: StandardCode)] = [
        ("axicabtagene-ciloleucel", .hcpcs("Q2041", "Axicabtagene ciloleucel")),
        ("brexucabtagene-autoleucel", .hcpcs("Q2053", "Brexucabtagene autoleucel")),
    ]

    static func hcpcs(_ product: String?) -> StandardCode? { known.first { $0.product == product }?.code }
}
