import Yams

/// The way to a field as a scenario writes it: keys with dots, a member of a list by its `id` or `[*]` for all.
///
/// `services[axi-cel].pace`, `kinds[*].beds`, `proximity.days`.
struct ChangePath {
    enum Step: Equatable {
        case key(String)
        case member(String)
        case all
    }
    let steps: [Step]

    /// - Returns: nil if the text is not a path.
    init?(_ text: String) {
        var steps: [Step] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard let bracket = part.firstIndex(of: "[") else {
                guard !part.isEmpty else { return nil }
                steps.append(.key(String(part)))
                continue
            }
            guard part.last == "]", bracket != part.startIndex else { return nil }
            let member = part[part.index(after: bracket)...].dropLast()
            guard !member.isEmpty else { return nil }
            steps.append(.key(String(part[..<bracket])))
            steps.append(member == "*" ? .all : .member(String(member)))
        }
        guard !steps.isEmpty else { return nil }
        self.steps = steps
    }

    /// Where a path leads nowhere.
    struct Missing: Error {
        let name: String
        let known: [String]
    }

    /// The tree with what stands at this path replaced. A number with its unit and source is changed in its `value`.
    func replacing(in node: Node, by change: (Node) throws -> Node) throws -> Node {
        try Self.replace(node, steps[...], change)
    }

    private static func replace(
        _ node: Node, _ steps: ArraySlice<Step>, _ change: (Node) throws -> Node
    ) throws -> Node {
        guard let step = steps.first else {
            if case .mapping = node, node["value"] != nil { return try replace(node, [.key("value")], change) }
            return try change(node)
        }
        let rest = steps.dropFirst()
        switch (step, node) {
        case (.key(let key), .mapping(var mapping)):
            guard let place = mapping.indices.first(where: { mapping[$0].key.scalar?.string == key }) else {
                throw Missing(name: key, known: mapping.compactMap { $0.key.scalar?.string })
            }
            mapping[place] = (mapping[place].key, try replace(mapping[place].value, rest, change))
            return .mapping(mapping)
        case (.member(let id), .sequence(var list)):
            guard let place = list.indices.first(where: { list[$0]["id"]?.scalar?.string == id }) else {
                throw Missing(name: id, known: list.compactMap { $0["id"]?.scalar?.string })
            }
            list[place] = try replace(list[place], rest, change)
            return .sequence(list)
        case (.all, .sequence(var list)):
            for place in list.indices { list[place] = try replace(list[place], rest, change) }
            return .sequence(list)
        case (.key(let name), _), (.member(let name), _): throw Missing(name: name, known: [])
        case (.all, _): throw Missing(name: "[*]", known: [])
        }
    }
}
