/// The head of the page. Its policy lets nothing be loaded from anywhere.
enum PageHead {
    static func html(_ study: TrialFigures.Study) -> String { html(title: study.title) }

    /// - Parameter style: what the page adds to the common style.
    static func html(title: String, style: String = "") -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Escape.html(title)) – LivingDrug</title>
        <style>
        \(Style.text)\(style)
        </style>
        </head>
        """
    }

    private static let policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
        + "base-uri 'none'; form-action 'none'"
}
