import Foundation
import Testing

/// `livingdrug expect`: a plan for patient and family.
@Suite struct ExpectCommandTests {
    @Test func `text for a patient: every phase, when to call, numbers with how sure they are, one disclaimer`() throws
    {
        let result = try Program.run("expect", "axi-cel", "--disease", "lbcl", "--at", "2026-11-21")
        #expect(result.code == 0)
        for words in [
            "What to expect: Yescarta (axi-cel)", "axi-cel/US@2026-02-06", "Week 1", "Year 2 and after",
            "Call at once, day or night", "38.0 °C (100.4 °F)", "(93 of 100) had CRS", "between 86 and",
            "Not known here; ask your team", "Phone of the centre", "911",
        ] { #expect(result.output.contains(words), "\(words)") }
        #expect(result.output.components(separatedBy: "not medical advice").count == 2)
    }

    @Test func `JSON is one object with sections, sources and flags`() throws {
        let result = try Program.run("expect", "Carvykti", "--jurisdiction", "eu", "--at", "2026-11-21", "--json")
        #expect(result.code == 0)
        let plan = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let sections = try #require(plan["sections"] as? [[String: Any]])
        #expect(sections.count == 10)
        #expect(sections.allSatisfy { ($0["callAtOnce"] as? [String])?.isEmpty == false })
        let numbers = sections.flatMap { $0["numbers"] as? [[String: Any]] ?? [] }
        #expect(!numbers.isEmpty && numbers.allSatisfy { $0["source"] is String && $0["flag"] is String })
        #expect(plan["emergencyNumber"] as? String == "112")
    }

    @Test func `with a journal the plan starts where the patient is, and says that the patient is simulated`() throws {
        let scratch = try Scratch()
        let file = scratch.path("p.ndjson")
        #expect(try Program.run("patient", "zuma-1", "--seed", "1", "--index", "7", "--output", file).code == 0)
        let result = try Program.run("expect", "axi-cel", "--journal", file, "--at", "day 3")
        #expect(result.code == 0, "\(result.errors)")
        // Lines are broken to the width of a terminal.
        let text = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for words in ["SIMULATED", "You are here: Week 1.", "3 days ago", "Behind you", "until 3 February 2025"] {
            #expect(text.contains(words), "\(words)")
        }
        let other = try Program.run("expect", "tisa-cel", "--journal", file, "--at", "day 3")
        #expect(other.code == 2 && other.errors.contains("the journal orders axicabtagene-ciloleucel"))
    }

    @Test func `below 18 years the plan speaks to the parents`() throws {
        func run(_ age: String) throws -> String {
            try Program.run("expect", "tisa-cel", "--disease", "b-all", "--age", age, "--at", "2026-11-21").output
        }
        #expect(try run("17.9").contains("What can I tell my child?"))
        #expect(try !run("18").contains("your child"))
    }

    @Test func `the page is written whole, and a place that cannot be written to is told`() throws {
        let scratch = try Scratch()
        let page = scratch.path("plan.html")
        #expect(try Program.run("expect", "obe-cel", "--at", "2026-11-21", "--html", page).code == 0)
        let text = try String(contentsOfFile: page, encoding: .utf8)
        #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("the second is day 10"))
        let nowhere = try Program.run("expect", "obe-cel", "--html", scratch.path("no/such/folder/plan.html"))
        #expect(nowhere.code == 1 && nowhere.errors.contains("cannot be written"))
    }

    @Test(arguments: [
        (["axicel"], "no product with a label here"), (["axi-cel"], "name one with --disease"),
        (["axi-cel", "--disease", "mcl"], "has no indication in mantle cell lymphoma"),
        (["axi-cel", "--disease", "cold"], "no disease 'cold'"),
        (["axi-cel", "--jurisdiction", "XX"], "choose US, EU"),
        (["eque-cel", "--jurisdiction", "US"], "no label of eque-cel for US"),
        (["obe-cel", "--age", "-1"], "0 to 120"),
        (["obe-cel", "--at", "day 3"], "no day 0"), (["obe-cel", "--at", "2020-01-01"], "had no label in US"),
        (["obe-cel", "--journal", "missing.ndjson"], "cannot be read"),
    ])
    func `a wrong request is told what would be right`(arguments: [String], words: String) throws {
        let result = try Program.run(["expect"] + arguments)
        #expect(result.code == 2 && result.output.isEmpty)
        #expect(result.errors.contains(words), "\(result.errors)")
    }
}
