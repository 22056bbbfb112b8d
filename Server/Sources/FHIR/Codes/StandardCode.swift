/// A code of a public terminology, and how sure we are of it.
struct StandardCode: Sendable, Equatable {
    /// Public terminologies. Those that need a licence (SNOMED CT, CPT, ISBT 128) are left out.
    enum System: String, CaseIterable {
        /// Logical Observation Identifiers Names and Codes; RxNorm; ICD-10-CM; HCPCS level II
        case loinc = "http://loinc.org", rxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm",
            icd10 = "http://hl7.org/fhir/sid/icd-10-cm", hcpcs =
            "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"

        /// The usual name.
        var name: String {
            switch self {
            case .loinc: "LOINC"
            case .rxNorm: "RxNorm"
            case .icd10: "ICD-10-CM"
            case .hcpcs: "HCPCS"
            }
        }
    }

    /// Whether the code was seen in a source, or is from memory and must be looked up before it is relied on.
    enum Verification: String { case seen, unverified }

    var system: System
    var code: String
    var display: String
    var verification: Verification

    /// As a FHIR Coding.
    var coding: JSON {
        ["system": .string(system.rawValue), "code": .string(code), "display": .string(display)]
    }

    static func loinc(_ code: String, _ display: String, _ verification: Verification = .seen) -> StandardCode {
        StandardCode(system: .loinc, code: code, display: display, verification: verification)
    }
    static func rxNorm(_ code: String, _ display: String, _ verification: Verification = .seen) -> StandardCode {
        StandardCode(system: .rxNorm, code: code, display: display, verification: verification)
    }
    static func icd10(_ code: String, _ display: String, _ verification: Verification = .seen) -> StandardCode {
        StandardCode(system: .icd10, code: code, display: display, verification: verification)
    }
    static func hcpcs(_ code: String, _ display: String, _ verification: Verification = .seen) -> StandardCode {
        StandardCode(system: .hcpcs, code: code, display: display, verification: verification)
    }
}

extension LocalSystem {
    /// A code of this system as a FHIR Coding.
    func coding(_ code: String, _ display: String? = nil) -> JSON {
        var coding: [String: JSON] = ["system": .string(uri), "code": .string(code)]
        if let display { coding["display"] = .string(display) }
        return .object(coding)
    }
}

/// `meanArterialPressure` as `Mean arterial pressure`.
func words(_ name: String) -> String {
    var words = ""
    for character in name {
        if character.isUppercase, words.last?.isLowercase == true { words += " " }
        words += words.isEmpty ? character.uppercased() : words.last == " " ? character.lowercased() : String(character)
    }
    return words
}
