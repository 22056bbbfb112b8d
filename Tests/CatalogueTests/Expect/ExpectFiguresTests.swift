import Care
import Catalogue
import Testing
import Therapy

/// The testing library has a type of this name, too.
private typealias Plan = Care.Expectation

@Suite("What to expect: the figures that ship")
struct ExpectFiguresTests {
    static func shelf() throws -> Shelf { try #require(shipped) }
    static let today = Day("2026-11-21")

    /// Every product and disease of every label that is in force.
    static func all() throws -> [ExpectedFigures] {
        let shelf = try shelf()
        let book = try shelf.labels()
        let day = try #require(today)
        return try Jurisdiction.allCases.flatMap { place in
            try book.labels(in: place, on: day).flatMap { label in
                try label.diseases.map {
                    try shelf.expectedFigures(
                        product: label.subject.product, disease: $0, jurisdiction: place, on: day)
                }
            }
        }
    }

    @Test("every product, disease and reader: grade 8.5 at most in each section and question, no mark left")
    func readingLevel() throws {
        let all = try Self.all()
        #expect(all.count >= 30)
        for figures in all {
            for audience in Plan.Audience.allCases {
                let name = "\(figures.label.nameAndVersion) \(figures.disease) \(audience)"
                let plan = try Plan(figures, for: audience)
                #expect(try #require(plan.readingLevel.grade) <= 8.5, "\(name)")
                #expect(plan.sections.allSatisfy { !$0.callAtOnce.isEmpty }, "\(name)")
                let text = plan.text()
                for mark in ["[", "]", "{", "}", "|"] { #expect(!text.contains(mark), "\(name) \(mark)") }
            }
        }
    }

    @Test("every boxed warning that ships changes or confirms what is looked out for: none is unheard")
    func warnings() throws {
        for figures in try Self.all() {
            for warning in figures.warnings {
                var other = figures
                other.warnings = []
                let (with, without) = (try Plan(figures), try Plan(other))
                let text = warning.text.lowercased()
                if text.contains("enterocolitis") || text.contains("parkinson") {
                    #expect(with != without, "\(figures.label.nameAndVersion): \(warning.text)")
                }
            }
        }
    }

    @Test("the published results of ZUMA-1 and ZUMA-7 stand in axi-cel's plan as the files have them")
    func published() throws {
        let shelf = try Self.shelf()
        let figures = try shelf.expectedFigures(
            product: "axi-cel", disease: .largeBCellLymphoma, jurisdiction: .us, on: try #require(Self.today))
        #expect(Set(figures.results.map(\.study)) == ["ZUMA-1", "ZUMA-7"])
        for study in [try shelf.study("zuma-1"), try shelf.study("zuma-7")] {
            let published = try #require(study.published.first { $0.endpoint == "crs_any" })
            let title = String(study.title.prefix { $0 != ":" })
            let result = try #require(figures.results.first { $0.topic == .crsAny && $0.study == title })
            #expect(result.value == published.value && result.people == published.n)
            #expect(result.interval == published.interval.low...published.interval.high)
            #expect(result.source == published.source)
        }
        #expect(figures.results.first { $0.topic == .crsOnset }?.range == 1...12)
    }

    @Test("figures of a registry, of pooled studies and of responders are not called the study's")
    func groups() throws {
        let figures = try Self.shelf().expectedFigures(
            product: "tisa-cel", disease: .bAcuteLymphoblasticLeukaemia, jurisdiction: .us, on: try #require(Self.today)
        )
        #expect(figures.results.first { $0.topic == .immunoglobulin }?.study == "a registry")
        #expect(figures.results.first { $0.topic == .intensiveCare }?.study == "ELIANA and ENSIGN")
        #expect(figures.results.first { $0.topic == .lowNeutrophils }?.group == .responders)
        #expect(figures.results.first { $0.topic == .infused }?.group == .joined)
        // ELIANA has severe CRS by Penn only, and says so.
        #expect(figures.results.first { $0.topic == .crsSevere }?.scale == "Penn")
    }

    @Test("US rules before and after 2025-06-26: 4 and 8 weeks, then 2 and 2")
    func versions() throws {
        for (day, near, driving) in [("2025-06-25", "4", "8"), ("2025-06-26", "2", "2")] {
            let figures = try Self.shelf().expectedFigures(
                product: "Yescarta", disease: .largeBCellLymphoma, jurisdiction: .us, on: try #require(Day(day)))
            let text = try Plan(figures).text(width: 10_000)
            #expect(text.contains("for \(near) weeks after the cells.") && text.contains("tools for \(driving) weeks"))
        }
    }

    @Test("a product without a study says so; one that is for several diseases asks which")
    func gaps() throws {
        let shelf = try Self.shelf()
        let day = try #require(Self.today)
        let figures = try shelf.expectedFigures(product: "eque-cel", disease: nil, jurisdiction: nil, on: day)
        #expect(figures.label.subject.jurisdiction == .cn && figures.results.isEmpty)
        #expect(try Plan(figures).introduction.contains { $0.contains("no study of this treatment") })
        #expect(throws: DiseaseNeeded.self) {
            try shelf.expectedFigures(product: "axi-cel", disease: nil, jurisdiction: .us, on: day)
        }
        #expect(throws: LabelLookupError.self) {
            try shelf.expectedFigures(product: "axi", disease: nil, jurisdiction: .us, on: day)
        }
    }

    @Test("every kind of practice ships once, with a source")
    func practice() throws {
        let facts = try Self.shelf().practice()
        #expect(
            Set(facts.map(\.kind)) == Set(PracticeFact.Kind.allCases) && facts.count == PracticeFact.Kind.allCases.count
        )
    }

    @Test(
        "a wrong figure of practice is refused with its line",
        arguments: [
            ("value: 0", "a number above 0"), ("value: -1", "a number above 0"),
            ("value: 4, upTo: 3", "more than `value`"),
            ("value: 4, of: 2", "more than `value`"), ("value: four", "number"), ("value: 4, unit: d", "unit"),
        ])
    func badPractice(fields: String, expected: String) throws {
        let text = "facts:\n  - {kind: caregiverWeeks, \(fields), source: S, flag: read}\n"
        do {
            _ = try Shelf.practice(from: text, file: "practice.yaml")
            Issue.record("accepted: \(fields)")
        } catch let error as CatalogueError {
            #expect("\(error)".contains(expected) && "\(error)".contains("practice.yaml:2"), "\(error)")
        }
    }

    @Test("a kind that stands twice is refused")
    func twice() {
        let line = "  - {kind: caregiverWeeks, value: 4, source: S, flag: read}\n"
        #expect(throws: CatalogueError.self) {
            try Shelf.practice(from: "facts:\n" + line + line, file: "practice.yaml")
        }
    }
}
