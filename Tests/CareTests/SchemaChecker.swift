import FoundationEssentials

@testable import Care

/// Checks JSON against the keywords of JSON Schema that the journal's schema uses; patterns are left to other checkers.
struct SchemaChecker {
    let root: JSONValue

    /// The published schema.
    static func published() throws -> SchemaChecker {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = folder.appending(path: "../../docs/journal.schema.json")
        return SchemaChecker(root: try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: file)))
    }

    func definition(_ name: String) -> JSONValue? { root["$defs"]?[name] }

    /// What is wrong with a value, as paths; empty if nothing is.
    func faults(_ value: JSONValue, _ schema: JSONValue, at path: String = "$") -> [String] {
        if let name = schema["$ref"]?.text?.split(separator: "/").last {
            guard let target = definition(String(name)) else { return ["\(path): no definition \(name)"] }
            return faults(value, target, at: path)
        }
        var faults: [String] = []
        if let type = schema["type"]?.text, !value.isOf(type) { return ["\(path): not of type \(type)"] }
        if let allowed = schema["enum"]?.items, !allowed.contains(value) { faults.append("\(path): not in enum") }
        if let only = schema["const"], only != value { faults.append("\(path): not the constant") }
        if let number = value.number {
            if let least = schema["minimum"]?.number, number < least { faults.append("\(path): below minimum") }
            if let most = schema["maximum"]?.number, number > most { faults.append("\(path): above maximum") }
        }
        for (index, item) in (value.items ?? []).enumerated() {
            if let inner = schema["items"] { faults += self.faults(item, inner, at: "\(path)[\(index)]") }
        }
        faults += objectFaults(value, schema, at: path)
        if let choices = schema["oneOf"]?.items {
            let fitting = choices.filter { self.faults(value, $0, at: path).isEmpty }
            if fitting.count != 1 { faults.append("\(path): fits \(fitting.count) of \(choices.count) choices") }
        }
        for rule in schema["allOf"]?.items ?? [] { faults += self.faults(value, rule, at: path) }
        if let condition = schema["if"] {
            let branch = self.faults(value, condition, at: path).isEmpty ? schema["then"] : schema["else"]
            if let branch { faults += self.faults(value, branch, at: path) }
        }
        return faults
    }

    private func objectFaults(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
        guard let fields = value.fields else { return [] }
        let known = schema["properties"]?.fields ?? [:]
        var faults: [String] = []
        for name in schema["required"]?.items?.compactMap(\.text) ?? [] where fields[name] == nil {
            faults.append("\(path).\(name): missing")
        }
        for (name, inner) in fields {
            if let rule = known[name] {
                faults += self.faults(inner, rule, at: "\(path).\(name)")
            } else if schema["additionalProperties"] == .bool(false) {
                faults.append("\(path).\(name): not in the schema")
            }
        }
        return faults
    }
}

extension JSONValue {
    subscript(name: String) -> JSONValue? { fields?[name] }
    var fields: [String: JSONValue]? { if case .object(let value) = self { value } else { nil } }
    var items: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    var text: String? { if case .string(let value) = self { value } else { nil } }
    var number: Double? { if case .number(let value) = self { value } else { nil } }

    func isOf(_ type: String) -> Bool {
        switch (type, self) {
        case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool), ("number", .number): true
        case ("integer", .number(let value)): value == value.rounded()
        default: false
        }
    }
}
