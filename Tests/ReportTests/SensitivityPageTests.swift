import Foundation
import Report
import Testing

/// The page of a sensitivity analysis.
@Suite struct SensitivityPageTests {
    private static func estimate(_ value: Double, _ low: Double, _ high: Double) -> SensitivityFigures.Estimate {
        .init(value: value, low: low, high: high)
    }

    private static let figures = SensitivityFigures(
        study: Samples.study("Drivers"), runs: 1000,
        outputs: [
            .init(
                name: "crs_grade_3_or_higher", label: "CRS, grade ≥ 3", isLogarithm: false, mean: 0.15,
                drivers: [
                    .init(
                        label: "p6: IL-6 made by macrophages", kind: "Body and cells",
                        first: estimate(0.12, 0.08, 0.16),
                        total: estimate(0.4, 0.35, 0.46)),
                    .init(
                        label: "Tumour burden", kind: "Patient as referred", first: estimate(-0.01, -0.03, 0.02),
                        total: estimate(0.2, 0.17, 0.23)),
                ],
                bars: [
                    .init(
                        label: "p6: IL-6 made by macrophages", kind: "Body and cells", values: "17 and 130 <pg>",
                        low: estimate(-0.08, -0.1, -0.06), high: estimate(0.14, 0.11, 0.17))
                ]),
            .init(
                name: "car_t_cmax_log10", label: "CAR-T Cmax (log)", isLogarithm: true, mean: 1.5, drivers: [],
                bars: [
                    .init(
                        label: "Lymphocytes", kind: "Patient as referred", values: "0.3 and 1.5 10*9/L",
                        low: estimate(-0.30103, -0.39794, -0.1), high: estimate(0.30103, 0.2, 0.4))
                ]),
        ])

    @Test func `shares of the variance and effects stand with their intervals`() {
        let page = ReportPage.html(for: Self.figures, plotly: nil)
        for text in [
            "12.0 % (8.0 to 16.0)", "40.0 % (35.0 to 46.0)", "−1.0 % (−3.0 to 2.0)", "−8.0 points (−10.0 to −6.0)",
            "+14.0 points (+11.0 to +17.0)", "×0.5 (×0.4 to ×0.794)", "×2 (×1.58 to ×2.51)", "17 and 130 &lt;pg&gt;",
        ] { #expect(page.contains(">\(text)</td>"), "\(text)") }
        #expect(page.contains("CRS, grade ≥ 3: IL-6 made by macrophages (p6) and Tumour burden."))
        #expect(page.contains("by −8.0 points at the 10th percentile and +14.0 at the 90th"))
    }

    @Test func `the page is whole, loads nothing and says what it is`() {
        for plotly in [nil, "/* plotly */"] {
            let page = ReportPage.html(for: Self.figures, plotly: plotly)
            #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
            #expect(page.components(separatedBy: "not a medical device").count == 2)
            for id in ["sobol", "tornado", "sources"] { #expect(page.contains("<section id=\"\(id)\">")) }
            #expect(page.contains("id=\"chart-sobol\"") == (plotly != nil))
            #expect(page.contains("id=\"chart-tornado\"") == (plotly != nil))
            for sign in ["src=", "href=\"http", "@import", "url(", "<link", "fetch("] { #expect(!page.contains(sign)) }
        }
    }
}
