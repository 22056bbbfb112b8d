extension Field {
    /// An element by its path; `name` steps into an object, `name*` into the items of a list, one for each value, and
    /// `name+` into the only item of a list, or is it.
    static func at(_ path: String, _ name: String, _ codec: Codec) -> Field {
        var parts = path.split(separator: ".").map(String.init)
        let element = parts.removeLast()
        let steps: [Step] = parts.map {
            $0.hasSuffix("*")
                ? .each(String($0.dropLast())) : $0.hasSuffix("+") ? .first(String($0.dropLast())) : .member($0)
        }
        return Field(name, steps, element, codec)
    }

    /// The value of an observation.
    static func value(_ name: String, _ codec: Codec) -> Field { Field(name, [], "value", codec, choice: true) }

    /// A component of an observation.
    static func component(_ concept: Concept, _ name: String, _ codec: Codec) -> Field {
        Field(name, [.slot("component", ["code": concept.codeable])], "value", codec, choice: true)
    }

    /// What a task was given.
    static func input(_ concept: Concept, _ name: String, _ codec: Codec) -> Field {
        Field(name, [.slot("input", ["type": concept.codeable])], "value", codec, choice: true)
    }

    /// What a task gave.
    static func output(_ concept: Concept, _ name: String, _ codec: Codec) -> Field {
        Field(name, [.slot("output", ["type": concept.codeable])], "value", codec, choice: true)
    }

    /// Each of what a task gave.
    static func outputs(_ concept: Concept, _ name: String, _ codec: Codec) -> Field {
        Field(name, [.eachSlot("output", ["type": concept.codeable])], "value", codec, choice: true)
    }

    /// A property of a device.
    static func property(_ concept: Concept, _ name: String, _ unit: String) -> Field {
        let quantity: JSON = ["unit": .string(unit), "system": .string(UCUM.system), "code": .string(unit)]
        return Field(
            name, [.slot("property", ["type": concept.codeable]), .slot("valueQuantity", quantity)], "value", .decimal)
    }

    /// One of the identifiers of a resource.
    static func identifier(_ system: LocalSystem, _ name: String) -> Field {
        Field(name, [.slot("identifier", ["system": .string(system.uri)])], "value", .text)
    }

    /// An extension of the resource.
    static func ext(_ url: String, _ name: String, _ codec: Codec) -> Field {
        Field(name, [.slot("extension", ["url": .string(extensionURL(url))])], "value", codec, choice: true)
    }

    /// Extensions of the resource, one for each value.
    static func exts(_ url: String, _ name: String, _ codec: Codec) -> Field {
        Field(name, [.eachSlot("extension", ["url": .string(extensionURL(url))])], "value", codec, choice: true)
    }
}
