import Foundation

/// The report of a calibration as one web page that needs nothing else. Its drawings are plain SVG, without a program.
public enum CalibrationPage {
    /// The page for these figures.
    public static func html(for figures: CalibrationFigures) -> String {
        let sections = [
            endpoints(figures), parameters(figures), identifiability(figures), trace(figures), leftOut(figures),
        ]
        return """
            \(PageHead.html(title: "Calibration", style: style))
            <body>
            <header>
            <h1>Calibration</h1>
            <p class="eyebrow">Population parameters fitted to published endpoints. Every endpoint shown here was seen by
            the fit: agreement is no validation.</p>
            <dl>
            \(facts(figures))
            </dl>
            </header>
            <main>
            \(sections.joined(separator: "\n"))
            </main>
            <footer><p>Research and education software, not a medical device.</p></footer>
            </body>
            </html>

            """
    }

    private static let style = """

        svg{max-width:100%;height:auto}svg text{font:12px system-ui,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--ink)}
        td:first-child{white-space:nowrap}svg .soft{fill:var(--soft)}svg .grid{stroke:var(--line)}
        """

    private static func facts(_ figures: CalibrationFigures) -> String {
        let short = [
            ("Parameters", "\(figures.parameters.count)"), ("Endpoints", "\(figures.endpoints.count)"),
            ("Patients a trial", "\(figures.patients)"), ("Seed", "\(figures.seed)"),
            ("Steps", "\(figures.iterations), \(figures.converged ? "converged" : "stopped at the limit")"),
            (
                "Objective",
                [figures.objective_start, figures.objective_end].map { Words.number($0) }.joined(separator: ", then ")
            ), ("Time", "\(Words.number(figures.wall_seconds)) s"),
        ]
        let items = short.map { "<div><dt>\($0.0)</dt><dd>\(Escape.html($0.1))</dd></div>" }
        let command = "<div class=\"wide\"><dt>Command</dt><dd><code>\(Escape.html(figures.command))</code></dd></div>"
        return (items + [command]).joined(separator: "\n")
    }

    private static func section(_ id: String, _ title: String, _ says: String, _ content: String) -> String {
        """
        <section id="\(id)">
        <h2>\(Escape.html(title))</h2>
        <p class="takeaway">\(Escape.html(says))</p>
        \(content)
        </section>
        """
    }

    // MARK: Sections

    private static func endpoints(_ figures: CalibrationFigures) -> String {
        let off = figures.endpoints.filter { ($0.residual_after ?? .infinity).magnitude > 2 }
        let before = figures.endpoints.count { ($0.residual_before ?? .infinity).magnitude > 2 }
        let says =
            "After the fit \(off.count) of \(Words.count(figures.endpoints.count, "endpoint")) are more than 2 "
            + "standard deviations off, \(before) before it."
            + (off.isEmpty ? "" : " Off: \(Words.list(off.prefix(12).map { "\($0.study) \($0.label)" })).")
        let table = Table(
            head: [
                "Study", "Endpoint", "Published (95 % CI)", "n", "Interval from", "Evidence", "Before", "After",
                "Other patients", "Off, SD",
            ],
            rows: figures.endpoints.map { row in
                [
                    row.study, row.label, Words.estimate(row.published, row.low, row.high, row.unit), "\(row.n)",
                    row.basis, (row.verification == "unverified" ? "⚠ " : "") + row.verification,
                    Words.value(row.before, row.unit), Words.value(row.after, row.unit),
                    Words.value(row.control, row.unit), deviation(row.residual_after),
                ]
            }, open: true)
        return section(
            "endpoints", "Endpoints before and after", says, CalibrationDrawing.residuals(figures) + table.html(true))
    }

    private static func parameters(_ figures: CalibrationFigures) -> String {
        let table = Table(
            head: [
                "Owner", "Parameter", "", "Start", "Fitted", "Prior (95 %)", "Prior SD", "Posterior SD", "Ratio", "",
            ],
            rows: figures.parameters.map { row in
                [
                    row.owner, row.name, row.attribute, Words.number(row.start), Words.number(row.fitted),
                    "\(Words.number(row.prior_low)) to \(Words.number(row.prior_high))", Words.number(row.prior_sd),
                    Words.number(row.posterior_sd), Words.number(row.ratio),
                    row.identifiable ? "" : "not identifiable",
                ]
            }, open: true)
        return section(
            "parameters", "What was fitted",
            "Standard deviations are those of the logarithm (of the logit for a share); the posterior is linearised.",
            table.html(true))
    }

    private static func identifiability(_ figures: CalibrationFigures) -> String {
        let unknown = figures.unidentifiable
        let says =
            unknown.isEmpty
            ? "The data say something about every parameter."
            : "The data say next to nothing about \(unknown.count) of "
                + "\(Words.count(figures.parameters.count, "parameter")): \(Words.list(unknown))."
        let directions = Table(
            head: ["Posterior/prior SD", "Weakest combinations (parts)"],
            rows: figures.weak_directions.map { direction in
                [
                    Words.number(direction.ratio),
                    direction.parameters.map { "\($0.parameter) \(String(format: "%+.2f", $0.loading))" }
                        .joined(separator: ", "),
                ]
            }, open: true)
        let pairs = Table(
            head: ["Correlation", "Known together only", ""],
            rows: figures.correlated.map { [String(format: "%+.2f", $0.correlation), $0.first, $0.second] }, open: true)
        return section(
            "identifiability", "What the data say", says,
            CalibrationDrawing.ratios(figures) + directions.html(true) + pairs.html(true))
    }

    private static func trace(_ figures: CalibrationFigures) -> String {
        let table = Table(
            head: ["Step", "Objective"], rows: figures.trace.map { [$0.step, Words.number($0.objective)] }, open: false)
        return section(
            "trace", "How it went",
            "The objective is half the sum of squares; a screen counts the studies of its product only.",
            CalibrationDrawing.trace(figures) + table.html(true))
    }

    private static func leftOut(_ figures: CalibrationFigures) -> String {
        let table = Table(
            head: ["Study", "Endpoint", "Because"],
            rows: figures.left_out.map { [$0.study ?? "all", $0.endpoint, $0.because] }, open: true)
        return section(
            "left-out", "Not fitted", "Published endpoints that the plan leaves out, and why.", table.html(true))
    }

    private static func deviation(_ residual: Double?) -> String {
        residual.map { String(format: "%+.1f", $0) } ?? "nobody had it"
    }
}
