extension Validator {
    /// The companion of a primitive, that bears its id and extensions.
    func checkShadow(
        _ shadow: JSON, of element: ElementDefinition, value: JSON?, at path: String
    ) throws(FHIRFault) {
        guard Primitive(rawValue: element.type) != nil else {
            throw FHIRFault(at: path, .structure, "only primitive elements have a companion", "Leave it out.")
        }
        let items: [JSON]
        if element.isList {
            guard case .array(let list) = shadow, !list.isEmpty, value.map({ $0.items?.count == list.count }) ?? true
            else {
                throw FHIRFault(
                    at: path, .structure, "the companion of a list is a list of the same length", "Fill it with null.")
            }
            items = list.filter { $0 != .null }
        } else {
            items = [shadow]
        }
        for item in items {
            guard case .object(let members) = item, members["extension"] != nil,
                members.keys.allSatisfy({ $0 == "id" || $0 == "extension" })
            else { throw FHIRFault(at: path, .structure, "a companion holds extensions alone", "Leave it out.") }
            try check(members, as: "Element", at: path)
            try check(members["extension"] ?? .null, as: Self.extensions, at: "\(path).extension", shadow: nil)
        }
    }
}
