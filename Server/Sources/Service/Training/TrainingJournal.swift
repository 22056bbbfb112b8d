import Care
import Foundation

/// A simulator's journal made a training one: cut, moved in time, with another identifier and people's names.
struct TrainingJournal {
    private let source: Journal
    private let until: Instant
    private let therapy: String
    private let shift: Int64

    init(_ source: Journal, until: Instant, as therapy: String, ending now: Instant) {
        self.source = source
        self.until = until
        self.therapy = therapy
        shift = now.milliseconds - until.milliseconds - 60_000
    }

    /// The journal.
    func journal() throws -> Journal {
        var lines = [
            "{\"journal\":{\"schema\":\(Journal.schemaVersion),\"subject\":{\"training\":{}},\"therapy\":\"\(therapy)\"}}"
        ]
        for entry in source.entries where entry.recordedAt <= until {
            guard case .object(var fields) = try Self.json(entry) else { continue }
            fields["simulatedDay"] = nil
            fields["sequence"] = .integer(lines.count)
            lines.append(String(decoding: try Wire.data(moved(.object(fields))), as: UTF8.self))
        }
        return try Journal(ndjson: lines.joined(separator: "\n"))
    }

    private static func json(_ entry: Entry) throws -> JSON {
        try JSONDecoder().decode(JSON.self, from: JSONEncoder().encode(entry))
    }

    /// Every time is moved, every identifier renamed, every simulator given a name.
    private func moved(_ json: JSON) -> JSON {
        switch json {
        case .string(let text): .string(moved(text))
        case .array(let items): .array(items.map(moved))
        case .object(let fields):
            if fields.count == 2, fields["name"] == "simulator", let role = fields["role"]?.text {
                ["role": .string(role), "name": .string(Self.name(role))]
            } else {
                .object(fields.mapValues(moved))
            }
        default: json
        }
    }

    private func moved(_ text: String) -> String {
        if text.count >= 16, text.contains("T"), let instant = try? Instant(iso8601: text) {
            return Instant(
                millisecondsSince1970: instant.milliseconds + shift, zoneOffsetMinutes: instant.zoneOffsetMinutes
            ).iso8601
        }
        return text.replacing(source.therapy, with: therapy)
    }

    /// A name for somebody of a role; nobody real.
    private static func name(_ role: String) -> String {
        let words = role.reduce(into: "") { text, letter in
            text += letter.isUppercase ? " \(letter.lowercased())" : "\(letter)"
        }
        return "Training \(words)"
    }
}
