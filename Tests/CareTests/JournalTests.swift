import Testing

@testable import Care

/// The journal's file: nothing is lost on the way out and back, and a spoiled file is told with its line and field.
@Suite struct JournalTests {
    @Test func `every type of event is in the round trip`() {
        #expect(Set(EveryEvent.events.map(\.type)) == Set(EventType.allCases))
    }

    @Test(arguments: [SubjectKind.real, .training, .simulated(study: "eliana", seed: .max, patient: 3)])
    func `a journal comes back from its file as it went in`(subject: SubjectKind) throws {
        let journal = EveryEvent.journal(subject)
        let text = try journal.ndjson()
        let back = try Journal(ndjson: text, file: "j.ndjson")
        #expect(back == journal)
        #expect(try back.ndjson() == text)
        #expect(text.split(separator: "\n").count == journal.entries.count + 1)
    }

    /// What is done to the file, the line at fault, and words that the message must have.
    static let faults: [(String, @Sendable (inout [String]) -> Void, Int, [String])] = [
        ("empty", { $0 = [] }, 1, ["empty"]),
        ("no header", { $0.removeFirst() }, 1, ["journal", "missing"]),
        ("another version", { $0[0] = $0[0].replaced("\"schema\":1", "\"schema\":9") }, 1, ["version 9"]),
        ("not JSON", { $0[4] = "{oops" }, 5, []),
        ("an unknown type", { $0[1] = $0[1].replaced("referralReceived", "referralRecieved") }, 2, ["type"]),
        ("a missing field", { $0[1] = $0[1].replaced("\"age\":55,", "") }, 2, ["payload.age", "missing"]),
        ("a word for a number", { $0[1] = $0[1].replaced("\"age\":55", "\"age\":\"old\"") }, 2, ["payload.age"]),
        ("a time without a zone", { $0[1] = $0[1].replaced("Z\"", "\"") }, 2, ["zone"]),
        ("a gap", { $0.remove(at: 3) }, 4, ["sequence"]),
        ("a repeated entry", { $0.insert($0[2], at: 3) }, 4, ["sequence"]),
        ("an unknown grade", { $0[21] = $0[21].replaced("\"grade\":2", "\"grade\":9") }, 22, ["payload.grade"]),
    ]

    @Test(arguments: faults.indices) func `a spoiled file is told with its line and field`(index: Int) throws {
        let (name, spoil, line, words) = Self.faults[index]
        var lines = try EveryEvent.journal().ndjson().split(separator: "\n").map(String.init)
        spoil(&lines)
        do throws(JournalError) {
            _ = try Journal(ndjson: lines.joined(separator: "\n"), file: "p.ndjson")
            Issue.record("\(name): nothing was thrown")
        } catch {
            #expect(error.line == line, "\(name): \(error)")
            #expect("\(error)".hasPrefix("p.ndjson:\(line): "))
            for word in words { #expect("\(error)".contains(word), "\(name): \(error)") }
            #expect(!error.remedy.isEmpty)
        }
    }

    @Test func `random damage is read or refused, and never crashes`() throws {
        let good = Array(try EveryEvent.journal().ndjson().utf8)
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
        for _ in 0..<400 {
            var bytes = good
            if next(3) == 0 { bytes.removeLast(next(bytes.count)) }
            for _ in 0..<(1 + next(4)) where !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(32 + next(95)) }
            do throws(JournalError) {
                _ = try Journal(ndjson: String(decoding: bytes, as: UTF8.self), file: "f")
            } catch {
                #expect(error.line >= 1)
            }
        }
    }
}

extension String {
    /// With the first occurrence of a text replaced.
    func replaced(_ old: String, _ new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
