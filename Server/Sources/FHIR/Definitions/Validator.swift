/// Checks resources against the definitions of FHIR R4: known elements, cardinality, types, required codes, references
/// and a choice of invariants. Packaged validators accept much that breaks these.
struct Validator {
    /// Checks a resource and everything in it.
    /// - Throws: `FHIRFault` for the first fault, in the order of names.
    static func check(_ resource: JSON, at path: String) throws(FHIRFault) {
        guard case .object(let members) = resource else {
            throw FHIRFault(at: path, .structure, "\(resource.kind) stands where a resource belongs", "Give an object.")
        }
        guard let type = members["resourceType"]?.text else {
            throw FHIRFault(at: path, .structure, "resourceType is missing", "Name the kind of resource.")
        }
        guard Definitions.resources.contains(type) else {
            throw FHIRFault(
                at: path, .notSupported, "resources of type \(quoted(type)) are not read here",
                "See docs/fhir.md for those that are.")
        }
        try Validator().check(members, as: type, at: path, isResource: true)
    }

    func check(
        _ members: [String: JSON], as type: String, at path: String, isResource: Bool = false
    ) throws(FHIRFault) {
        guard let definition = Definitions.types[type] else { return }
        guard !members.isEmpty else {
            throw FHIRFault(at: path, .structure, "the element is empty", "Leave it out.")
        }
        for name in members.keys.sorted() {
            guard let value = members[name] else { continue }
            let place = "\(path).\(name)"
            if let element = definition.elements[name] ?? Self.common(name, isResource: isResource) {
                try check(value, as: element, at: place, shadow: members["_" + name])
            } else if name.hasPrefix("_"), let element = definition.elements[String(name.dropFirst())] {
                try checkShadow(value, of: element, value: members[element.name], at: place)
            } else if name != "resourceType" || !isResource {
                throw Self.unknown(name, in: type, at: place)
            }
        }
        try checkPresence(members, definition, type, path)
        try Invariants.check(members, as: type, at: path)
    }

    /// Elements that every resource, or every element, has.
    private static func common(_ name: String, isResource: Bool) -> ElementDefinition? {
        switch name {
        case "extension": extensions
        case "id": isResource ? resourceID : elementID
        case "meta" where isResource: meta
        case "text" where isResource: narrative
        case "language" where isResource: language
        default: nil
        }
    }
    static let extensions = ElementDefinition("extension* Extension")
    private static let resourceID = ElementDefinition("id id")
    private static let elementID = ElementDefinition("id string")
    private static let meta = ElementDefinition("meta Meta")
    private static let narrative = ElementDefinition("text Narrative")
    private static let language = ElementDefinition("language code")

    private static func unknown(_ name: String, in type: String, at path: String) -> FHIRFault {
        switch name {
        case "modifierExtension", "implicitRules":
            FHIRFault(
                at: path, .notSupported, "it could change the meaning of the resource, and is not understood here",
                "Send the resource without it, if it still says the same.")
        case "contained":
            FHIRFault(
                at: path, .notSupported, "contained resources are not read here",
                "Put them into the bundle as entries of their own, or refer by identifier or display.")
        default:
            FHIRFault(
                at: path, .notSupported, "\(quoted(name)) is no element of \(type) that is read here",
                "Check its spelling; it would else be lost without a word.")
        }
    }

    private func checkPresence(
        _ members: [String: JSON], _ definition: TypeDefinition, _ type: String, _ path: String
    ) throws(FHIRFault) {
        var forms: [String: Int] = [:]
        for element in definition.elements.values {
            let isThere = members[element.name] != nil || members["_" + element.name] != nil
            if element.isRequired, !isThere {
                throw FHIRFault(
                    at: "\(path).\(element.name)", .required, "it is missing", "FHIR R4 demands it in every \(type).")
            }
            if isThere, let choice = element.choice { forms[choice, default: 0] += 1 }
        }
        if let double = forms.keys.sorted().first(where: { forms[$0, default: 0] > 1 }) {
            throw FHIRFault(
                at: "\(path).\(double)", .structure, "it stands in two forms", "\(double)[x] has one type and value.")
        }
        if let missing = definition.requiredChoices.sorted().first(where: { forms[$0] == nil }) {
            throw FHIRFault(
                at: "\(path).\(missing)", .required, "\(missing)[x] is missing", "FHIR R4 demands it in every \(type).")
        }
    }

    func check(
        _ value: JSON, as element: ElementDefinition, at path: String, shadow: JSON?
    ) throws(FHIRFault) {
        guard element.isList else { return try checkOne(value, as: element, at: path) }
        guard case .array(let items) = value, !items.isEmpty else {
            throw FHIRFault(
                at: path, .structure,
                value.items == nil ? "\(value.kind) stands where a list belongs" : "the list is empty",
                value.items == nil ? "Put it into an array." : "Leave it out.")
        }
        for (index, item) in items.enumerated() {
            if item == .null, let stand = shadow?.items, stand.indices.contains(index), stand[index] != .null {
                continue
            }
            try checkOne(item, as: element, at: "\(path)[\(index)]")
        }
    }

    private func checkOne(_ value: JSON, as element: ElementDefinition, at path: String) throws(FHIRFault) {
        if let primitive = Primitive(rawValue: element.type) {
            if let problem = primitive.problem(value) {
                throw FHIRFault(at: path, .value, problem.text, problem.remedy)
            }
            if element.type == "code", !element.allowed.isEmpty, let code = value.text, !element.allowed.contains(code)
            {
                throw FHIRFault(
                    at: path, .codeInvalid, "\(quoted(code)) is no code of \(element.name)",
                    "It is one of \(element.allowed.joined(separator: ", ")).")
            }
            return
        }
        if element.type == "Resource" { return try Self.check(value, at: path) }
        guard case .object(let members) = value else {
            throw FHIRFault(
                at: path, .structure, "\(value.kind) stands where \(element.type) belongs",
                value.items == nil ? "Give an object." : "It stands once at most: give one object, no array.")
        }
        try check(members, as: element.type, at: path)
        if element.type == "Reference" { try checkTarget(members, element, path) }
    }

    private func checkTarget(_ members: [String: JSON], _ element: ElementDefinition, _ path: String) throws(FHIRFault)
    {
        guard !element.allowed.isEmpty else { return }
        let named = members["reference"]?.text.flatMap(FHIRReference.init)?.type ?? members["type"]?.text
        if let named, !element.allowed.contains(named) {
            throw FHIRFault(
                at: path, .value, "\(element.name) cannot refer to a resource of type \(quoted(named))",
                "It may be \(element.allowed.joined(separator: ", ")).")
        }
    }
}
