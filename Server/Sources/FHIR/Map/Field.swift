/// One field of a payload and the one element that holds it. No field is written to a second place that is read: what
/// else follows from a field (a status, a public code) is written beside it, and compared on import.
struct Field: Sendable {
    /// Name in the payload.
    let name: String
    /// The way to the object that holds the element.
    let steps: [Step]
    /// The element's name, without the type if it is one of several types.
    let element: String
    /// Whether the element's name ends with its type (`value[x]`).
    let isChoice: Bool
    /// Whether the element is a list, of which the value is the only item.
    let isOnlyItem: Bool
    /// How it is written.
    let codec: Codec
    /// What the element's absence means; nil: the field is unknown.
    var absent: JSON?
    /// Whether the list may be unknown, and an empty one is told apart by an extension.
    var isOptionalList = false

    init(_ name: String, _ steps: [Step], _ element: String, _ codec: Codec, choice: Bool = false) {
        self.name = name
        self.steps = steps
        isOnlyItem = element.hasSuffix("+")
        self.element = isOnlyItem ? String(element.dropLast()) : element
        self.codec = codec
        isChoice = choice
        if case .flag = codec { absent = false }
        if isList { absent = [] }
    }

    /// The same field as a list that may be unknown.
    var optionalList: Field {
        var field = self
        field.absent = nil
        field.isOptionalList = true
        return field
    }

    var isList: Bool {
        steps.contains {
            switch $0 {
            case .each, .eachSlot: true
            default: false
            }
        }
    }

    var key: String { isChoice ? element + codec.type : element }

    /// The element's path for people (`component[8310-5].valueQuantity`).
    var path: String { (steps.map(\.name) + [key]).joined(separator: ".") + (isOnlyItem ? "[0]" : "") }

    /// Whether it lies in an extension.
    var isExtension: Bool {
        steps.contains {
            switch $0 {
            case .slot("extension", _), .eachSlot("extension", _): true
            default: false
            }
        }
    }

    /// Writes the field of a payload into a resource.
    func write(_ value: JSON, into resource: inout [String: JSON], _ context: EntryContext) throws(FHIRFault) {
        try write(value, steps[...], &resource, context)
    }

    private func write(
        _ value: JSON, _ way: ArraySlice<Step>, _ object: inout [String: JSON], _ context: EntryContext
    ) throws(FHIRFault) {
        guard let step = way.first else { return try put(value, into: &object, context) }
        let rest = way.dropFirst()
        switch step {
        case .member(let name):
            var inner = object[name]?.members ?? [:]
            try write(value, rest, &inner, context)
            if !inner.isEmpty { object[name] = .object(inner) }
        case .first(let name):
            try item(0, of: name, value, rest, [:], &object, context)
        case .slot(let name, let mark):
            let index = object[name]?.items?.firstIndex { Step.matches($0, mark) }
            try item(
                index ?? object[name]?.items?.count ?? 0, of: name, value, rest, mark.members ?? [:], &object, context)
        case .each(let name):
            for (index, one) in (value.items ?? []).enumerated() {
                try item(index, of: name, one, rest, [:], &object, context)
            }
        case .eachSlot(let name, let mark):
            for one in value.items ?? [] {
                let index = object[name]?.items?.count ?? 0
                try item(index, of: name, one, rest, mark.members ?? [:], &object, context)
            }
        }
    }

    private func put(
        _ value: JSON, into object: inout [String: JSON], _ context: EntryContext
    ) throws(FHIRFault) {
        guard isOnlyItem else { return try codec.write(value, to: key, of: &object, context) }
        var holder: [String: JSON] = [:]
        try codec.write(value, to: key, of: &holder, context)
        if let item = holder[key] { object[key] = [item] }
    }

    private func item(
        _ index: Int, of name: String, _ value: JSON, _ rest: ArraySlice<Step>, _ mark: [String: JSON],
        _ object: inout [String: JSON], _ context: EntryContext
    ) throws(FHIRFault) {
        var items = object[name]?.items ?? []
        var inner = items.indices.contains(index) ? items[index].members ?? [:] : mark
        try write(value, rest, &inner, context)
        guard !inner.isEmpty else { return }
        if items.indices.contains(index) { items[index] = .object(inner) } else { items.append(.object(inner)) }
        object[name] = .array(items)
    }
}
