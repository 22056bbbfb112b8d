import Foundation
import Report

/// A cost-effectiveness analysis for the terminal.
enum CostTable {
    static func text(_ figures: EconomicFigures) -> String {
        var text = "\(figures.title)\n\(figures.money), \(figures.view) view\n\n\(strategies(figures))\n"
        for comparison in figures.comparisons {
            text += "\n\(comparison.strategy) against \(comparison.against): "
            text += "\(money(comparison.cost)) and \(number(comparison.qalys)) QALYs more; \(comparison.verdict)."
        }
        if let cost = figures.cost_interval, let qalys = figures.qalys_interval {
            text += "\n95 % of draws: costs \(money(cost[0])) to \(money(cost[1])), "
            text += "QALYs \(number(qalys[0])) to \(number(qalys[1]))."
        }
        if let worth = figures.acceptability.first(where: { $0.willingness == figures.willingness }) {
            text += "\nWorth most at \(money(figures.willingness)) for a QALY: "
            text +=
                zip(figures.strategies, worth.shares).map { strategy, share in
                    "\(strategy.title) in \(Int((100 * share).rounded())) %"
                }.joined(separator: ", ") + " of draws."
        }
        if !figures.agreements.isEmpty { text += "\n\n\(agreements(figures))" }
        if !figures.tornado.isEmpty { text += "\n\n\(tornado(figures))" }
        for note in figures.notes { text += "\n\nNote: \(note)" }
        return text
    }

    private static func strategies(_ figures: EconomicFigures) -> String {
        var table = TextTable([
            ("Strategy", .left), ("Costs", .right), ("QALYs", .right), ("Life-years", .right),
            ("undiscounted", .right), ("Place", .left),
        ])
        for strategy in figures.strategies {
            table.add([
                strategy.title, money(strategy.cost), number(strategy.qalys), number(strategy.life_years),
                number(strategy.life_years_undiscounted), strategy.place,
            ])
            for part in strategy.parts { table.add(["  " + part.title, money(part.amount), "", "", "", ""]) }
        }
        return table.text
    }

    private static func agreements(_ figures: EconomicFigures) -> String {
        var table = TextTable([
            ("Published beside re-made", .left), ("Published", .right), ("Re-made", .right), ("Off", .right),
            ("", .left),
        ])
        for item in figures.agreements {
            func words(_ value: Double?) -> String { value.map { item.is_money ? money($0) : number($0) } ?? "–" }
            let against = item.against.isEmpty ? "" : " against \(item.against)"
            let scenario = item.scenario.isEmpty ? "" : "\(item.scenario): "
            let off = item.difference.map { String(format: "%+.1f %%", 100 * $0) } ?? "–"
            let flag = item.solved_for ? "solved for" : item.verification == "unverified" ? "unverified" : ""
            table.add([
                "\(scenario)\(item.measure), \(item.strategy)\(against)", words(item.published), words(item.remade),
                off,
                flag,
            ])
        }
        return table.text
    }

    private static func tornado(_ figures: EconomicFigures) -> String {
        var table = TextTable([
            ("What moves it most", .left), ("Range", .left), ("per QALY at low", .right), ("at high", .right),
        ])
        for bar in figures.tornado.prefix(10) {
            table.add([
                bar.title, bar.range, bar.ratio_low.map(money) ?? "–", bar.ratio_high.map(money) ?? "–",
            ])
        }
        return table.text
    }

    private static func money(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "–" }
        return Int(value.rounded()).grouped
    }
    private static func number(_ value: Double) -> String { String(format: "%.2f", value) }
}

/// Files of a cost-effectiveness analysis.
enum CostFiles {
    static func all(_ figures: EconomicFigures) throws -> [(name: String, text: String)] {
        [
            ("cost.json", try figures.json() + "\n"), ("parts.csv", parts(figures)), ("tornado.csv", tornado(figures)),
            ("draws.csv", "qalys,cost\n" + figures.plane.map { "\($0.qalys),\($0.cost)\n" }.joined()),
            ("report.html", EconomicPage.html(for: figures)),
        ]
    }

    private static func parts(_ figures: EconomicFigures) -> String {
        "strategy,part,amount\n"
            + figures.strategies.flatMap { strategy in
                strategy.parts.map { "\(strategy.id),\(quoted($0.title)),\($0.amount)\n" }
            }.joined()
    }

    private static func tornado(_ figures: EconomicFigures) -> String {
        "input,title,range,net_benefit_low,net_benefit_high,ratio_low,ratio_high\n"
            + figures.tornado.map { bar in
                let ratios = [bar.ratio_low, bar.ratio_high].map { $0.map { "\($0)" } ?? "" }.joined(separator: ",")
                return "\(bar.name),\(quoted(bar.title)),\(bar.range),\(bar.at_low),\(bar.at_high),\(ratios)\n"
            }.joined()
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
