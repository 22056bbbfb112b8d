extension ReportPage {
    /// The page of a sensitivity analysis.
    ///
    /// - Parameters:
    ///   - figures: what to show.
    ///   - plotly: the text of `plotly.min.js`; without it the page shows its tables only and says why.
    public static func html(for figures: SensitivityFigures, plotly: String?) -> String {
        page(
            figures.study, [SobolSection.figure(figures), TornadoSection.figure(figures)],
            data:
                "<script type=\"application/json\" id=\"figures\" data-humoral=\"\">\(Escape.json(figures.json))</script>\n",
            plotly: plotly)
    }
}
