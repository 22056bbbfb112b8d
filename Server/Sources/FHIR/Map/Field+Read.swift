extension Field {
    /// Reads the field from a resource; nil if it is unknown.
    func read(from resource: [String: JSON], at path: String) throws(FHIRFault) -> JSON? {
        let found = try read(resource, steps[...], path)
        guard isList else { return found.first ?? absent }
        return found.isEmpty ? absent : .array(found)
    }

    private func read(
        _ object: [String: JSON], _ way: ArraySlice<Step>, _ path: String
    ) throws(FHIRFault) -> [JSON] {
        guard let step = way.first else {
            var holder = object
            if isOnlyItem { holder = object[key]?.items?.first.map { [key: $0] } ?? [:] }
            return try codec.read(key, of: holder, at: path).map { [$0] } ?? []
        }
        let rest = way.dropFirst()
        switch step {
        case .member(let name):
            guard let inner = object[name]?.members else { return [] }
            return try read(inner, rest, "\(path).\(name)")
        case .first(let name):
            guard let inner = object[name]?.items?.first?.members else { return [] }
            return try read(inner, rest, "\(path).\(name)[0]")
        case .slot(let name, let mark):
            let found = try items(of: name, in: object, rest, path) { Step.matches($0, mark) }
            guard found.count <= 1 else {
                throw FHIRFault(
                    at: "\(path).\(name)", .duplicate, "\(step.name) stands more than once", "Leave one of them.")
            }
            return found
        case .each(let name): return try items(of: name, in: object, rest, path) { _ in true }
        case .eachSlot(let name, let mark):
            return try items(of: name, in: object, rest, path) { Step.matches($0, mark) }
        }
    }

    private func items(
        of name: String, in object: [String: JSON], _ rest: ArraySlice<Step>, _ path: String, _ matches: (JSON) -> Bool
    ) throws(FHIRFault) -> [JSON] {
        var found: [JSON] = []
        for (index, item) in (object[name]?.items ?? []).enumerated() where matches(item) {
            found += try read(item.members ?? [:], rest, "\(path).\(name)[\(index)]")
        }
        return found
    }
}
