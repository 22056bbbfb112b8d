import Care
import Catalogue
import Foundation
import Testing
import Therapy

@Suite("Label files")
struct LabelFileTests {
    static let file = "Evidence/labels/axicabtagene-ciloleucel-us.yaml"

    let shelf: Shelf

    init() throws { shelf = try #require(shipped) }

    @Test("every label that ships reads, and each day of each history has exactly one version")
    func allRead() throws {
        let book = try shelf.labels()
        #expect(book.histories.count == shelf.labelFiles.count)
        for history in book.histories {
            for (index, version) in history.versions.enumerated() {
                let label = try history.label(on: version.effectiveFrom)
                #expect(label.version == version)
                #expect(book.label(named: label.nameAndVersion) == label)
                let eve = version.effectiveFrom.advanced(by: -1)
                if index > 0 {
                    #expect(try history.label(on: eve).version == history.versions[index - 1])
                } else {
                    #expect(throws: LabelLookupError.self) { try history.label(on: eve) }
                }
            }
        }
    }

    @Test("every fact of every label has a source, and what is from memory is shown as such")
    func cited() throws {
        for history in try shelf.labels().histories {
            for version in history.versions {
                for fact in (version.indications ?? []) as [any Cited] + (version.doses ?? [])
                    + (version.warnings ?? [])
                {
                    #expect(!fact.source.isEmpty)
                    #expect(fact.citation.contains("from memory, a clinician must confirm") == (fact.flag == .memory))
                }
            }
        }
    }

    @Test("the end of the REMS: on 2025-06-25 near for 4 weeks and no driving for 8, a day later 2 and 2")
    func endOfREMS() throws {
        let book = try shelf.labels()
        let before = try book.label(of: "axi-cel", in: .us, on: Day("2025-06-25")!)
        #expect(before.proximity?.weeks == 4 && before.driving?.weeks == 8 && before.monitoring?.weeks == 4)
        #expect(before.certification?.required == true && before.tocilizumab?.doses == 2)
        let after = try book.label(of: "axi-cel", in: .us, on: Day("2025-06-26")!)
        #expect(after.nameAndVersion == "axi-cel/US@2025-06-26")
        #expect(after.proximity?.weeks == 2 && after.driving?.weeks == 2 && after.monitoring?.weeks == 2)
        #expect(after.monitoring?.dailyDays == 7)
        #expect(after.certification?.required == false && after.tocilizumab?.doses == 0)
    }

    @Test(
        "primary lymphoma of the central nervous system: a limitation of axi-cel (US) until 2026-02-05, none from the 6th"
    )
    func primaryCNS() throws {
        let book = try shelf.labels()
        #expect(
            try book.label(of: "axi-cel", in: .us, on: Day("2026-02-05")!).limitationsOfUse?.map(\.state) == [
                .primaryCNSLymphoma
            ])
        #expect(try book.label(of: "axi-cel", in: .us, on: Day("2026-02-06")!).limitationsOfUse == [])
    }

    @Test("axi-cel: 80 kg gets 1.6×10⁸, 100 kg the cap of 2×10⁸, and nobody more")
    func dose() throws {
        let label = try shelf.labels().label(of: "axi-cel", in: .us, on: Day("2026-11-21")!)
        for (weight, cells) in [(80.0, 160.0), (99.9, 199.8), (100, 200), (100.1, 200), (120, 200)] {
            #expect(try label.dose(for: "lbcl-2-lines").limits(weight: weight).target == cells)
        }
    }

    @Test("the label that therapy simulates stands here too, with the same version and numbers")
    func agreesWithTheSimulatedProduct() throws {
        let definition = try shelf.product("axicabtagene-ciloleucel").definition
        let label = try shelf.labels().label(
            of: definition.id, in: .us, on: try #require(Day(definition.effectiveFrom)))
        #expect(label.version.version == definition.version)
        #expect(label.thaw?.minutes == definition.thawWindowMinutes)
        #expect(label.proximity?.weeks == definition.proximityWeeks)
        #expect(label.driving?.weeks == definition.drivingWeeks)
        #expect(label.monitoring.map { Double($0.dailyDays) } == definition.dailyMonitoringDays)
        #expect(label.followUp?.years == definition.followUpYears)
        #expect(label.boxedWarnings?.map(\.text) == definition.boxedWarnings)
    }

    @Test("the example patient with any one fact taken away gets the same verdict from every label, or unknown")
    func exampleWithoutAFact() throws {
        let book = try shelf.labels()
        let day = Day("2026-03-10")!
        let text = try shippedText("docs/examples/patient-lymphoma.json")
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        func kinds(_ object: [String: Any]) throws -> [String: String] {
            let json = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
            let candidate = try Candidate(json: json, on: day)
            let results = Jurisdiction.allCases.flatMap { book.assess(candidate, in: $0, on: day) }
            return Dictionary(uniqueKeysWithValues: results.map { ($0.label, kind($0.verdict)) })
        }
        let full = try kinds(whole)
        #expect(full["axi-cel/US@2026-02-06"] == "on")
        var lost = 0
        for field in whole.keys where !["diagnosis", "alt", "ast"].contains(field) {
            var less = whole
            less[field] = nil
            if field.hasSuffix("UpperLimit") { less[String(field.dropLast(10))] = nil }
            for (label, verdict) in try kinds(less) {
                #expect(verdict == full[label] || verdict == "unknown", "\(label) without \(field)")
                if verdict != full[label] { lost += 1 }
            }
        }
        #expect(lost >= 5, "some facts must matter")
    }

    private func kind(_ verdict: LabelAssessment.Verdict) -> String {
        switch verdict {
        case .onLabel: "on"
        case .offLabel: "off"
        case .unknown: "unknown"
        }
    }
}
