import Foundation
import Report
import Testing

/// The page of simulated beside published.
@Suite struct ValidationPageTests {
    private static func row(
        _ label: String = "CRS, any grade", unit: String = "1", simulated: Double? = 0.9, published: Double = 0.93,
        inside: Bool = true, verification: String = "read", scaleDiffers: Bool = false, source: String = "a source"
    ) -> ValidationFigures.Row {
        .init(
            label: label, unit: unit,
            simulated: .init(
                value: simulated, low: simulated.map { $0 * 0.98 }, high: simulated.map { $0 * 1.02 }),
            published: .init(value: published, low: published * 0.9, high: published * 1.05),
            basis: "from n (Wilson)", isInside: inside, n: 101, scale: "Lee 2014", scaleDiffers: scaleDiffers,
            verification: verification, source: source, note: nil)
    }

    private static func page(
        calibration: [ValidationFigures.Row], validation: [ValidationFigures.Row] = [],
        quantities: [ValidationFigures.Quantity] = [], policies: [ValidationFigures.Policy] = []
    ) -> String {
        ValidationPage.html(
            for: ValidationFigures(
                command: "livingdrug validate", patients: 100, seed: 1,
                studies: [
                    .init(
                        id: "fitted-study", title: "A fitted study", isCalibration: true, infused: 90, failures: 0,
                        rows: calibration),
                    .init(
                        id: "judging-study", title: "A judging study", isCalibration: false, infused: 80, failures: 2,
                        rows: validation),
                ], quantities: quantities, policies: policies))
    }

    private func section(_ id: String, of page: String) throws -> Substring {
        let start = try #require(page.range(of: "<section id=\"\(id)\">"))
        let end = try #require(page[start.upperBound...].range(of: "</section>"))
        return page[start.upperBound..<end.lowerBound]
    }

    @Test("the page loads nothing from anywhere and runs no program")
    func selfContained() {
        let page = Self.page(calibration: [Self.row()])
        #expect(page.contains("default-src 'none'"))
        for outside in ["<script", "http://", "https://", "<img", "<link", "@import", "url("] {
            #expect(!page.contains(outside), "\(outside)")
        }
        #expect(page.contains("width=device-width"))
    }

    @Test("calibration and validation are shown and counted apart")
    func apart() throws {
        let page = Self.page(
            calibration: [Self.row(), Self.row(inside: false)], validation: [Self.row(inside: false)])
        let calibration = try section("calibration", of: page)
        let validation = try section("validation", of: page)
        #expect(calibration.contains("A fitted study") && !calibration.contains("A judging study"))
        #expect(validation.contains("A judging study") && !validation.contains("A fitted study"))
        #expect(calibration.contains("1 of 2 inside") && validation.contains("0 of 1 inside"))
        let counts = try section("counts", of: page)
        #expect(counts.contains("50 %") && counts.contains("0 %"))
        #expect(counts.contains("2 virtual patients left out"))
    }

    @Test("inside and outside are words, so that the page can be read in grey")
    func words() {
        let page = Self.page(calibration: [Self.row(), Self.row(inside: false)])
        #expect(page.contains("<em>inside</em>") && page.contains("<em>outside</em>"))
    }

    @Test("unverified figures, other scales and assumed spreads are marked")
    func marks() {
        let plain = Self.page(calibration: [Self.row()])
        #expect(!plain.contains("unverified *"))
        let page = Self.page(calibration: [Self.row(verification: "unverified", scaleDiffers: true)])
        #expect(page.contains("unverified *") && page.contains("Lee 2014 ‡"))
        #expect(page.contains("1 published figure of 1 not yet checked"))
    }

    @Test("a share stands at its per cent, another value at its multiple of the published one; nothing leaves the plot")
    func places() throws {
        let page = Self.page(calibration: [Self.row(simulated: 0.25)])
        #expect(page.contains("<i class=\"simulated\" style=\"left:25.0%\">"))
        // Half of the published value: a third of the way from an eighth to eight.
        let days = Self.page(calibration: [Self.row("CRS onset", unit: "d", simulated: 1, published: 2)])
        #expect(days.contains("<i class=\"simulated\" style=\"left:33.3%\">"))
        let far = Self.page(calibration: [Self.row("CRS onset", unit: "d", simulated: 200, published: 2)])
        #expect(far.contains("<i class=\"simulated beyond\" style=\"left:100.0%\">"))
        let none = Self.page(calibration: [Self.row(simulated: nil, inside: false)])
        #expect(!none.contains("<i class=\"simulated\" "))
    }

    @Test("what stands in the data cannot become markup")
    func escaping() {
        let evil = "<script>alert(1)</script>\" onload=\"x"
        let page = Self.page(
            calibration: [Self.row(evil, source: evil)],
            quantities: [
                .init(
                    number: 1, what: evil, unit: "1", isShare: true, simulated: .init(value: 0.1, low: nil, high: nil),
                    target: .init(value: 0.1, low: 0, high: 0.2), rule: "proportion", holds: true, reason: nil,
                    isFitted: false, isArithmetic: false, verification: "read", source: evil, note: evil)
            ],
            policies: [
                .init(
                    policy: evil, against: "b", study: "c", endpoint: "d", unit: "1", direction: "lower",
                    simulated: 0.1, simulatedAgainst: 0.2, difference: .init(value: -0.1, low: nil, high: nil),
                    published: nil, publishedAgainst: nil, holds: true, reason: nil, verification: "read", source: evil)
            ])
        #expect(!page.contains("<script") && !page.contains("\" onload"))
    }

    @Test("a quantity that could not be simulated says why, and counts as not holding")
    func quantities() throws {
        func quantity(_ holds: Bool?, reason: String? = nil, arithmetic: Bool = false) -> ValidationFigures.Quantity {
            .init(
                number: 5, what: "A quantity", unit: "d", isShare: false,
                simulated: .init(value: 1, low: nil, high: nil),
                target: .init(value: 1, low: 0.75, high: 1.25), rule: "median", holds: holds, reason: reason,
                isFitted: false, isArithmetic: arithmetic, verification: "read", source: "s", note: nil)
        }
        let page = Self.page(
            calibration: [Self.row()],
            quantities: [
                quantity(true), quantity(false), quantity(nil, reason: "there is no such study"),
                quantity(true, arithmetic: true),
            ])
        let table = try section("quantities", of: page)
        #expect(table.contains("1 of 3 hold") && table.contains("there is no such study"))
        #expect(table.contains("not simulated") && table.contains("<strong>no</strong>"))
    }
}
