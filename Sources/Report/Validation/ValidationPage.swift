/// Simulated beside published as one web page that needs nothing else: no program, no font, no network.
public enum ValidationPage {
    /// The page for these figures.
    public static func html(for figures: ValidationFigures) -> String {
        let groups = [
            StudyGroupSection(
                id: "calibration", title: "Calibration: studies that parameters were fitted to",
                note:
                    "Agreement here says that the model can be brought to these results, not that it predicts anything: its "
                    + "parameters were moved until it did.",
                studies: figures.studies.filter(\.isCalibration)),
            StudyGroupSection(
                id: "validation", title: "Validation: studies that only judge",
                note:
                    "No parameter was fitted to any result of these studies. Their patients, doses and management come "
                    + "from what was known before.",
                studies: figures.studies.filter { !$0.isCalibration }),
        ]
        let sections =
            [CountSection(figures: figures).html] + groups.map(\.html)
            + [QuantitySection(quantities: figures.quantities).html, PolicySection(policies: figures.policies).html]
        return """
            \(PageHead.html(title: "Simulated beside published", style: "\n" + ValidationStyle.text))
            <body>
            \(header(figures))
            <main class="validation">
            \(sections.joined(separator: "\n"))
            </main>
            <footer><p>Research and education software, not a medical device.</p></footer>
            </body>
            </html>

            """
    }

    private static func header(_ figures: ValidationFigures) -> String {
        """
        <header>
        <h1>Simulated beside published</h1>
        <p class="eyebrow">\(figures.patients) virtual patients in each study, seed \(figures.seed). Published figures are \
        those of the studies named; all others are simulated.</p>
        <p><code>\(Escape.html(figures.command))</code></p>
        <p><span class="key"><i class="disc"></i>simulated, with 95 % interval (thick)</span>\
        <span class="key"><i class="diamond"></i>published, with 95 % interval (thin)</span></p>
        <nav aria-label="Contents"><a href="#counts">How many agree</a><a href="#calibration">Calibration</a>\
        <a href="#validation">Validation</a><a href="#quantities">Quantities</a><a href="#policies">Policies</a></nav>
        </header>
        """
    }
}
