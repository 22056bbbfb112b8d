/// People of a journal in FHIR. A journal knows a person's name and role at the time; two of one name may be two
/// people,
/// so no Practitioner is made up: they are references by display.
enum FHIRActor {
    private static let roleURL = extensionURL("role")

    /// `{"role": …, "name": …}` as a Reference.
    static func reference(_ actor: JSON) -> JSON {
        let role: JSON = ["url": .string(roleURL), "valueCode": actor["role"] ?? .null]
        return FHIRText.object(["extension": [role], "type": "Practitioner"], "display", actor["name"]?.text ?? "")
    }

    /// A signature of an actor (1.2.840.10065.1.12.1.5 of ISO/ASTM E1762-95: verification).
    static func signature(_ actor: JSON, when: JSON) -> JSON {
        let type: JSON = [
            "system": "urn:iso-astm:E1762-95:2013", "code": "1.2.840.10065.1.12.1.5",
            "display": "Verification Signature",
        ]
        return ["type": [type], "when": when, "who": reference(actor)]
    }

    /// Reads a reference as an actor.
    static func actor(_ reference: JSON, at path: String) throws(FHIRFault) -> JSON {
        let members = reference.members ?? [:]
        let roles = (members["extension"]?.items ?? []).filter { $0["url"]?.text == roleURL }
        guard roles.count == 1, let role = roles[0]["valueCode"] else {
            throw FHIRFault(at: "\(path).extension", .required, "the role is missing", "Add the extension \(roleURL).")
        }
        guard let name = try FHIRText.read("display", of: members, at: path) else {
            throw FHIRFault(at: "\(path).display", .required, "the name is missing", "Name the person.")
        }
        return ["role": role, "name": .string(name)]
    }
}
