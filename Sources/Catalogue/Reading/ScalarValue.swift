import Yams

/// How a scalar of the file is read as a value of a type.
extension YAMLDocument {
    /// What stands at a node, in words, for messages.
    static func describe(_ node: Node) -> String {
        switch node {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        case .scalar(let scalar):
            isNull(node) ? "nothing" : "'\(scalar.string.prefix(60))\(scalar.string.count > 60 ? "…" : "")'"
        }
    }

    /// Whether a node is YAML's null.
    static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    func text(_ node: Node, at path: FieldPath) throws -> String {
        guard case .scalar(let scalar) = node, !Self.isNull(node) else {
            throw mismatch(node, path, "text", "Write the text here.")
        }
        return scalar.string
    }

    func truth(_ node: Node, at path: FieldPath) throws -> Bool {
        switch plain(node) {
        case "true": return true
        case "false": return false
        default: throw mismatch(node, path, "true or false", "Write true or false, without quotes.")
        }
    }

    func number(_ node: Node, at path: FieldPath) throws -> Double {
        guard let text = plain(node), let value = Double(text), value.isFinite else {
            throw mismatch(node, path, "a number", "Write a finite decimal number, without unit or quotes.")
        }
        return value
    }

    func integer<I: FixedWidthInteger>(_ node: Node, at path: FieldPath) throws -> I {
        guard let text = plain(node), let value = I(text) else {
            throw mismatch(node, path, "a whole number", "Write a whole number, without unit or quotes.")
        }
        return value
    }

    func mismatch(_ node: Node, _ path: FieldPath, _ expected: String, _ remedy: String) -> CatalogueError {
        CatalogueError([problem(at: path, found: Self.describe(node), expected: expected, remedy: remedy)])
    }

    private func plain(_ node: Node) -> String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return nil }
        return scalar.string
    }
}
