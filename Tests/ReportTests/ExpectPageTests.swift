import Care
import Foundation
import Report
import Testing

/// The testing library has a type of this name, too.
private typealias Plan = Care.Expectation

/// The page of what to expect.
@Suite struct ExpectPageTests {
    static fileprivate func plan(brand: String = "Sampla", at phase: Double? = nil) throws -> Plan {
        let cited = #""source":"S","flag":"read""#
        let version: Label.Version = try decode(
            #"""
            {"version":"2026","effectiveFrom":"2026-01-01","status":"approved","changed":"c",\#(cited),
            "indications":[{"id":"i","disease":"largeBCellLymphoma","text":"t",\#(cited)}],
            "driving":{"weeks":8,\#(cited)}}
            """#)
        let subject: Label.Subject = try decode(
            #"""
            {"product":"samplecel","shortName":"sample-cel","brand":"\#(brand)","manufacturer":"M","jurisdiction":"EU",
            "antigen":"CD19","costimulation":"CD28"}
            """#)
        let result = StudyResult(
            topic: .crsAny, study: "TRIAL-1", value: 0.42, people: 30, source: "A & B <2020>", flag: .memory)
        let figures = ExpectedFigures(
            disease: .largeBCellLymphoma, label: Label(subject: subject, version: version), results: [result])
        guard let phase else { return try Plan(figures) }
        var chart = Chart(therapy: "COI-1")
        let infusion = Instant(millisecondsSince1970: 1_772_366_400_000)
        chart.apply(
            .infusionCompleted(
                Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)), at: infusion)
        return try Plan(figures, chart: (chart, at: infusion.advanced(byDays: phase)))
    }

    private static func decode<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    private func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

    @Test func `the page needs nothing else: no script, no address, no picture, a policy that forbids them`() throws {
        let page = ExpectPage.html(for: try Self.plan())
        #expect(page.contains("default-src 'none'") && !page.contains("unsafe-inline'; script"))
        for part in ["<script", "http://", "https://", "src=", "@import", "url("] {
            #expect(!page.contains(part), "\(part)")
        }
    }

    @Test func `language, one main heading, headings in order, a name for each region`() throws {
        let page = ExpectPage.html(for: try Self.plan())
        #expect(page.contains("<html lang=\"en\">") && count("<h1>", in: page) == 1)
        #expect(page.contains("name=\"viewport\"") && page.contains("<main") && page.contains("<nav aria-label="))
        var level = 1
        for match in page.matches(of: /<h([1-6])/) {
            let next = try #require(Int(match.1))
            #expect(next <= level + 1)
            level = next
        }
        // Each link of the contents leads somewhere.
        for match in page.matches(of: /href="#([^"]+)"/) { #expect(page.contains("id=\"\(match.1)\""), "\(match.1)") }
    }

    @Test func `the disclaimer and the place for the phone number stand once, before the plan`() throws {
        let page = ExpectPage.html(for: try Self.plan())
        #expect(count("not medical advice", in: page) == 1 && count("not a medical device", in: page) == 1)
        #expect(count("Phone of the centre", in: page) == 1)
        let disclaimer = try #require(page.range(of: "not medical advice"))
        let first = try #require(page.range(of: "<section"))
        #expect(disclaimer.lowerBound < first.lowerBound)
    }

    @Test func `every line, call, question and source of the plan is on the page`() throws {
        let plan = try Self.plan()
        let page = ExpectPage.html(for: plan)
        func has(_ text: String) -> Bool {
            page.contains(
                text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
                    .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "'", with: "&#39;")
                    .replacingOccurrences(of: "\"", with: "&quot;"))
        }
        for section in plan.sections {
            let lines = section.happens + section.feel + section.numbers + section.watch + section.you + section.family
            for line in lines { #expect(has(line.text) && line.certainty.map(has) ?? true, "\(line.text)") }
            for call in section.callAtOnce + section.unknown { #expect(has(call), "\(call)") }
        }
        for question in plan.questions {
            #expect(has(question.question) && question.answer.allSatisfy { has($0.text) })
        }
        for source in plan.sources { #expect(has(source)) }
        #expect(count("Call at once, day or night", in: page) == plan.sections.count)
    }

    @Test func `what is behind is a title only, and today is marked in words`() throws {
        let page = ExpectPage.html(for: try Self.plan(at: 10))
        #expect(page.contains("<li>Collection day</li>") && !page.contains("Lips or fingers"))
        #expect(count("<span class=\"now\">You are here</span>", in: page) == 1 && page.contains("1 March 2026"))
    }

    @Test func `names from data cannot become markup`() throws {
        let page = ExpectPage.html(for: try Self.plan(brand: "<b>x</b>"))
        #expect(!page.contains("<b>x") && page.contains("&lt;b&gt;x"))
    }
}
