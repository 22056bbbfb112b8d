import Care
import Foundation
import Testing

@testable import Pages

@Suite("The chart says what the rules say")
struct Charts {
    private func panel(_ journal: Journal) throws -> String {
        try ChartPageView(Sample.view(journal), entries: Sample.everything).panel(csrf: "token-1")
    }

    @Test("Before infusion nothing is graded, and that is no grade of 0")
    func ungraded() throws {
        let html = try panel(Sample.referred())
        #expect(html.contains("not graded"))
        #expect(!html.contains("<span class=\"big\">none</span>"))
    }

    @Test("CRS of grade 3: the grade, its reasons, the drug and its dose, and the button that orders it")
    func crs() throws {
        let journal = Sample.sick()
        let view = Sample.view(journal)
        #expect(view.chart.crs.grade == .grade3)
        let html = try panel(journal)
        #expect(html.contains("<span class=\"name\">CRS</span> <span class=\"big\">grade 3</span>"))
        #expect(html.contains("1 vasopressor running"))
        #expect(html.contains("tocilizumab 560 mg IV over 60 min"))
        let forms = Markup(html).forms.filter { $0.form["action"]?.hasSuffix("/order") == true }
        let fields = try #require(forms.first { $0.tags.contains { $0["value"] == "tocilizumab" } }).tags
        let sent = Dictionary(
            fields.compactMap { tag in tag["name"].map { ($0, tag["value"] ?? "") } }, uniquingKeysWith: { a, _ in a })
        guard case .place(let order) = try OrderForm.read(sent, now: view.at, id: "o").0 else {
            return #expect(Bool(false))
        }
        #expect(order.drug == .tocilizumab && order.amount == 560 && order.minutes == 60)
    }

    @Test("Who died has no running orders, no infusion link, and the cause in the stage")
    func death() throws {
        let html = try ChartPageView(Sample.view(Sample.dead()), entries: Sample.everything).html(in: Sample.frame())
        #expect(html.contains("Died: crs"))
        #expect(!html.contains("/infusion\""))
        #expect(html.contains("grade 5"))
    }

    @Test("A patient of a trial is looked at only: no form, no live panel")
    func trial() throws {
        let html = try ChartPageView(Sample.view(Sample.sick()), path: "/trials/1/patients/7")
            .html(in: Sample.frame(realm: .simulated, path: "/trials/1/patients/7"))
        #expect(!html.contains("data-events"))
        #expect(Markup(html).forms.allSatisfy { $0.form["action"] == "/sign-out" })
    }

    @Test("A dose on its limit is graded as CTCAE grades it: 0.5 is grade 3, below is 4")
    func bands() throws {
        var journal = Sample.infused()
        for (day, value) in [(11.0, 0.5), (12.0, 0.49)] {
            journal.record(
                .labReported(LabResult(.neutrophils, value)), by: Actor(role: .laboratory, name: "L"),
                at: Sample.start.advanced(byDays: day))
        }
        let html = try panel(journal)
        let rows = html.components(separatedBy: "<tr>")
        func row(_ value: String) -> String? {
            rows.first { $0.contains("<td class=\"n\">\(value) × 10⁹/L</td>") }
        }
        #expect(row("0.49")?.contains("<td>grade 4: below 0.5</td>") == true)
        #expect(row("0.5")?.contains("<td>grade 3: below 1</td>") == true)
    }

    @Test("An entry that was struck out leaves plots and timeline, and stands under the corrections")
    func struck() throws {
        var journal = Sample.sick()
        let wrong = journal.entries.count
        journal.record(
            .corrected(Correction(sequence: wrong, reason: "wrong patient")),
            by: Actor(role: .nurse, name: "N. Okafor"), at: Sample.start.advanced(byDays: 12.1))
        let before = ChartHistory(Sample.sick(), until: Sample.start.advanced(byDays: 13))
        let after = ChartHistory(journal, until: Sample.start.advanced(byDays: 13))
        #expect(before.laboratory[.neutrophils]?.count == 5)
        #expect(after.laboratory[.neutrophils]?.count == 4)
        #expect(try panel(journal).contains("struck out by N. Okafor"))
    }

    @Test("The history of grades ends with the grade of the chart, for journals in any order of writing")
    func history() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<40 {
            var journal = Sample.infused()
            for _ in 0..<30 {
                let at = Sample.start.advanced(byDays: 10 + Double(random.next() % 600) / 100)
                journal.record(
                    .vitalsTaken(
                        VitalSigns(
                            temperature: 36 + Double(random.next() % 40) / 10,
                            meanArterialPressure: 50 + Double(random.next() % 40),
                            oxygen: random.next() % 2 == 0 ? .roomAir : .highFlow, vasopressors: Int(random.next() % 3))
                    ),
                    by: Actor(role: .nurse, name: "N"), at: at, recordedAt: Sample.start.advanced(byDays: 20))
            }
            let end = Sample.start.advanced(byDays: 21)
            let history = ChartHistory(journal, until: end)
            #expect(history.crs.last?.value == Double(Chart(of: journal, at: end).crsGrade.rawValue))
        }
    }
}

/// SplitMix64.
struct SeededRandom {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
