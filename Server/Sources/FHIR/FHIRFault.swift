/// What keeps a resource from being read or written: where, what is wrong, what would be right. It quotes codes, units
/// and types, never a patient's values or words, so that it can go into an answer and a log.
public struct FHIRFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Codes of issues, from http://hl7.org/fhir/issue-type.
    public enum Code: String, Sendable, CaseIterable {
        /// Not JSON, or not a resource of this shape
        case structure
        /// An element that must be there is not
        case required
        /// An element has a value that it cannot have
        case value
        /// A rule between elements is broken
        case invariant
        /// A code is not one of those allowed here
        case codeInvalid = "code-invalid"
        /// Something that this program does not read
        case notSupported = "not-supported"
        /// Too large
        case tooLong = "too-long"
        /// A reference that leads nowhere
        case notFound = "not-found"
        /// Said twice
        case duplicate
        /// Two elements say different things
        case conflict
        /// A rule of the journal refuses it
        case businessRule = "business-rule"
        /// Data of one realm are not put into another
        case forbidden
    }
    /// Path of the element, as FHIRPath writes it (for example `Bundle.entry[3].resource.valueQuantity.unit`); "" for
    /// the text as a whole.
    public var path: String
    /// The issue's code.
    public var code: Code
    /// What is wrong.
    public var text: String
    /// What to do about it.
    public var remedy: String

    /// Makes a fault.
    public init(path: String, code: Code, text: String, remedy: String) {
        self.path = path
        self.code = code
        self.text = text
        self.remedy = remedy
    }

    init(at path: String, _ code: Code, _ text: String, _ remedy: String) {
        self.init(path: path, code: code, text: text, remedy: remedy)
    }

    /// Path, problem and remedy.
    public var description: String { (path.isEmpty ? "" : "\(path): ") + "\(text). \(remedy)" }

    /// The fault as an OperationOutcome of FHIR R4.
    public var operationOutcome: FHIRResource {
        var issue: [String: JSON] = [
            "severity": "error", "code": .string(code.rawValue), "diagnostics": .string("\(text). \(remedy)"),
        ]
        if !path.isEmpty { issue["expression"] = [.string(path)] }
        return FHIRResource(["resourceType": "OperationOutcome", "issue": [.object(issue)]])
    }
}

/// A code or unit from outside, fit to be quoted: no control characters, and short.
func quoted(_ text: String) -> String {
    let clean = String(
        String.UnicodeScalarView(text.unicodeScalars.prefix(41).filter { $0.value >= 32 && $0.value != 127 }))
    return "'" + (text.unicodeScalars.count > 40 ? "\(clean.unicodeScalars.prefix(40))…" : clean) + "'"
}
