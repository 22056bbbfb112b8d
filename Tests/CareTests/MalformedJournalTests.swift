import Care
import Testing

/// A fault in a journal's text: where it is and what is said about it.
struct Malformed: Sendable, CustomTestStringConvertible {
    var name: String
    var line: Int
    var field: String
    var text: String
    var testDescription: String { name }

    private static let header = #"{"journal":{"schema":1,"subject":{"real":{}},"therapy":"COI-1"}}"#

    private static func entry(
        _ sequence: Int, _ type: String, _ payload: String, at time: String = "2026-03-01T12:00:00Z"
    )
        -> String
    {
        #"{"actor":{"name":"Ada","role":"nurse"},"occurredAt":"\#(time)","recordedAt":"2026-03-02T12:00:00Z","#
            + #""sequence":\#(sequence),"type":"\#(type)","payload":\#(payload)}"#
    }

    /// A fault in the second entry, the third line of the file.
    private static func second(_ name: String, _ field: String, _ line: String) -> Malformed {
        let text = [header, entry(1, "consentRecorded", #"{"given":true}"#), line].joined(separator: "\n")
        return Malformed(name: name, line: 3, field: field, text: text)
    }

    static let all: [Malformed] = [
        Malformed(name: "an empty file", line: 1, field: "journal", text: ""),
        Malformed(name: "no header", line: 1, field: "journal", text: entry(1, "consentRecorded", #"{"given":true}"#)),
        Malformed(
            name: "a later version", line: 1, field: "journal.schema",
            text: #"{"journal":{"schema":2,"subject":{"real":{}},"therapy":"COI-1"}}"#),
        Malformed(
            name: "an unknown subject", line: 1, field: "journal.subject",
            text: #"{"journal":{"schema":1,"subject":{"virtual":{}},"therapy":"COI-1"}}"#),
        second("a line cut short", "", #"{"actor":{"name":"Ada""#),
        second("a line that is a list", "", "[1]"),
        second("a second journal in the file", "journal", header),
        second("a number left out", "sequence", entry(3, "consentRecorded", #"{"given":true}"#)),
        second("an unknown kind of event", "type", entry(2, "consentGiven", #"{"given":true}"#)),
        second("a missing field", "payload.given", entry(2, "consentRecorded", "{}")),
        second("a wrong type", "payload.given", entry(2, "consentRecorded", #"{"given":"yes"}"#)),
        second("a misspelt optional field", "payload.temprature", entry(2, "vitalsTaken", #"{"temprature":39.5}"#)),
        second("an ICE score of 11", "payload.ice", entry(2, "neurologyAssessed", #"{"ice":11}"#)),
        second("degrees Fahrenheit", "payload.temperature", entry(2, "vitalsTaken", #"{"temperature":101.3}"#)),
        second(
            "a time without a zone", "occurredAt",
            entry(2, "consentRecorded", #"{"given":true}"#, at: "2026-03-01T12:00:00")),
        second(
            "a day that does not exist", "occurredAt",
            entry(2, "consentRecorded", #"{"given":true}"#, at: "2026-02-29T12:00:00Z")),
        second("a correction of nothing", "payload.sequence", entry(2, "corrected", #"{"sequence":2,"reason":"x"}"#)),
    ]
}

@Suite("Malformed journals")
struct MalformedJournalTests {
    @Test("File, line, field and what to do", arguments: Malformed.all)
    func fault(malformed: Malformed) {
        let error = #expect(throws: JournalError.self) { try Journal(ndjson: malformed.text, file: "case.ndjson") }
        #expect(error?.line == malformed.line)
        #expect(error?.field == malformed.field)
        #expect(error?.remedy.isEmpty == false)
        #expect(error?.description.hasPrefix("case.ndjson:\(malformed.line): ") == true)
    }

    @Test("A field that is null is unknown, like one left out")
    func null() throws {
        let text = EventSamples.journal(of: .real)
        let written = try text.ndjson().replacing(#""heartRate":110"#, with: #""heartRate":null"#)
        let vitals = try Journal(ndjson: written).entries.compactMap { entry -> VitalSigns? in
            if case .vitalsTaken(let signs) = entry.event { signs } else { nil }
        }
        #expect(vitals.first?.heartRate == nil)
        #expect(vitals.first?.temperature == 38.6)
    }

    @Test("Random damage is read or refused, and never crashes", arguments: 0..<3)
    func damage(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        let good = Array(try EventSamples.journal(of: .real).ndjson().utf8)
        for _ in 0..<30 {
            var bytes = good
            if Bool.random(using: &cases) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &cases)) }
            for _ in 0..<3 where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &cases)] = UInt8.random(in: 32...126, using: &cases)
            }
            do throws(JournalError) {
                _ = try Journal(ndjson: String(decoding: bytes, as: UTF8.self))
            } catch {
                #expect(error.line >= 1)
            }
        }
    }
}
