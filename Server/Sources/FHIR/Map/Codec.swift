/// How one value of a payload is written in FHIR, and read back.
enum Codec: Sendable {
    /// Text; one that a FHIR string cannot hold (empty, blank, control characters) goes into an extension
    case text
    /// Types of FHIR
    case boolean, integer, positiveInt, decimal, dateTime
    /// A quantity in one unit, UCUM
    case quantity(String)
    /// A CodeableConcept
    case coded(CodeSet)
    /// A code of FHIR's own
    case code([(value: JSON, code: String)])
    /// An Identifier
    case identifier(LocalSystem)
    /// A reference by identifier to something that is no resource of the bundle
    case logical(LocalSystem)
    /// A person in a role, as a reference by name
    case actor
    /// A person's signature
    case signature
    /// A name alone, as a reference by name
    case name
    /// True is this code, false is its absence
    case flag(String)
    /// The sequence number of an entry, as the value of an identifier
    case entryNumber

    /// The type's part in the name of an element of several types (`valueQuantity`).
    var type: String {
        switch self {
        case .text, .entryNumber: "String"
        case .boolean: "Boolean"
        case .integer: "Integer"
        case .positiveInt: "PositiveInt"
        case .decimal: "Decimal"
        case .dateTime: "DateTime"
        case .quantity: "Quantity"
        case .coded: "CodeableConcept"
        case .code, .flag: "Code"
        case .identifier: "Identifier"
        case .logical, .actor, .name: "Reference"
        case .signature: "Signature"
        }
    }

    /// Type, unit and codes, for the published table.
    var words: String {
        switch self {
        case .quantity(let unit): "Quantity, `\(unit)`"
        case .coded(let set): "CodeableConcept, `\(set.system.rawValue)`"
        case .code(let codes): "code: " + codes.map(\.code).joined(separator: ", ")
        case .identifier(let system): "Identifier, `\(system.rawValue)`"
        case .logical(let system): "Reference.identifier, `\(system.rawValue)`"
        case .actor: "Reference.display with role"
        case .name: "Reference.display"
        case .flag(let code): "`\(code)` for true"
        case .text: "string"
        case .boolean: "boolean"
        case .integer: "integer"
        case .positiveInt: "positiveInt"
        case .decimal: "decimal"
        case .dateTime: "dateTime"
        case .signature: "Signature"
        case .entryNumber: "string"
        }
    }
}
