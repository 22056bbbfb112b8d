import Catalogue
import Foundation
import Testing

@Suite("A file that is wrong is refused with file, line, field, what was found, what was expected and a remedy")
struct BadInputTests {
    @Test("Study", arguments: BadInput.studies)
    func study(_ bad: BadInput) throws {
        let file = "Evidence/studies/zuma-1.yaml"
        let spoilt = try Spoilt(file, replacing: bad.passage, by: bad.replacement)
        let faults = try problems {
            try Shelf.study(from: spoilt.text, file: file, products: products, diseases: diseases)
        }
        try expect(bad, in: faults, file: file, line: spoilt.line)
    }

    @Test("Product", arguments: BadInput.products)
    func product(_ bad: BadInput) throws {
        let file = "Evidence/products/axicabtagene-ciloleucel.yaml"
        let spoilt = try Spoilt(file, replacing: bad.passage, by: bad.replacement)
        let faults = try problems { try Shelf.product(from: spoilt.text, file: file) }
        try expect(bad, in: faults, file: file, line: spoilt.line)
    }

    @Test("Policy: a grade that does not exist")
    func policy() throws {
        let file = "Evidence/policies/asco-2021.yaml"
        let spoilt = try Spoilt(file, replacing: "steroidFromICANS: 2", by: "steroidFromICANS: 0")
        let faults = try problems { try Shelf.policy(from: spoilt.text, file: file) }
        #expect(faults.map(\.field) == ["steroidFromICANS"])
        #expect(faults.first?.line == spoilt.line)
    }

    @Test("All faults of meaning are told at once, by line")
    func several() throws {
        let text = try Spoilt("Evidence/studies/zuma-1.yaml", replacing: "value: 0.83,", by: "value: 83,").text
            .replacingOccurrences(of: "followUpDays: 730", with: "followUpDays: 700")
            .replacingOccurrences(of: "author: LivingDrug authors", with: "author: \" \"")
        let faults = try problems {
            try Shelf.study(from: text, file: "Evidence/studies/zuma-1.yaml", products: products, diseases: diseases)
        }
        #expect(faults.map(\.field) == ["author", "response.days[8]", "published[0].value"])
        #expect(faults.map(\.line) == faults.map(\.line).sorted())
    }

    @Test("A file of no content, and one that is not a mapping")
    func empty() throws {
        for text in ["", "# only a comment\n", "- 1\n- 2\n", "just text"] {
            let faults = try problems { try Shelf.policy(from: text, file: "p.yaml") }
            #expect(faults.count == 1 && faults[0].line >= 1 && faults[0].file == "p.yaml")
        }
    }

    @Test(
        "Nesting that would exhaust the stack is refused with its line",
        arguments: ["body: " + String(repeating: "[", count: 50_000), String(repeating: "- ", count: 50_000) + "x"])
    func nesting(line: String) throws {
        let faults = try problems { try Shelf.policy(from: "id: x\n\(line)", file: "p.yaml") }
        #expect(faults.first?.line == 2)
        #expect(faults.first?.found.contains("nested") == true)
    }

    private func expect(_ bad: BadInput, in faults: [CatalogueError.Problem], file: String, line: Int) throws {
        let fault = try #require(
            faults.first { $0.field == bad.field && $0.expected.contains(bad.expected) }, "got \(faults)")
        #expect(fault.file == file)
        if bad.below > -1000 { #expect(fault.line == line + bad.below) } else { #expect(fault.line >= 1) }
        #expect(fault.found.contains(bad.found), "\(fault)")
        #expect(fault.remedy.contains(bad.remedy), "\(fault)")
        #expect(fault.description.hasPrefix("\(file):\(fault.line):"))
    }
}
