/// The report of a cost-effectiveness analysis as one web page that needs nothing else. Its drawings are plain SVG.
public enum EconomicPage {
    private static let shownBars = 15

    /// The page for these figures.
    public static func html(for figures: EconomicFigures) -> String {
        let sections = [
            strategies(figures), agreements(figures), plane(figures), acceptability(figures), tornado(figures),
            numbers(figures), notes(figures),
        ]
        let origin =
            figures.simulated
            ? "Costs and QALYs of virtual patients, carried on for life; no figure comes from real patients unless called published."
            : "A published analysis, re-made from its own inputs as far as they are at hand."
        return """
            \(PageHead.html(title: figures.title, style: style))
            <body>
            <header>
            <h1>\(Escape.html(figures.title))</h1>
            <p class="eyebrow">\(origin)</p>
            <dl>
            <div><dt>Money</dt><dd>\(Escape.html(figures.money))</dd></div>
            <div><dt>Whose costs</dt><dd>\(Escape.html(figures.view))</dd></div>
            <div><dt>Draws</dt><dd>\(figures.plane.count)</dd></div>
            <div class="wide"><dt>Command</dt><dd><code>\(Escape.html(figures.command))</code></dd></div>
            </dl>
            </header>
            <main>
            \(sections.filter { !$0.isEmpty }.joined(separator: "\n"))
            </main>
            <footer><p>Research and education software, not a medical device.</p></footer>
            </body>
            </html>

            """
    }

    private static let style = """

        svg{max-width:100%;height:auto}svg text{font:12px system-ui,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--ink)}
        svg .soft{fill:var(--soft)}svg .grid{stroke:var(--line)}
        """

    private static func section(_ id: String, _ title: String, _ says: String, _ content: String) -> String {
        """
        <section id="\(id)">
        <h2>\(Escape.html(title))</h2>
        <p class="takeaway">\(Escape.html(says))</p>
        \(content)
        </section>
        """
    }

    private static func strategies(_ figures: EconomicFigures) -> String {
        let says = figures.comparisons.map { "\($0.strategy) against \($0.against): \($0.verdict)." }
        let table = Table(
            head: ["Strategy", "Costs", "QALYs", "Life-years", "not discounted", "Place"],
            rows: figures.strategies.map { strategy in
                [
                    strategy.title, Words.number(strategy.cost.rounded()), Words.number(strategy.qalys),
                    Words.number(strategy.life_years), Words.number(strategy.life_years_undiscounted), strategy.place,
                ]
            }, open: true)
        let parts = Table(
            head: ["Strategy", "Cost", "Amount"],
            rows: figures.strategies.flatMap { strategy in
                strategy.parts.map { [strategy.title, $0.title, Words.number($0.amount.rounded())] }
            })
        return section(
            "strategies", "Costs and effects", says.joined(separator: " "),
            table.html(true) + EconomicDrawing.parts(figures) + parts.html(true))
    }

    private static func agreements(_ figures: EconomicFigures) -> String {
        guard !figures.agreements.isEmpty else { return "" }
        let own = figures.agreements.filter { !$0.solved_for && $0.note.isEmpty }
        let near = own.count { ($0.difference?.magnitude ?? 1) <= 0.1 }
        let says =
            "\(near) of \(own.count) published results that no number was solved from are re-made within 10 %. What was "
            + "solved for agrees by construction and is no evidence."
        let table = Table(
            head: ["Scenario", "Result", "Strategy", "Published", "Re-made", "Off", "", "Source"],
            rows: figures.agreements.map { item in
                func words(_ value: Double?) -> String { Words.number(item.is_money ? value?.rounded() : value) }
                return [
                    item.scenario, item.measure,
                    item.strategy + (item.against.isEmpty ? "" : " against \(item.against)"),
                    words(item.published), words(item.remade),
                    item.difference.map { "\(Words.tenths(100 * $0)) %" } ?? "–",
                    item.solved_for ? "solved for" : item.verification == "unverified" ? "⚠ unverified" : "",
                    item.source + (item.note.isEmpty ? "" : ". \(item.note)"),
                ]
            }, open: true)
        return section("agreement", "Published beside re-made", says, table.html(true))
    }

    private static func plane(_ figures: EconomicFigures) -> String {
        guard !figures.plane.isEmpty else { return "" }
        let more = figures.plane.count { $0.qalys > 0 && $0.cost > 0 }
        let says =
            "\(Words.percent(Double(more) / Double(figures.plane.count))) of draws give more QALYs for more costs. The dashed "
            + "line is \(Words.number(figures.willingness)) for a QALY: draws below it are worth their costs."
        return section("plane", "Cost-effectiveness plane", says, EconomicDrawing.plane(figures))
    }

    private static func acceptability(_ figures: EconomicFigures) -> String {
        guard let at = figures.acceptability.first(where: { $0.willingness == figures.willingness }) else { return "" }
        let shares = zip(figures.strategies, at.shares).map { "\($0.title) in \(Words.percent($1))" }
        let says =
            "At \(Words.number(figures.willingness)) for a QALY worth most: \(Words.list(shares)) of draws. To know all numbers "
            + "perfectly would be worth \(Words.number(at.perfect_information.rounded())) a patient."
        let table = Table(
            head: ["Willingness to pay"] + figures.strategies.map(\.title) + ["Perfect information"],
            rows: figures.acceptability.map { row in
                [Words.number(row.willingness)] + row.shares.map { Words.percent($0) }
                    + [Words.number(row.perfect_information.rounded())]
            })
        return section(
            "acceptability", "Acceptability", says, EconomicDrawing.acceptability(figures) + table.html(true))
    }

    private static func tornado(_ figures: EconomicFigures) -> String {
        guard let first = figures.tornado.first else { return "" }
        let table = Table(
            head: ["Number", "Range", "Costs per QALY at the lower", "at the higher", "Net benefit", "Net benefit"],
            rows: figures.tornado.map { bar in
                [
                    bar.title, bar.range, Words.number(bar.ratio_low?.rounded()),
                    Words.number(bar.ratio_high?.rounded()),
                    Words.number(bar.at_low.rounded()), Words.number(bar.at_high.rounded()),
                ]
            })
        return section(
            "tornado", "One number at a time",
            "What moves the result most: \(first.title). Orange: at the lower end of its range; blue: at the higher.",
            EconomicDrawing.tornado(figures, rows: shownBars) + table.html(true))
    }

    private static func numbers(_ figures: EconomicFigures) -> String {
        let weak = figures.numbers.count { $0.origin.contains("assumed") || $0.origin.contains("unverified") }
        let table = Table(
            head: ["Number", "Value", "Range", "Origin", "Source"],
            rows: figures.numbers.map { number in
                let range = number.low.flatMap { low in
                    number.high.map { "\(Words.number(low)) to \(Words.number($0))" }
                }
                return [
                    number.title, Words.number(number.value), range ?? "", number.origin, number.source,
                ]
            }, open: true)
        return section(
            "numbers", "Numbers and where they come from",
            "\(weak) of \(figures.numbers.count) numbers are assumed or not yet checked.", table.html(true))
    }

    private static func notes(_ figures: EconomicFigures) -> String {
        let notes = figures.notes.map { "<li>\(Escape.html($0))</li>" }.joined()
        let sources = figures.sources.map { "<li>\(Escape.html($0))</li>" }.joined()
        return "<section id=\"sources\"><h2>Sources and notes</h2><ol>\(sources)</ol><ul>\(notes)</ul></section>"
    }
}
