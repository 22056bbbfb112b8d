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

    /// Reads NDJSON.
    /// - Parameters:
    ///   - ndjson: the file's text.
    ///   - file: its name, for errors.
    /// - Throws: `JournalError` with the line and field of the first fault.
    public init(ndjson: String, file: String? = nil) throws(JournalError) {
        let decoder = JSONDecoder()
        func read<Value: Decodable>(_ type: Value.Type, _ line: Substring, _ number: Int) throws(JournalError) -> Value
        {
            do {
                return try decoder.decode(type, from: Data(line.utf8))
            } catch let error as DecodingError {
                throw Self.fault(error, file: file, line: number)
            } catch {
                throw JournalError(
                    file: file, line: number, field: "", problem: "the line is not JSON",
                    remedy: "Each line is one JSON object.")
            }
        }
        let lines = ndjson.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, !first.isEmpty else {
            throw JournalError(
                file: file, line: 1, field: "journal", problem: "the file is empty",
                remedy: "A journal begins with a line {\"journal\":{\"schema\":1,…}}.")
        }
        let header = try read(Header.self, first, 1).journal
        guard header.schema == Self.schemaVersion else {
            throw JournalError(
                file: file, line: 1, field: "journal.schema", problem: "version \(header.schema) is not known",
                remedy: "This program reads version \(Self.schemaVersion).")
        }
        self.init(therapy: header.therapy, subject: header.subject)
        for (offset, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let entry = try read(Entry.self, line, offset + 1)
            guard entry.sequence == entries.count + 1 else {
                throw JournalError(
                    file: file, line: offset + 1, field: "sequence",
                    problem: "\(entry.sequence) stands where \(entries.count + 1) belongs",
                    remedy: "Entries are numbered from 1 without gaps; one is missing, repeated or out of order.")
            }
            append(entry)
        }
    }

    private static func fault(_ error: DecodingError, file: String?, line: Int) -> JournalError {
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
        return JournalError(
            file: file, line: line, field: field,
            problem: problem.hasSuffix(".") ? String(problem.dropLast()) : problem, remedy: remedy)
    }
}
