/// One element of a type of FHIR R4: cardinality, type, and what its codes or references may be.
struct ElementDefinition: Sendable, Equatable {
    /// Name in JSON (for example `valueQuantity`).
    var name: String
    /// Data type.
    var type: String
    /// Whether it may stand more than once, and so is an array.
    var isList = false
    /// Whether it must be there.
    var isRequired = false
    /// The codes of a required binding, or the resources that a reference may lead to; empty for any.
    var allowed: [String] = []
    /// The element of several types that it is one form of (for example `value`).
    var choice: String?
    /// Whether one form of that element must be there.
    var isChoiceRequired = false

    /// Reads `name*! Type(a|b) ~choice!`.
    init(_ text: some StringProtocol) {
        var parts = String(text).split(separator: " ").map(String.init)
        if let last = parts.last, last.hasPrefix("~") {
            isChoiceRequired = last.hasSuffix("!")
            choice = String(last.dropFirst().prefix { $0 != "!" })
            parts.removeLast()
        }
        name = String(parts[0].prefix { $0 != "*" && $0 != "!" })
        isList = parts[0].contains("*")
        isRequired = parts[0].contains("!")
        let type = parts[1...].joined()
        self.type = String(type.prefix { $0 != "(" })
        if self.type.count < type.count {
            allowed = type.dropFirst(self.type.count + 1).dropLast().split(separator: "|").map(String.init)
        }
    }
}

/// A resource or data type of FHIR R4.
struct TypeDefinition: Sendable {
    /// Its elements by name.
    var elements: [String: ElementDefinition] = [:]
    /// Its elements of several types, one of which must be there.
    var requiredChoices: Set<String> = []
}
