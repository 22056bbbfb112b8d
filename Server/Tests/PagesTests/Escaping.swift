import Care
import Foundation
import Testing

@testable import Pages

@Suite("What people wrote is text, never markup")
struct Escaping {
    @Test("Names, diseases, reasons and identifiers with markup come out as text")
    func journal() throws {
        var journal = Sample.sick(by: Sample.hostile)
        journal.record(
            .drugGiven(DrugAdministration(drug: .tocilizumab, amount: 560, unit: "mg", minutes: 60)),
            by: Actor(role: .nurse, name: Sample.hostile), at: Sample.start.advanced(byDays: 12.01))
        journal.record(
            .orderPlaced(
                Order(
                    id: Sample.hostile, drug: .dexamethasone, amount: 10, unit: "mg", intervalHours: 6,
                    reason: Sample.hostile, source: Sample.hostile)),
            by: Actor(role: .physician, name: Sample.hostile), at: Sample.start.advanced(byDays: 12.02))
        journal.record(
            .infectionReported(Infection(grade: 2, description: Sample.hostile)),
            by: Actor(role: .physician, name: Sample.hostile), at: Sample.start.advanced(byDays: 12.03))
        let view = Sample.view(journal)
        let html = try ChartPageView(view, entries: Sample.everything, order: Sample.hostile)
            .html(in: Sample.frame(title: Sample.hostile))
        #expect(!html.contains("<script>alert"))
        #expect(html.contains("&lt;script&gt;alert"))
        #expect(Markup(html).all("script").allSatisfy { $0["src"] != nil })
        let board = try BoardPage([BoardPatient(view)], at: Sample.start, filter: Sample.hostile).html(
            in: Sample.frame())
        #expect(!board.contains("<script>alert"))
    }

    @Test(
        "What comes back into a form stays in its field",
        arguments: ["\" autofocus onfocus=\"x", "<b>", "{{csrf}}", "'"])
    func form(_ value: String) throws {
        let state = FormState(values: ["temperature": value], errors: ["temperature": value], summary: value)
        let html = try ChartPageView(
            Sample.view(Sample.infused()), entries: Sample.everything, states: [.vitals: state]
        )
        .html(in: Sample.frame())
        let field = try #require(Markup(html).all("input").first { $0["id"] == "vitals-temperature" })
        #expect(field["onfocus"] == nil)
        #expect(field["value"]?.contains("token-1") == false)
        #expect(Markup(html).all("b").isEmpty)
    }

    @Test("An identifier in a path is one component of it")
    func path() {
        #expect(PatientView.pathComponent("a/b?c#d e") == "a%2Fb%3Fc%23d%20e")
        #expect(PatientView.pathComponent("SIM-zuma-1-1-7") == "SIM-zuma-1-1-7")
        #expect(PatientView.pathComponent("é") == "%C3%A9")
    }
}
