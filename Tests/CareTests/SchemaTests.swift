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

    @Test("It has the kinds of event that we have, and no other")
    func kinds() {
        let listed = checker.definition("entry")?["properties"]?["type"]?["enum"]?.items?.compactMap(\.text)
        #expect(listed?.sorted() == EventType.allCases.map(\.rawValue).sorted())
        #expect(checker.definition("entry")?["allOf"]?.items?.count == EventType.allCases.count)
    }

    @Test("Every kind has the fields that we write, and no other")
    func fields() throws {
        for line in try lines(.real).dropFirst() {
            let type = try #require(line["type"]?.text)
            let written = try #require(line["payload"]?.fields).keys.sorted()
            let described = try #require(checker.definition(type)?["properties"]?.fields).keys.sorted()
            #expect(written == described, "\(type)")
        }
    }

    @Test("Its lists of words are ours")
    func words() {
        func list(_ definition: String, _ property: String) -> [String]? {
            checker.definition(definition)?["properties"]?[property]?["enum"]?.items?.compactMap(\.text).sorted()
        }
        #expect(list("drugGiven", "drug") == Drug.allCases.map(\.rawValue).sorted())
        #expect(list("labReported", "analyte") == Analyte.allCases.map(\.rawValue).sorted())
        #expect(list("responseAssessed", "response") == Response.allCases.map(\.rawValue).sorted())
        #expect(list("therapyCancelled", "reason") == Cancellation.Reason.allCases.map(\.rawValue).sorted())
        #expect(list("died", "cause") == Death.Cause.allCases.map(\.rawValue).sorted())
        #expect(list("actor", "role") == Role.allCases.map(\.rawValue).sorted())
    }

    @Test("What the reader refuses by its limits the schema refuses too")
    func limits() throws {
        let wrong = [
            #"{"temperature":101.3}"#, #"{"temprature":39}"#, #"{"oxygenSaturation":101}"#, #"{"vasopressors":1.5}"#,
        ]
        let vitals = try #require(checker.definition("vitalsTaken"))
        for text in wrong {
            let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
            #expect(!checker.faults(value, vitals).isEmpty, "\(text)")
        }
        #expect(checker.faults(.object(["temperature": .number(39)]), vitals).isEmpty)
    }

    @Test("Every unit it states is the analyte's")
    func units() throws {
        let text = try #require(
            checker.definition("labReported")?["properties"]?["analyte"]?["description"]?.text)
        for analyte in Analyte.allCases { #expect(text.contains("\(analyte.rawValue) \(analyte.unit)")) }
    }
}
