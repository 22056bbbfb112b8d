import FoundationEssentials
import Testing

@testable import Care

@Suite("The journal's JSON schema")
struct SchemaTests {
    private let checker: SchemaChecker

    init() throws { checker = try SchemaChecker.published() }

    private func lines(_ subject: SubjectKind) throws -> [JSONValue] {
        try EventSamples.journal(of: subject).ndjson().split(separator: "\n").map {
            try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8))
        }
    }

    @Test("Every line that we write fits it", arguments: JournalTests.subjects)
    func fits(subject: SubjectKind) throws {
        for line in try lines(subject) {
            #expect(checker.faults(line, checker.root) == [])
        }
    }

    private var entry: JSONValue? { checker.root["else"] }

    /// The definition of the payload that a kind of event has.
    private func payload(of type: String) -> JSONValue? {
        let rule = entry?["allOf"]?.items?.first {
            $0["if"]?["properties"]?["type"]?["const"]?.text == type
        }
        let reference = rule?["then"]?["properties"]?["payload"]?["$ref"]?.text
        return reference?.split(separator: "/").last.flatMap { checker.definition(String($0)) }
    }

    @Test("It has the kinds of event that we have, and no other")
    func kinds() {
        let listed = entry?["properties"]?["type"]?["enum"]?.items?.compactMap(\.text)
        #expect(listed?.sorted() == EventType.allCases.map(\.rawValue).sorted())
        #expect(entry?["allOf"]?.items?.count == EventType.allCases.count)
    }

    @Test("Every kind has the fields that we write, and no other")
    func fields() throws {
        for line in try lines(.real).dropFirst() {
            let type = try #require(line["type"]?.text)
            let written = try #require(line["payload"]?.fields).keys.sorted()
            let described = try #require(payload(of: type)?["properties"]?.fields).keys.sorted()
            #expect(written == described, "\(type)")
        }
    }

    @Test("Its lists of words are ours")
    func words() {
        func list(_ definition: String) -> [String]? {
            checker.definition(definition)?["enum"]?.items?.compactMap(\.text).sorted()
        }
        #expect(list("Drug") == Drug.allCases.map(\.rawValue).sorted())
        #expect(list("Analyte") == Analyte.allCases.map(\.rawValue).sorted())
        #expect(list("Response") == Response.allCases.map(\.rawValue).sorted())
        #expect(list("Cancellation.Reason") == Cancellation.Reason.allCases.map(\.rawValue).sorted())
        #expect(list("Death.Cause") == Death.Cause.allCases.map(\.rawValue).sorted())
        #expect(list("Role") == Role.allCases.map(\.rawValue).sorted())
    }

    @Test(
        "A misspelt field, a wrong type and a missing one do not fit",
        arguments: [
            ("vitalsTaken", #"{"temprature":39}"#), ("vitalsTaken", #"{"vasopressors":1.5}"#),
            ("neurologyAssessed", #"{"ice":11}"#), ("consentRecorded", "{}"),
        ])
    func misfits(type: String, text: String) throws {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(!checker.faults(value, try #require(payload(of: type))).isEmpty)
    }
}
