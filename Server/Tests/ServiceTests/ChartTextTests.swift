import Care
import Foundation
import Logging
import Records
import Testing

@testable import Service

/// A chart's text is written by hand and not by an encoder; nobody may notice.
@Suite("The text of a chart")
struct ChartTextTests {
    @Test("of every training patient is to the letter what an encoder writes, now and at any time before")
    func training() async throws {
        let centre = try await TestCentre()
        _ = try await centre.service.settleTraining()
        let (records, now) = (centre.service.desk.records, centre.clock.now)
        var shown: Set<String> = []
        for summary in try await records.store.journals(limit: 100) {
            let found = try await records.store.journal(summary.therapy)
            let entries = found.journal.entries
            let times = entries.indices.filter { $0 % 40 == 0 }.map { entries[$0].occurredAt }
            for at in [now, now.advanced(byDays: 400)] + times {
                let answer = ChartAnswer(ChartReading(found, at: at, in: records))
                let text = String(decoding: try answer.bytes(), as: UTF8.self)
                #expect(text == String(decoding: try Wire.data(answer), as: UTF8.self), "\(summary.therapy) at \(at)")
                for (what, isThere) in [
                    ("alerts", !answer.alerts.isEmpty), ("orders", !answer.activeOrders.isEmpty),
                    ("counsel", !answer.counsel.items.isEmpty), ("stops", !answer.stops.isEmpty),
                    ("due", !answer.due.isEmpty), ("doses", answer.counsel.items.contains { $0.dose != nil }),
                ] where isThere { shown.insert(what) }
            }
        }
        #expect(shown.count == 6, "\(shown)")
    }

    @Test("of what training patients do not have is the encoder's, too")
    func rare() throws {
        try expectSame(
            Alert.self,
            """
            {"acknowledgement":{"action":"seen \\"twice\\"","at":"2026-03-01T09:00:00Z","by":{"name":"Ada","role":"nurse"},
            "entry":7},"id":"a/1","owner":"nurse","reasons":[{"at":"2026-03-01T09:00:00.250+05:30","finding":"f","flag":"read",
            "source":"s","threshold":"t"}],"resolution":{"at":"2026-03-02T09:00:00Z","entry":9,"why":"\\u0001\\t\\n\\\\/"},
            "since":"2026-03-01T09:00:00Z","title":"é 😀","urgency":1}
            """)
        for status in [
            #"{"upcoming":{}}"#, #"{"due":{}}"#, #"{"overdue":{}}"#, #"{"missed":{"reason":"r"}}"#,
            #"{"done":{"at":"2026-03-01T09:00:00Z","entry":3}}"#, #"{"done":{"at":"2026-03-01T09:00:00Z"}}"#,
            #"{"notApplicable":{"why":"w"}}"#, #"{"undated":{"why":"w"}}"#,
        ] { try expectSame(DueStatus.self, status) }
        try expectSame(
            StruckEntry.self,
            """
            {"by":4,"entry":3,"occurredAt":"2026-03-01T09:00:00Z","reason":"r","stands":true,"struckAt":"2026-03-01T09:10:00Z",
            "struckBy":{"name":"A","role":"physician"},"type":"vitalsTaken","writtenBy":{"name":"B","role":"nurse"}}
            """)
        try expectSame(
            Doubt.self, #"{"entries":[1,2],"kind":"clock","problem":"p","remedy":"r","weight":"doubtful"}"#)
        try expectSame(
            Order.self,
            """
            {"amount":2.5,"doses":4,"drug":"oxygen","id":"O1","intervalHours":6,"minutes":0,
            "oxygen":{"nasalCannula":{"litresPerMinute":2}},"reason":"r","source":"","unit":"L/min"}
            """)
        try expectSame(
            StopAnswer.self,
            """
            {"actions":["infusion"],"clearedBy":"c","id":"i","override":{"first":["physician"],"second":[]},"reasons":["r"],
            "rule":"r","severity":"stop","step":"s","subject":"x","unknown":false}
            """)
    }

    @Test("of numbers and of any text is the encoder's")
    func values() throws {
        let numbers = [
            0, -0.0, 1, -1, 0.1, 1 / 3, 1e15, 1e16, 1e17, 123_456_789.125, 1e-5, 1e-7, .leastNonzeroMagnitude, 1e22,
            .greatestFiniteMagnitude,
        ]
        try expectSame(numbers)
        try expectSame([0, 1, -1, Int.max, Int.min])
        try expectSame([true, false])
        let scalars = (0..<0x300).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
        try expectSame(scalars + ["", "a\"b\\c/d", "\u{2028}\u{2029}\u{FEFF}", "😀\u{301}", scalars.joined()])
    }

    @Test("of what is no number is refused as the encoder refuses it")
    func noNumber() {
        var text = JSONText()
        Double.nan.write(to: &text)
        #expect(text.isBroken)
    }

    @Test("a line of log is an object of texts in the order of their names")
    func line() throws {
        var log = LineLog(label: "test")
        log[metadataKey: "request"] = "r-1"
        let event = LogEvent(
            level: .info, message: "a \"line\"\n", error: nil, metadata: ["status": "200", "Z": ["a", "b"]],
            source: "", file: "", function: "", line: 0)
        let line = String(decoding: log.line(event, at: TestCentre.start), as: UTF8.self)
        #expect(
            line == """
                {"Z":"[\\"a\\", \\"b\\"]","level":"info","logger":"test","message":"a \\"line\\"\\n","request":"r-1",\
                "status":"200","time":"2026-03-01T09:00:00Z"}

                """)
    }

    private func expectSame<Value: Codable & JSONWritten>(_ type: Value.Type, _ json: String) throws {
        try expectSame(try JSONDecoder().decode(type, from: Data(json.utf8)))
    }

    private func expectSame(_ value: some Encodable & JSONWritten) throws {
        var text = JSONText()
        value.write(to: &text)
        #expect(String(decoding: text.bytes, as: UTF8.self) == String(decoding: try Wire.data(value), as: UTF8.self))
    }
}
