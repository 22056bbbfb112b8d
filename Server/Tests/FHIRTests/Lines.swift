import Care
import Foundation

@testable import FHIR

/// Entries as the JSON of their lines: to be changed field by field, and read again.
enum Lines {
    static func json(_ entry: Entry) throws -> [String: JSON] {
        try JSONReader.read(Array(JSONEncoder().encode(entry)), limits: ReadingLimits()).members ?? [:]
    }

    static func entry(_ line: [String: JSON]) throws -> Entry {
        try JSONDecoder().decode(Entry.self, from: Data(JSON.object(line).bytes))
    }

    /// Which fields of a payload may be left out: found by leaving them out.
    static func optionalFields(of line: [String: JSON]) -> [String] {
        let payload = line["payload"]?.members ?? [:]
        return payload.keys.sorted().filter { name in
            var less = line
            less["payload"] = .object(payload.filter { $0.key != name })
            return (try? entry(less)) != nil
        }
    }

    /// A journal of one entry that others may stand before: as many admissions as a correction needs.
    static func journal(_ line: [String: JSON], subject: SubjectKind = .training) throws -> Journal {
        var journal = Journal(therapy: "COI-1", subject: subject)
        var line = line
        if line["type"] == "corrected" {
            journal.record(
                .admitted(Admission(unit: .ward, reason: "x")), by: Actor(role: .nurse, name: "Ada"),
                at: Instant(millisecondsSince1970: 0))
        }
        line["sequence"] = JSON(integerLiteral: journal.entries.count + 1)
        try journal.append(entry(line))
        return journal
    }

    /// One line for each kind of event, all fields filled: those of the journal's own tests, with what they leave out.
    static func samples() throws -> [[String: JSON]] {
        try EventSamples.journal(of: .training).entries.map { entry in
            var line = try json(entry)
            if line["type"] == "labReported" {
                line.put(.number(JSONNumber(12.5) ?? JSONNumber(0)), at: "payload.lowerLimit")
                line.put(300, at: "payload.upperLimit")
            }
            return line
        }
    }
}

extension Journal {
    /// The journal as text: equal texts are equal journals in each digit, zone and byte, where `==` compares moments and
    /// canonical text alone.
    var letter: String { (try? ndjson()) ?? "not writable" }

    /// The journal after it was exported, written as text, read and imported.
    func throughFHIR() throws -> Journal {
        let data = try FHIRExport.bundle(of: self, centre: "centre-1").data
        return try FHIRImport.journal(from: data, into: FHIRRealm(subject))
    }
}
