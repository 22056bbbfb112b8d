import Care
import Foundation

@testable import FHIR

/// Journals of anything that can be recorded, in any order, with any field left out and any text and number.
struct RandomLines {
    private var cases: SplitMix
    private let samples: [[String: JSON]]
    private let optional: [[String]]

    init(seed: UInt64) throws {
        cases = SplitMix(seed: seed)
        samples = try Lines.samples()
        optional = samples.map(Lines.optionalFields)
    }

    mutating func journal(entries count: Int) throws -> Journal {
        let subject: SubjectKind =
            [
                .real, .training,
                .simulated(
                    study: text(), seed: cases.next(), patient: Int.random(in: 0...9_000_000_000, using: &cases)),
            ].randomElement(using: &cases) ?? .real
        var journal = Journal(therapy: text(), subject: subject)
        var written = Int64.random(in: -2_000_000_000_000...4_000_000_000_000, using: &cases)
        while journal.entries.count < count {
            let index = Int.random(in: 0..<samples.count, using: &cases)
            var line = samples[index]
            var payload = line["payload"]?.members ?? [:]
            for name in optional[index] where cases.chance(3) { payload[name] = nil }
            payload = payload.mapValues { varied($0) }
            if line["type"] == "corrected" {
                guard !journal.entries.isEmpty else { continue }
                payload["sequence"] = JSON(integerLiteral: Int.random(in: 1...journal.entries.count, using: &cases))
            }
            if line["type"] == "productOrdered" { payload["chainOfIdentity"] = .string(journal.therapy) }
            line["payload"] = .object(payload)
            line["sequence"] = JSON(integerLiteral: journal.entries.count + 1)
            written += Int64.random(in: 0...90_000_000, using: &cases)
            line["recordedAt"] = .string(instant(written).iso8601)
            let late = cases.chance(2) ? 0 : Int64.random(in: 0...9_000_000_000, using: &cases)
            line["occurredAt"] = .string(instant(written - late).iso8601)
            line["actor"] = [
                "role": .string(Role.allCases.randomElement(using: &cases)?.rawValue ?? ""), "name": .string(text()),
            ]
            line["productVersion"] = cases.chance(2) ? .string(text()) : nil
            line["submission"] = cases.chance(2) ? .string(text() + "\(journal.entries.count)") : nil
            line["simulatedDay"] = nil
            if case .simulated = subject { line["simulatedDay"] = number(Double.random(in: -90...400, using: &cases)) }
            // What the journal's rules refuse is no case of this test.
            if let entry = try? Lines.entry(line) { try? journal.append(entry) }
        }
        return journal
    }

    private mutating func instant(_ milliseconds: Int64) -> Instant {
        let whole = cases.chance(2) ? milliseconds / 60_000 * 60_000 : milliseconds
        let zone = [0, 0, 60, -300, 345, -840, 840, 570].randomElement(using: &cases) ?? 0
        return Instant(millisecondsSince1970: whole, zoneOffsetMinutes: zone)
    }

    private func number(_ value: Double) -> JSON { JSONNumber(value).map(JSON.number) ?? 0 }

    private mutating func text() -> String {
        let alphabet: [Character] = Array("abcXYZ019 -_/\\\"<>&'%{}[]äß漢🧬\u{301}\u{0}\u{7}\n\t\u{A0}")
        return String(
            (0..<Int.random(in: 0...12, using: &cases)).map { _ in alphabet.randomElement(using: &cases) ?? "x" })
    }

    /// Another value of the same kind; where that is no value of the field, the entry is refused and drawn again.
    private mutating func varied(_ value: JSON) -> JSON {
        guard !cases.chance(3) else { return value }
        switch value {
        case .bool: return .bool(Bool.random(using: &cases))
        case .number(let old):
            if old.integer != nil, cases.chance(2) { return JSON(integerLiteral: Int.random(in: 0...6, using: &cases)) }
            if old.integer != nil { return value }
            switch Int.random(in: 0..<4, using: &cases) {
            case 0: return number(Double(Int.random(in: 0...1000, using: &cases)) / 1000)
            case 1: return number(Double.random(in: 0...1, using: &cases))
            case 2: return number(Double.random(in: 0...100, using: &cases))
            default: return number(Double.random(in: 0...1, using: &cases) * 1e-9)
            }
        case .string(let old):
            if (try? Instant(iso8601: old)) != nil {
                return .string(instant(Int64.random(in: 0...4_000_000_000_000, using: &cases)).iso8601)
            }
            return cases.chance(2) ? value : .string(text())
        case .array(let items):
            let count = Int.random(in: 0...3, using: &cases)
            var all: [JSON] = []
            for _ in 0..<count { if let item = items.first { all.append(varied(item)) } }
            return .array(all)
        case .object(let members): return .object(members.mapValues { varied($0) })
        case .null: return value
        }
    }
}
