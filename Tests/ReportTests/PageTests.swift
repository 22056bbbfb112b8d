import Foundation
import Report
import Testing

@Suite struct PageTests {
    private static let disclaimer = "Research and education software, not a medical device."
    private static let figureIDs = [
        "funnel", "steps", "endpoints", "survival", "toxicity", "bands", "humoral", "swimmer",
    ]

    /// The four pages that can come about: with and without patients, with and without Plotly.
    private static let pages = [Samples.trial, Samples.empty].flatMap { figures in
        [nil, "window.Plotly={react(){}}"].map { ReportPage.html(for: figures, plotly: $0) }
    }

    @Test(arguments: pages.indices) func everySectionIsThere(index: Int) {
        let page = Self.pages[index]
        for id in Self.figureIDs + ["assumptions", "sources"] {
            #expect(page.components(separatedBy: "<section id=\"\(id)\">").count == 2)
        }
        #expect(page.components(separatedBy: "class=\"takeaway\"").count == Self.figureIDs.count + 2)
        #expect(page.components(separatedBy: "<details").count == Self.figureIDs.count + 2)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    }

    @Test(arguments: pages.indices) func theDisclaimerStandsOnce(index: Int) {
        let page = Self.pages[index]
        #expect(page.components(separatedBy: Self.disclaimer).count == 2)
    }

    @Test(arguments: pages.indices) func nothingIsLoadedFromElsewhere(index: Int) {
        let page = Self.pages[index]
        #expect(page.contains("default-src 'none'"))
        for sign in ["src=", "href=\"http", "href='http", "@import", "url(", "<link", "<iframe", "fetch("] {
            #expect(!page.contains(sign), "\(sign)")
        }
    }

    @Test func chartsStandOnlyWherePlotlyIs() {
        let plain = ReportPage.html(for: Samples.trial, plotly: nil)
        #expect(plain.contains("scripts/setup"))
        #expect(!plain.contains("class=\"chart\"") && !plain.contains("<details>"))
        let full = ReportPage.html(for: Samples.trial, plotly: "/* plotly */")
        #expect(!full.contains("scripts/setup") && full.contains("/* plotly */"))
        for id in Self.figureIDs { #expect(full.contains("<div class=\"chart\" id=\"chart-\(id)\"")) }
        let empty = ReportPage.html(for: Samples.empty, plotly: "/* plotly */")
        #expect(!empty.contains("class=\"chart\"") && empty.contains("No patient was enrolled."))
    }

    @Test func doubtfulFiguresAreMarked() {
        let page = ReportPage.html(for: Samples.trial, plotly: nil)
        #expect(page.components(separatedBy: "<td>⚠ unverified</td>").count == 3)
        #expect(page.components(separatedBy: "<td>⚠ assumed</td>").count == 3)
    }

    @Test func takeawaysComeFromTheData() {
        let page = ReportPage.html(for: Samples.trial, plotly: nil)
        for text in [
            "106 of 120 patients (88 %) reached “Infused”; “disease progression” accounts for 5 of 14 losses.",
            "“Manufacture and transport” takes the longest (median 17 days) and costs the most ($399,000 of $483,700",
            "For 6 of 6 endpoints the simulated 95 % interval meets the published result; 2 of the published figures are",
            "CAR-T cells 45,000 copies/µg on day 9", "lowest medians: Neutrophils 0.15 × 10⁹/L on day 7",
            "Of the 18 patients shown, 15 responded, 6 received tocilizumab, 3 progressed and 4 died.",
            "Of 96 parameters, 64 are published, 9 fitted and 23 assumed",
        ] { #expect(page.contains(text), "\(text)") }
    }

    @Test func aMedianTooSmallToMeasureIsSpokenAsABound() {
        var figures = Samples.empty
        for (low, said) in [
            (0.0009, "B cells below 0.001 cells/µL on day 14"), (0.0011, "B cells 0.001 cells/µL on day 14"),
        ] {
            let median = [100, low, 2]
            figures.bands = [
                .init(
                    name: "bCells", label: "B cells", unit: "cells/µL", logScale: false, days: [0, 14, 200], p5: median,
                    p25: median, p50: median, p75: median, p95: median)
            ]
            #expect(ReportPage.html(for: figures, plotly: nil).contains("Lowest medians: \(said)."))
        }
    }

    @Test func unitsStandAsPeopleWriteThem() {
        var figures = Samples.empty
        for (unit, said) in [
            ("d", "31.4 days (23.1 to 42.6)"), ("{cells}/uL", "31.4 cells/µL (23.1 to 42.6)"),
            ("d.{cells}/uL", "31.4 d·cells/µL (23.1 to 42.6)"), ("mg/L", "31.4 mg/L (23.1 to 42.6)"),
        ] {
            figures.endpoints = [.init(name: "e", label: "Endpoint", value: 31.4, low: 23.1, high: 42.6, unit: unit)]
            #expect(ReportPage.html(for: figures, plotly: nil).contains(">\(said)</td>"), "\(unit)")
        }
    }
}
