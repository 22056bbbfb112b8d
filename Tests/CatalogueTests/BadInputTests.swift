import Care
import Catalogue
import Foundation
import Testing
import Therapy

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

    @Test("Policy: unknown drugs, doses above the label, impossible times", arguments: BadInput.policies.indices)
    func policy(_ index: Int) throws {
        let (name, bad) = BadInput.policies[index]
        let file = "Evidence/policies/\(name).yaml"
        let spoilt = try Spoilt(file, replacing: bad.passage, by: bad.replacement)
        let labels = try #require(shipped).drugs()
        let faults = try problems { try Shelf.policy(from: spoilt.text, file: file, labels: labels) }
        try expect(bad, in: faults, file: file, line: spoilt.line)
    }

    @Test("A study's own rules are held to the same limits, and cannot change its design")
    func studyRules() throws {
        let file = "Evidence/studies/zuma-1.yaml"
        let spoilt = try Spoilt(
            file, replacing: "  steroidFromICANS: 3",
            by: "  steroidFromICANS: 3\n  design: {doseFactor: 0.5}\n"
                + "  anakinra: {fromICANS: 3, milligrams: 1000, intervalHours: 24, days: 3, route: subcutaneous}")
        let labels = try #require(shipped).drugs()
        let faults = try problems {
            try Shelf.study(from: spoilt.text, file: file, products: products, diseases: diseases, labels: labels)
        }
        #expect(faults.map(\.field) == ["management.design", "management.anakinra.milligrams"])
        #expect(faults.map(\.line) == [spoilt.line + 1, spoilt.line + 2])
    }

    @Test("A drug without a label cannot be ordered, for its largest dose is not known")
    func unlabelled() throws {
        let file = "Evidence/policies/anakinra-prophylaxis.yaml"
        let labels = try #require(shipped).drugs().filter { $0.drug != .anakinra }
        let faults = try problems { try Shelf.policy(from: shippedText(file), file: file, labels: labels) }
        #expect(faults.map(\.field) == ["anakinra.milligrams"])
        #expect(faults.first?.remedy.contains("Add anakinra to Evidence/drugs.yaml") == true)
    }

    @Test("Labels: each drug once, a limit, a source, a price in USD")
    func labels() throws {
        let file = "Evidence/drugs.yaml"
        for (passage, replacement, field) in [
            ("- drug: siltuximab", "- drug: tocilizumab", "[1].drug"),
            ("  largestDosePerKilogram: 11\n", "", "[1]"), ("largestDose: 800", "largestDose: 0", "[0].largestDose"),
            ("usd: 180", "usd: -1", "[4].price.usd"),
        ] {
            let spoilt = try Spoilt(file, replacing: passage, by: replacement)
            let faults = try problems { try Shelf.drugs(from: spoilt.text, file: file) }
            #expect(faults.map(\.field) == [field], "\(passage)")
        }
    }

    @Test("Expected effects: names that exist, figures that agree with the direction, each question once")
    func expected() throws {
        let file = "Evidence/policies/expected.yaml"
        let shelf = try #require(shipped)
        for (passage, replacement, field, remedy) in [
            ("- policy: early-steroids", "- policy: early-steroid", "[2].policy", "early-steroids"),
            ("against: as-published", "against: as-publishd", "[0].against", "as-published"),
            ("study: eliana", "study: elena", "[12].study", "eliana"),
            ("endpoint: crs_any", "endpoint: crs_all", "[5].endpoint", "crs_any"),
            ("direction: higher", "direction: lower", "[1].direction", "Swap"),
            ("published: 0.41", "published: 41", "[1].published", "0.83"), ("n: 31", "n: 0", "[9].n", "number"),
            (
                "endpoint: icans_grade_3_or_higher\n  direction: higher",
                "endpoint: crs_grade_3_or_higher\n  direction: higher",
                "[1]", "note"
            ),
        ] {
            let spoilt = try Spoilt(file, replacing: passage, by: replacement)
            let faults = try problems {
                try Shelf.expectedEffects(
                    from: spoilt.text, file: file, policies: shelf.policies, studies: shelf.studies)
            }
            #expect(faults.first?.field == field, "\(passage): \(faults)")
            #expect(faults.first?.remedy.contains(remedy) == true, "\(faults)")
        }
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
