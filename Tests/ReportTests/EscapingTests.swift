import Foundation
import Report
import Testing

@Suite struct EscapingTests {
    private static let hostile = "</script><!--<script>alert(\"x\")&'\u{2028}</title>"

    /// A page whose every text is hostile.
    private static let figures: TrialFigures = {
        let text = hostile
        var figures = Samples.trial
        figures.study = .init(
            id: text, title: text, product: text, disease: text, patients: 1, seed: .max, policy: text, command: text,
            sources: [text])
        figures.funnel = [.init(name: text, count: 1, lost: [.init(reason: text, count: 1)])]
        figures.endpoints = [
            .init(
                name: text, label: text, value: 1, low: 1, high: 1, unit: text,
                published: .init(value: 1, n: 1, scale: text, source: text, verification: text, note: text))
        ]
        figures.bands = [
            .init(
                name: text, label: text, unit: text, logScale: true, days: [0], p5: [1], p25: [1], p50: [1], p75: [1],
                p95: [1])
        ]
        figures.swimmer = [
            .init(patient: text, segments: [.init(kind: text, from: 0, to: 1)], marks: [.init(kind: text, day: 0)])
        ]
        figures.survival = [.init(name: text, time: [1], s: [1], low: [1], high: [1], atRisk: [])]
        figures.steps = [.init(name: text, p50: 1, costMean: 1)]
        figures.assumed = [.init(name: text, value: text, unit: text, source: text)]
        return figures
    }()

    @Test func textCannotBecomeMarkup() {
        let page = ReportPage.html(for: Self.figures, plotly: nil)
        #expect(!page.contains("<script>") && !page.contains("<!--") && !page.contains("\u{2028}</"))
        #expect(page.components(separatedBy: "</script>").count == 2)
        #expect(page.components(separatedBy: "</title>").count == 2)
    }

    @Test func embeddedFiguresReadBack() throws {
        for figures in [Self.figures, Samples.trial, Samples.empty] {
            let json = try #require(Self.embedded(ReportPage.html(for: figures, plotly: nil)))
            #expect(!json.contains("<"))
            #expect(try JSONDecoder().decode(TrialFigures.self, from: Data(json.utf8)) == figures)
        }
    }

    @Test func programsCannotEndTheirElement() {
        let page = ReportPage.html(for: Samples.empty, plotly: "a='</script><!--';b='</SCRIPT>'")
        #expect(page.contains(#"a='<\/script><\!--';b='<\/SCRIPT>'"#))
        #expect(page.components(separatedBy: "</script>").count == 4)
        #expect(!page.contains("</SCRIPT>"))
    }

    @Test func notANumberIsShownAsNothing() throws {
        var figures = Samples.trial
        figures.steps[0].costMean = .nan
        figures.bands[0].p50[3] = .infinity
        figures.survival[0].low[0] = .nan
        let page = ReportPage.html(for: figures, plotly: nil)
        #expect(!page.contains(">nan<") && !page.contains(">inf<"))
        let json = try #require(Self.embedded(page))
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    }

    @Test func unevenArraysDoNotTrap() {
        var figures = Samples.trial
        figures.bands[0].p5 = [1]
        figures.toxicity.crs = [[1, 2], []]
        figures.toxicity.icans = []
        figures.survival[0].high = []
        figures.funnel = [.init(name: "Enrolled", count: 0, lost: [])]
        #expect(ReportPage.html(for: figures, plotly: nil).contains("No patient was enrolled."))
    }

    private static func embedded(_ page: String) -> String? {
        guard let start = page.range(of: "id=\"figures\""),
            let open = page.range(of: ">", range: start.upperBound..<page.endIndex),
            let close = page.range(of: "</script>", range: open.upperBound..<page.endIndex)
        else { return nil }
        return String(page[open.upperBound..<close.lowerBound])
    }
}
