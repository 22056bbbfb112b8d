import Foundation
import Testing

@testable import Care

@Suite("Counsel for a chart")
struct CounselChartTests {
    private func septic() -> Bedside {
        var bedside = Bedside(weight: 100)
        bedside.apply(
            .productOrdered(
                ProductOrder(
                    product: LabelledProduct.tisaCel, productVersion: "tisa-cel@1", chainOfIdentity: "COI-1")),
            hour: -900)
        bedside.take(.set(39, pressure: 60), hour: 70)
        bedside.assess(.adult(), hour: 70)
        bedside.report(.neutrophils, 0.2, hour: 68)
        return bedside
    }

    @Test("the guidelines stand side by side: at grade 2 the label of tisa-cel waits where ASCO gives tocilizumab")
    func sideBySide() throws {
        let counsel = septic().chart.counsel(at: Bedside.time(71))
        let row = try #require(counsel.sideBySide.first { $0.question == .tocilizumab })
        #expect(row.differs)
        #expect(row.cells.map(\.authority) == [.label, .asco2021, .ebmtEha2022])
        #expect(row.cells.map { $0.answer?.stance } == [.avoid, .give, .give])
        #expect(row.cells[1].answer?.dose?.amount == 800)
        #expect(counsel.sideBySide.map(\.urgency) == counsel.sideBySide.map(\.urgency).sorted(by: >))
        let silent = try #require(counsel.sideBySide.first { $0.question == .workupOfCRS })
        #expect(silent.cells.map { $0.answer == nil } == [true, false, true])
        #expect(!silent.differs, "silence is no difference")
    }

    @Test("reasons carry the finding, its threshold and the time of its entry")
    func reasons() throws {
        let counsel = septic().chart.counsel(at: Bedside.time(71))
        let antibiotics = try #require(counsel.answer(.antibioticsForFever, .asco2021))
        #expect(
            antibiotics.reasons.contains(
                Finding("neutrophils 0.2 × 10⁹/L", "below 0.5, severe neutropenia", at: Bedside.time(68))))
        #expect(antibiotics.reasons.contains(Finding("temperature 39 °C", "at least 38, fever", at: Bedside.time(70))))
    }

    @Test("what the chart lacks is listed, and set by hand it decides")
    func complete() {
        let chart = septic().chart
        let counsel = chart.counsel(at: Bedside.time(71))
        #expect(counsel.open(.fibrinogenReplacement).contains("fibrinogen, not recorded"))
        let completed = chart.counsel(at: Bedside.time(71)) { $0[.fibrinogen] = .init(80, at: Bedside.time(70)) }
        #expect(completed.answer(.fibrinogenReplacement, .practice)?.stance == .give)
    }

    @Test("an old value is no value, and its age is said; an old grade still counts, and says so")
    func stale() {
        var bedside = septic()
        bedside.report(.ferritin, 20_000, hour: 70)
        let late = bedside.chart.counsel(at: Bedside.time(70 + 73))
        #expect(late.answer(.workupOfIECHS, .astct2023) == nil)
        #expect(late.open(.workupOfIECHS).contains("ferritin, last recorded 3 days ago"))
        let tocilizumab = late.answer(.tocilizumab, .asco2021)
        #expect(tocilizumab?.stance == .give)
        #expect(tocilizumab?.unknown.contains("CRS grade, last recorded 3 days ago") == true)
    }

    @Test("no vital signs in the first month leave CRS unknown, not absent")
    func unknownGrade() {
        let counsel = Bedside().chart.counsel(at: Bedside.time(48))
        #expect(counsel.answer(.tocilizumab, .asco2021) == nil)
        #expect(counsel.open(.tocilizumab).contains("CRS grade, not recorded"))
        #expect(
            !Bedside().chart.counsel(at: Bedside.time(24 * 31)).open(.tocilizumab).contains("CRS grade, not recorded"))
    }

    @Test("before the infusion: irradiated blood and aciclovir from lymphodepletion, nothing that needs an infusion")
    func beforeInfusion() {
        var chart = Chart(therapy: "COI-1")
        chart.apply(.referralReceived(.sample()), at: Bedside.time(-500))
        let now = Bedside.time(-100)
        #expect(chart.counsel(at: now).items.isEmpty)
        chart.apply(
            .drugGiven(DrugAdministration(drug: .fludarabine, amount: 50, unit: "mg", minutes: 30)),
            at: Bedside.time(-120))
        chart.apply(
            .productOrdered(
                ProductOrder(
                    product: LabelledProduct.tisaCel, productVersion: "tisa-cel@1", chainOfIdentity: "COI-1")),
            at: Bedside.time(-110))
        let counsel = chart.counsel(at: now)
        #expect(counsel.answer(.irradiatedBlood, .ehaEbmt2023)?.stance == .give)
        #expect(counsel.answer(.herpesProphylaxis, .ash)?.stance == .give)
        #expect(counsel.answer(.driving, .label) == nil)
        #expect(counsel.answer(.liveVaccines, .ash) == nil)
        #expect(!counsel.undecided.flatMap(\.missing).contains { $0.contains("day") })
    }

    @Test("after death or cancellation nothing is recommended")
    func closed() {
        var dead = septic()
        dead.apply(.died(Death(cause: .infection)), hour: 70.5)
        #expect(dead.chart.counsel(at: Bedside.time(71)).items.isEmpty)
        #expect(dead.chart.counsel(at: Bedside.time(71)).undecided.isEmpty)
    }

    @Test("a running order of the same drug is shown beside the recommendation")
    func running() {
        var bedside = septic()
        bedside.take(.set(39, pressure: 60, vasopressors: 1), hour: 70.5)
        bedside.order(.dexamethasone, 10, every: 12, hour: 70.6)
        let item = bedside.chart.counsel(at: Bedside.time(71)).answer(.corticosteroidForCRS, .asco2021)
        #expect(item?.running?.hasPrefix("dexamethasone 10 mg every 12 h ordered") == true)
    }

    @Test("the labels' times follow the day of infusion, 2025-06-25 and 2025-06-26")
    func labelChange() throws {
        func driving(_ date: String) throws -> String? {
            let infused = try Instant(iso8601: date)
            var chart = Chart(therapy: "COI-1")
            chart.apply(
                .productOrdered(
                    ProductOrder(
                        product: LabelledProduct.axiCel, productVersion: "axi-cel@1", chainOfIdentity: "COI-1")),
                at: infused)
            chart.apply(
                .infusionCompleted(
                    Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)),
                at: infused)
            return chart.counsel(at: infused.advanced(byDays: 1)).answer(.driving, .label)?.action
        }
        #expect(try driving("2025-06-25T23:00:00-05:00")?.contains("8 weeks") == true)
        #expect(try driving("2025-06-26T00:00:00-05:00")?.contains("2 weeks") == true)
    }

    @Test("lines show urgency, guidelines, dose, what is left, reasons, flags, gaps and the disclaimer")
    func lines() {
        let lines = septic().chart.counsel(at: Bedside.time(71)).lines()
        let text = lines.joined(separator: "\n")
        #expect(lines.first == "NOW")
        for part in [
            "Tocilizumab now?", "tocilizumab 800 mg IV over 60 min", "0 of at most 4 given, 4 left",
            "why: CRS grade 2: at least 2, ASTCT 2019", "from memory, a clinician must confirm", "WOULD CHANGE WITH",
            "fibrinogen, not recorded", Counsel.disclaimer,
        ] { #expect(text.contains(part), "\(part)") }
        #expect(lines.allSatisfy { !$0.contains("\n") && !$0.contains("nil") })
    }

    @Test("JSON comes back as it went")
    func json() throws {
        let counsel = septic().chart.counsel(at: Bedside.time(71))
        let data = try JSONEncoder().encode(counsel)
        #expect(try JSONDecoder().decode(Counsel.self, from: data) == counsel)
    }
}
