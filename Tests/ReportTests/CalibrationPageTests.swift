import Foundation
import Report
import Testing

@Suite("The page of a calibration")
struct CalibrationPageTests {
    private static let hostile = "</script><img src=x onerror=alert(1)> & \"quoted\""

    private func figures(parameters: [CalibrationFigures.Parameter]) -> CalibrationFigures {
        CalibrationFigures(
            command: "livingdrug calibrate", seed: 1, patients: 600, iterations: 2, converged: false, wall_seconds: 9,
            objective_start: 50, objective_end: 33, parameters: parameters,
            endpoints: [
                .init(
                    study: "zuma-1", endpoint: "crs_any", label: "CRS, any grade", unit: "1", published: 0.93,
                    low: 0.86,
                    high: 0.97, basis: "wilson", n: 101, verification: "unverified", before: 0.5, after: 0.92,
                    control: nil, residual_before: -6.5, residual_after: -0.2, residual_control: nil),
                .init(
                    study: Self.hostile, endpoint: "icans_onset_days_median", label: "ICANS onset", unit: "d",
                    published: 5, low: 4, high: 6, basis: "spread", n: 64, verification: "read", before: nil,
                    after: nil,
                    control: nil, residual_before: nil, residual_after: nil, residual_control: nil),
            ], left_out: [.init(study: nil, endpoint: "infused", because: Self.hostile)],
            unidentifiable: parameters.filter { !$0.identifiable }.map(\.label), weak_directions: [], correlated: [],
            trace: [.init(step: "start of the descent", objective: 50), .init(step: "step 1", objective: 33)])
    }

    private func parameter(_ name: String, ratio: Double) -> CalibrationFigures.Parameter {
        .init(
            owner: "body", name: name, attribute: "value", scale: "log", start: 1, fitted: 1.2, prior_low: 0.5,
            prior_high: 2, prior_sd: 0.35, posterior_sd: 0.35 * ratio, ratio: ratio, identifiable: ratio <= 0.9,
            label: "body \(name) value")
    }

    @Test("what the data say nothing about is named, and what is off or missing is counted")
    func takeaways() {
        let page = CalibrationPage.html(
            for: figures(parameters: [parameter("kMa", ratio: 0.3), parameter("bM", ratio: 0.95)]))
        #expect(page.contains("The data say next to nothing about 1 of 2 parameters: body bM value."))
        #expect(page.contains("After the fit 1 of 2 endpoints are more than 2 standard deviations off, 2 before it."))
        #expect(page.contains("nobody had it") && page.contains("⚠ unverified"))
        #expect(page.contains("agreement is no validation"))
    }

    @Test("text from the files cannot become part of the page, and nothing is loaded")
    func hostileText() {
        let page = CalibrationPage.html(for: figures(parameters: [parameter(Self.hostile, ratio: 0.3)]))
        #expect(!page.contains("<img") && !page.contains("<script"))
        #expect(page.contains("default-src 'none'") && page.contains("&lt;img src=x"))
    }

    @Test("a calibration without any parameter or endpoint still makes a page")
    func empty() {
        let page = CalibrationPage.html(
            for: CalibrationFigures(
                command: "", seed: 1, patients: 1, iterations: 0, converged: true, wall_seconds: 0, objective_start: 0,
                objective_end: 0, parameters: [], endpoints: [], left_out: [], unidentifiable: [], weak_directions: [],
                correlated: [], trace: []))
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    }
}
