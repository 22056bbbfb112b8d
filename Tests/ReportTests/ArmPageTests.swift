import Foundation
import Report
import Testing

/// The page of policies compared.
@Suite struct ArmPageTests {
    private static func row(
        _ name: String, _ label: String, _ unit: String, _ values: [Double?], _ difference: TrialFigures.Difference
    ) -> TrialFigures.ComparedRow {
        .init(name: name, label: label, unit: unit, values: values, differences: [difference])
    }

    private static var figures: TrialFigures {
        var figures = Samples.trial
        figures.arms = .init(
            arms: [
                .init(name: "as-published", title: "As published", infused: 100),
                .init(name: "early", title: "Early <steroids>", infused: 100),
            ],
            rows: [
                row(
                    "crs_grade_3_or_higher", "CRS, grade ≥ 3", "1", [0.15, 0.04],
                    .init(value: -0.11, low: -0.18, high: -0.05, pairs: 100, onlyReference: 12, onlyArm: 1)),
                row(
                    "corticosteroid_use", "Corticosteroid given", "1", [0.3, 0.7],
                    .init(value: 0.4, low: 0.3, high: 0.5, pairs: 100, onlyReference: 0, onlyArm: 40)),
                row(
                    "infused", "Infused of eligible", "1", [0.9, 0.9],
                    .init(value: 0, low: -0.01, high: 0.01, pairs: 110, onlyReference: 0, onlyArm: 0)),
                row(
                    "crs_duration_days_median", "CRS duration", "d", [7, 4],
                    .init(value: -3, low: -3.5, high: -2.5, pairs: 96)),
                row("car_t_cmax_median", "CAR-T Cmax", "{cells}/uL", [32, nil], .init(pairs: 0)),
            ])
        return figures
    }

    @Test func `the page shows each difference with its interval and the patients discordant each way`() {
        let page = ReportPage.html(for: Self.figures, plotly: nil)
        let cells = ["early", "CRS, grade ≥ 3", "−11.0 points (−18.0 to −5.0)", "15 %", "4 %", "12", "1", "100"]
        for cell in cells { #expect(page.contains(">\(cell)</td>"), "\(cell)") }
        #expect(page.contains(">−3 days (−3.5 to −2.5)</td>"))
        #expect(page.contains("<section id=\"arms\">"))
        #expect(page.components(separatedBy: "<section id=").count - 1 == 11)
    }

    @Test func `the sentence tells results that changed, not what the policy orders, and is safe to show`() {
        let page = ReportPage.html(for: Self.figures, plotly: nil)
        #expect(page.contains("“Early &lt;steroids&gt;” changes CRS, grade ≥ 3 by −11.0 points."))
        var none = Self.figures
        none.arms?.rows[0].differences[0].high = 0.01
        #expect(ReportPage.html(for: none, plotly: nil).contains("changes no result beyond its interval"))
    }

    @Test func `a trial of one arm has no such section`() {
        #expect(!ReportPage.html(for: Samples.trial, plotly: nil).contains("id=\"arms\""))
    }

    @Test func `where no rate differs in any patient nothing is drawn, and the table stands`() {
        var same = Self.figures
        same.arms?.rows.removeFirst(2)
        let page = ReportPage.html(for: same, plotly: "/* plotly */")
        #expect(!page.contains("chart-arms\"") && page.contains("<section id=\"arms\">"))
        #expect(ReportPage.html(for: Self.figures, plotly: "/* plotly */").contains("id=\"chart-arms\""))
    }
}
