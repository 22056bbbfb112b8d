import Care
import Testing

@testable import FHIR

@Suite("A journal comes back from FHIR as it was")
struct RoundTripTests {
    @Test("every kind of event, with every field filled", arguments: try Lines.samples().indices)
    func filled(index: Int) throws {
        let journal = try Lines.journal(try Lines.samples()[index])
        #expect(try journal.throughFHIR().letter == journal.letter)
    }

    @Test("every kind of event, with no field that may be left out", arguments: try Lines.samples().indices)
    func minimal(index: Int) throws {
        var line = try Lines.samples()[index]
        for name in Lines.optionalFields(of: line) {
            line["payload"] = .object((line["payload"]?.members ?? [:]).filter { $0.key != name })
        }
        let journal = try Lines.journal(line)
        #expect(try journal.throughFHIR().letter == journal.letter)
    }

    @Test("every kind of event, with each optional field alone left out, and each list empty")
    func oneByOne() throws {
        for line in try Lines.samples() {
            let payload = line["payload"]?.members ?? [:]
            for name in Lines.optionalFields(of: line) {
                var less = line
                less["payload"] = .object(payload.filter { $0.key != name })
                let journal = try Lines.journal(less)
                #expect(try journal.throughFHIR().letter == journal.letter, "\(line["type"]?.text ?? "") \(name)")
            }
            for (name, value) in payload where value.items != nil {
                var empty = line
                empty["payload"] = .object(payload.merging([name: []]) { $1 })
                let journal = try Lines.journal(empty)
                #expect(try journal.throughFHIR().letter == journal.letter, "\(line["type"]?.text ?? "") \(name)")
            }
        }
    }

    @Test(
        "texts that a FHIR string cannot hold",
        arguments: [
            "", " ", "\t\n", "a\u{0}b", "\u{1F}", "e\u{301}", "é", "\"\\/", "\u{2028}", "\u{85}", "\u{FEFF}", " x ",
        ])
    func texts(text: String) throws {
        for line in try Lines.samples() {
            let payload = line["payload"]?.members ?? [:]
            for name in payload.keys.sorted() where payload[name]?.text != nil {
                var odd = line
                odd["payload"] = .object(payload.merging([name: .string(text)]) { $1 })
                odd["actor"] = ["role": "nurse", "name": .string(text)]
                // Codes are no texts; some texts are ruled by the journal.
                guard let journal = try? Lines.journal(odd) else { continue }
                #expect(try journal.throughFHIR().letter == journal.letter, "\(line["type"]?.text ?? "") \(name)")
            }
        }
    }

    @Test(
        "a whole journal of each realm",
        arguments: [SubjectKind.real, .training, .simulated(study: "zuma-1", seed: .max, patient: 3_000_000_000)])
    func realms(subject: SubjectKind) throws {
        let journal = EventSamples.journal(of: subject)
        let data = try FHIRExport.bundle(of: journal, centre: "Köln / 1").data
        let again = try FHIRImport.journal(from: data)
        #expect(again.letter == journal.letter)
        #expect(again == journal)
    }
}
