import Care

/// Which of the three worlds, that never mix, a resource speaks of.
public enum FHIRRealm: String, Sendable, CaseIterable {
    /// Patients
    case real
    /// People made up to learn on
    case training
    /// Virtual patients
    case simulated

    /// The realm of a journal.
    public init(_ subject: SubjectKind) {
        switch subject {
        case .real: self = .real
        case .training: self = .training
        case .simulated: self = .simulated
        }
    }

    /// The `meta` of a resource of this realm: our own tag, and for all that is not a patient's the security label
    /// HTEST
    /// (http://terminology.hl7.org/CodeSystem/v3-ActReason, "test health data"), which other systems know.
    var meta: [String: JSON] {
        var meta: [String: JSON] = [
            "tag": [["system": .string(LocalSystem.realm.uri), "code": .string(rawValue)]]
        ]
        if self != .real { meta["security"] = [Self.testLabel] }
        return meta
    }

    static let testLabel: JSON = [
        "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HTEST", "display": "test health data",
    ]

    /// The realm that a resource's `meta` names: by our tag, else training for HTEST, else none.
    /// - Throws: `FHIRFault` if tag and security label contradict each other.
    static func named(by meta: JSON?, at path: String) throws(FHIRFault) -> FHIRRealm? {
        let isTest = (meta?["security"]?.items ?? []).contains {
            $0["code"]?.text == "HTEST" && $0["system"] == testLabel["system"]
        }
        let tags = (meta?["tag"]?.items ?? []).filter { $0["system"]?.text == LocalSystem.realm.uri }
        guard let tag = tags.first else { return isTest ? .training : nil }
        guard tags.count == 1, let code = tag["code"]?.text, let realm = FHIRRealm(rawValue: code) else {
            throw FHIRFault(
                at: "\(path).meta.tag", .codeInvalid, "the tag of the realm is not one of real, training, simulated",
                "Give one tag of the system \(LocalSystem.realm.uri).")
        }
        guard isTest == (realm != .real) else {
            throw FHIRFault(
                at: "\(path).meta.security", .conflict, "the realm is \(code), but the label HTEST says otherwise",
                "Resources that are training or simulated bear HTEST; those of patients never do.")
        }
        return realm
    }
}
