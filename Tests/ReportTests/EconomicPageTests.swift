import Foundation
import Testing

@testable import Report

@Suite("The page of a cost-effectiveness analysis")
struct EconomicPageTests {
    private var figures: EconomicFigures {
        var figures = EconomicFigures(
            id: "x", title: "A <b> & B", simulated: false, money: "USD of 2021", view: "health-care",
            command: "livingdrug cost x", willingness: 150_000)
        figures.strategies = [("a", 200_000.0, 3.0), ("b", 100_000, 1)].map { id, cost, qalys in
            .init(
                id: id, title: "Strategy \(id)", cost: cost, qalys: qalys, life_years: qalys + 1,
                life_years_undiscounted: qalys + 2, life_years_progression_free: qalys,
                parts: [.init(title: "Product", amount: cost)], place: "efficient")
        }
        figures.plane = (0..<50).map { .init(qalys: 2 + Double($0 % 5) / 10, cost: 100_000 + 1000 * Double($0)) }
        figures.acceptability = [0.0, 150_000].map {
            .init(willingness: $0, shares: [0.25, 0.75], perfect_information: 9)
        }
        figures.tornado = [
            .init(
                name: "p", title: "Price", range: "1 to 2", at_low: 300_000, at_high: 100_000, ratio_low: 1,
                ratio_high: 2)
        ]
        figures.base_net_benefit = 200_000
        figures.agreements = [
            .init(
                scenario: "", measure: "Costs", strategy: "Strategy a", against: "", published: 210_000,
                remade: 200_000,
                difference: -0.0476, solved_for: false, is_money: true, verification: "read", source: "s", note: ""),
            .init(
                scenario: "", measure: "Costs", strategy: "Strategy b", against: "", published: 100_000,
                remade: 100_000,
                difference: 0, solved_for: true, is_money: true, verification: "read", source: "s", note: ""),
        ]
        return figures
    }

    @Test("it holds plane, acceptability, tornado, parts and numbers, and loads nothing")
    func sections() {
        let page = EconomicPage.html(for: figures)
        for id in ["strategies", "agreement", "plane", "acceptability", "tornado", "numbers", "sources"] {
            #expect(page.contains("<section id=\"\(id)\">"), "\(id)")
        }
        #expect(page.components(separatedBy: "<svg ").count == 5)
        #expect(page.components(separatedBy: "<circle ").count == 51)
        #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
        #expect(page.contains("A &lt;b&gt; &amp; B") && !page.contains("A <b>"))
    }

    @Test("what was solved for is not counted as agreement")
    func solved() {
        let page = EconomicPage.html(for: figures)
        #expect(page.contains("1 of 1 published results that no number was solved from are re-made within 10 %"))
        #expect(page.contains("solved for"))
    }

    @Test("without draws or published figures the page leaves those sections out")
    func empty() {
        var bare = figures
        (bare.plane, bare.acceptability, bare.agreements, bare.tornado) = ([], [], [], [])
        let page = EconomicPage.html(for: bare)
        for id in ["plane", "acceptability", "agreement", "tornado"] {
            #expect(!page.contains("<section id=\"\(id)\">"))
        }
    }
}
