import Yams

/// A YAML text and the tree that it parses to; knows on which line each field stands.
struct YAMLDocument {
    /// Name of the file, for messages.
    let file: String
    /// The tree.
    let root: Node

    /// Larger files are refused: ours have some ten kilobytes.
    static let sizeLimit = 4_000_000
    /// Deeper nesting is refused, because a parser that recurses would run out of stack.
    static let depthLimit = 100

    /// Parses a text.
    ///
    /// - Throws: `CatalogueError` with the line of the syntax error.
    init(_ text: String, file: String) throws {
        self.file = file
        try Self.refuseExcess(text, file: file)
        do {
            guard let root = try Yams.compose(yaml: text) else {
                throw Self.fault(
                    file, 1, 1, "", "an empty document", "a mapping of fields", "See \(Self.guide(to: file)).")
            }
            self.root = root
        } catch let error as YamlError {
            throw CatalogueError([Self.problem(error, text: text, file: file)])
        }
    }

    /// The page that says which fields a file has.
    var guide: String { Self.guide(to: file) }

    private static func guide(to file: String) -> String {
        if file.hasSuffix("model.yaml") { return "docs/models.md" }
        if file.contains("centres/") { return "docs/centre.md" }
        return file.contains("Evidence/labels/") ? "Evidence/labels/README.md" : "Evidence/README.md"
    }

    /// The node at a path, or nil.
    func node(at path: FieldPath) -> Node? {
        path.steps.reduce(root as Node?) { node, step in
            switch (step, node) {
            case (.key(let key), .mapping(let mapping)): mapping.first { $0.key.scalar?.string == key }?.value
            case (.index(let index), .sequence(let sequence)):
                sequence.indices.contains(index) ? sequence[index] : nil
            default: nil
            }
        }
    }

    /// Where a field stands; for one that is missing, where the thing stands that it is missing from.
    func mark(at path: FieldPath) -> (line: Int, column: Int) {
        var path = path
        while true {
            if let mark = node(at: path)?.mark { return (mark.line, mark.column) }
            if path.steps.isEmpty { return (1, 1) }
            path.steps.removeLast()
        }
    }

    /// A fault at a path.
    func problem(
        at path: FieldPath, found: String, expected: String, remedy: String
    ) -> CatalogueError.Problem {
        let (line, column) = mark(at: path)
        return .init(
            file: file, line: line, column: column, field: path.description, found: found, expected: expected,
            remedy: remedy)
    }

    private static func fault(
        _ file: String, _ line: Int, _ column: Int, _ field: String, _ found: String, _ expected: String,
        _ remedy: String
    ) -> CatalogueError {
        CatalogueError([
            .init(
                file: file, line: line, column: column, field: field, found: found, expected: expected, remedy: remedy)
        ])
    }

    private static func refuseExcess(_ text: String, file: String) throws {
        guard text.utf8.count <= sizeLimit else {
            throw fault(
                file, 1, 1, "", "\(text.utf8.count) bytes", "at most \(sizeLimit)", "Name a study, product or policy.")
        }
        var (brackets, line) = (0, 1)
        var (indent, indenting) = (0, true)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"): (line, indent, indenting) = (line + 1, 0, true)
            case UInt8(ascii: "["), UInt8(ascii: "{"): (brackets, indenting) = (brackets + 1, false)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): (brackets, indenting) = (max(0, brackets - 1), false)
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"): indent += indenting ? 1 : 0
            default: indenting = false
            }
            guard brackets <= depthLimit, indent <= 4 * depthLimit else {
                throw fault(
                    file, line, 1, "", "text nested more than \(depthLimit) deep", "a few levels",
                    "Close the brackets before this line, or shorten its indentation.")
            }
        }
    }

    private static func problem(_ error: YamlError, text: String, file: String) -> CatalogueError.Problem {
        var problem = CatalogueError.Problem(
            file: file, line: 1, column: 1, field: "", found: "text that is not YAML", expected: "valid YAML",
            remedy: "Check indentation, quotes and brackets at this line and the one above it.")
        switch error {
        case .scanner(_, let message, let mark, _), .parser(_, let message, let mark, _),
            .composer(_, let message, let mark, _):
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
            (problem.line, problem.column) = (min(max(1, mark.line), lines), max(1, mark.column))
            problem.found = "a syntax error (\(message))"
        case .reader(let message, let offset, _, let yaml):
            let before = yaml.utf8.prefix(max(0, offset ?? 0))
            problem.line = 1 + before.count { $0 == UInt8(ascii: "\n") }
            problem.found = "a character that YAML does not allow (\(message))"
            problem.remedy = "Remove the control character at this line."
        case .duplicatedKeysInMapping(let duplicates, let context):
            (problem.line, problem.column) = (context.mark.line, context.mark.column)
            problem.found = "a key more than once: \(duplicates.sorted().joined(separator: ", "))"
            problem.expected = "each key once"
            problem.remedy = "Keep one of them; the mapping begins at this line."
        default:
            problem.found = "text that cannot be read (\(error))"
        }
        return problem
    }
}
