import FoundationEssentials

/// A journal file that cannot be read.
public struct JournalError: Error, Sendable, Equatable, CustomStringConvertible {
    /// File, if there is one.
    public var file: String?
    /// Line, from 1.
    public var line: Int
    /// Field at fault, as a path, or "".
    public var field: String
    /// What is wrong.
    public var problem: String
    /// What to do about it.
    public var remedy: String

    /// File, line, field, problem and remedy.
    public var description: String {
        "\(file ?? "journal"):\(line): " + (field.isEmpty ? "" : "\(field): ") + "\(problem). \(remedy)"
    }
}

extension Journal {
    /// Version of the file format.
    public static let schemaVersion = 1

    private struct Header: Codable {
        struct Contents: Codable {
            var schema: Int
            var therapy: String
            var subject: SubjectKind
        }
        var journal: Contents
    }

    /// The journal as NDJSON: a header line, then one entry a line. Keys are sorted, so equal journals are equal texts.
    public func ndjson() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let header = Header(journal: .init(schema: Self.schemaVersion, therapy: therapy, subject: subject))
        var text = String(decoding: try encoder.encode(header), as: UTF8.self) + "\n"
        for entry in entries {
            text += String(decoding: try encoder.encode(entry), as: UTF8.self)
            text += "\n"
        }
        return text
    }

    /// Reads NDJSON. Lines may end with CR LF; empty lines are skipped.
    /// - Parameters:
    ///   - ndjson: the file's text.
    ///   - file: its name, for errors.
    /// - Throws: `JournalError` with the line and field of the first fault. A field that no type knows is a fault too:
    ///   a misspelt optional field would else be lost without a word.
    public init(ndjson: String, file: String? = nil) throws(JournalError) {
        let lines = JournalLines(file: file)
        var journal: Journal?
        for (offset, line) in ndjson.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            let text = line.last == 13 ? line.dropLast() : line
            if text.allSatisfy({ $0 == 32 || $0 == 9 }) { continue }
            let number = offset + 1
            if journal == nil {
                let header = try lines.read(Header.self, Data(text), number).journal
                guard header.schema == Self.schemaVersion else {
                    throw lines.error(
                        number, "journal.schema", "version \(header.schema) is not known",
                        "This program reads version \(Self.schemaVersion).")
                }
                journal = Journal(therapy: header.therapy, subject: header.subject)
            } else {
                let entry = try lines.read(Entry.self, Data(text), number)
                do {
                    try journal?.append(entry)
                } catch {
                    throw lines.error(number, error.field, error.problem, error.remedy)
                }
            }
        }
        guard let journal else {
            throw lines.error(
                1, "journal", "the file is empty", "A journal begins with a line {\"journal\":{\"schema\":1,…}}.")
        }
        self = journal
    }
}

/// Reads the lines of one file.
private struct JournalLines {
    let file: String?
    private let decoder = JSONDecoder()
    private let encoder = JSONEncoder()

    init(file: String?) {
        self.file = file
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func error(_ line: Int, _ field: String, _ problem: String, _ remedy: String) -> JournalError {
        JournalError(file: file, line: line, field: field, problem: problem, remedy: remedy)
    }

    func read<Value: Codable>(_ type: Value.Type, _ data: Data, _ line: Int) throws(JournalError) -> Value {
        let notJSON = "Each line is one JSON object."
        // What comes out again to the letter, as our own files do, holds no field that was not understood.
        if let value = try? decoder.decode(type, from: data), (try? encoder.encode(value)) == data { return value }
        do {
            let raw = try decoder.decode(JSONValue.self, from: data)
            guard case .object(let fields) = raw else {
                throw error(line, "", "the line is no JSON object", notJSON)
            }
            if fields["journal"] != nil, type == Entry.self {
                throw error(
                    line, "journal", "a second journal begins here",
                    "One file holds one journal; real, simulated and training journals never mix.")
            }
            let value = try decoder.decode(type, from: data)
            let understood = try decoder.decode(JSONValue.self, from: encoder.encode(value))
            if let field = raw.firstField(unknownTo: understood) {
                throw error(
                    line, field, "this field is not known here",
                    "Check its spelling; docs/journal.schema.json describes every field.")
            }
            return value
        } catch let fault as JournalError {
            throw fault
        } catch let fault as DecodingError {
            throw self.fault(fault, line: line)
        } catch {
            throw self.error(line, "", "the line is not JSON", notJSON)
        }
    }

    private func fault(_ error: DecodingError, line: Int) -> JournalError {
        func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
            (context.codingPath + (last.map { [$0] } ?? [])).map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
                .joined(separator: ".")
        }
        let (field, problem, remedy): (String, String, String) =
            switch error {
            case .keyNotFound(let key, let context):
                (path(context, key), "it is missing", "Add it; docs/journal.schema.json describes every field.")
            case .typeMismatch(let type, let context):
                (path(context), "a value of type \(type) belongs here", "See docs/journal.schema.json.")
            case .valueNotFound(_, let context):
                (
                    path(context), "null is not allowed here",
                    "Give a value, or leave the field out if it may be unknown."
                )
            case .dataCorrupted(let context):
                (
                    path(context), context.debugDescription.isEmpty ? "it cannot be read" : context.debugDescription,
                    "See docs/journal.schema.json."
                )
            @unknown default: ("", "it cannot be read", "See docs/journal.schema.json.")
            }
        return self.error(line, field, problem.hasSuffix(".") ? String(problem.dropLast()) : problem, remedy)
    }
}
