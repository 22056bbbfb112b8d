/// The report as one web page that needs nothing else: style, program and numbers are all inside it.
public enum ReportPage {
    /// The page for these figures.
    ///
    /// - Parameters:
    ///   - figures: what to show.
    ///   - plotly: the text of `plotly.min.js`; without it the page shows its tables only and says why.
    public static func html(for figures: TrialFigures, plotly: String?) -> String {
        page(figures.study, sections(figures), data: data(figures), plotly: plotly)
    }

    /// A page of these sections; `data` is the element with the numbers that are drawn.
    static func page(_ study: TrialFigures.Study, _ sections: [Figure], data: String, plotly: String?) -> String {
        let body = sections.map { $0.html(charts: plotly != nil) }.joined(separator: "\n")
        return """
            \(PageHead.html(study))
            <body>
            \(PageHeader.html(study, sections, charts: plotly != nil))
            <main>
            \(body)
            \(PageSources.html(study))
            </main>
            <footer><p>Research and education software, not a medical device.</p></footer>
            \(data)\(program(plotly))</body>
            </html>

            """
    }

    private static func sections(_ figures: TrialFigures) -> [Figure] {
        [ArmSection.figure(figures)].compactMap { $0 } + [
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
