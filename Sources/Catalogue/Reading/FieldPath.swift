/// The way from a document's root to a field.
struct FieldPath: Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// One step.
    enum Step: Hashable {
        case key(String)
        case index(Int)
    }
    /// Steps from the root.
    var steps: [Step] = []

    init(_ steps: [Step] = []) { self.steps = steps }

    /// A path of keys, separated by dots.
    init(stringLiteral value: String) {
        steps = value.split(separator: ".").map { .key(String($0)) }
    }

    init(codingPath: [any CodingKey]) {
        steps = codingPath.map { key in key.intValue.map(Step.index) ?? .key(key.stringValue) }
    }

    static func + (path: FieldPath, key: String) -> FieldPath { FieldPath(path.steps + [.key(key)]) }

    static func + (path: FieldPath, index: Int) -> FieldPath { FieldPath(path.steps + [.index(index)]) }

    /// As a person writes it: `published[3].n`.
    var description: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .key(let key): text += (text.isEmpty ? "" : ".") + key
            case .index(let index): text += "[\(index)]"
            }
        }
    }
}
