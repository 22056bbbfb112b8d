/// The report as one web page that needs nothing else: style, program and numbers are all inside it.
public enum ReportPage {
    /// The page for these figures.
    ///
    /// - Parameters:
    ///   - figures: what to show.
    ///   - plotly: the text of `plotly.min.js`; without it the page shows its tables only and says why.
    public static func html(for figures: TrialFigures, plotly: String?) -> String {
        let sections = Self.sections(figures)
        let body = sections.map { $0.html(charts: plotly != nil) }.joined(separator: "\n")
        return """
            \(PageHead.html(figures.study))
            <body>
            \(PageHeader.html(figures.study, sections, charts: plotly != nil))
            <main>
            \(body)
            \(PageSources.html(figures.study))
            </main>
            <footer><p>Research and education software, not a medical device.</p></footer>
            \(data(figures))\(program(plotly))</body>
            </html>

            """
    }

    private static func sections(_ figures: TrialFigures) -> [Figure] {
        [
            FunnelSection.figure(figures), StepSection.figure(figures), EndpointSection.figure(figures),
            SurvivalSection.figure(figures), ToxicitySection.figure(figures), BandSections.kinetics(figures),
            BandSections.humoral(figures), SwimmerSection.figure(figures), AssumptionSection.figure(figures),
        ]
    }

    private static func data(_ figures: TrialFigures) -> String {
        let humoral = figures.bands.indices.filter { BandSections.isHumoral(figures.bands[$0]) }
        let places = humoral.map(String.init).joined(separator: " ")
        return "<script type=\"application/json\" id=\"figures\" data-humoral=\"\(places)\">"
            + Escape.json(figures.json) + "</script>\n"
    }

    private static func program(_ plotly: String?) -> String {
        guard let plotly else { return "" }
        return "<script>\(ScriptText.safe(plotly))</script>\n<script>\(ScriptText.safe(Script.text))</script>\n"
    }
}
