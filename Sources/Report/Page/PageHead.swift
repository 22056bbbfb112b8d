/// The head of the page. Its policy lets nothing be loaded from anywhere.
enum PageHead {
    static func html(_ study: TrialFigures.Study) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Escape.html(study.title)) – LivingDrug</title>
        <style>
        \(Style.text)
        </style>
        </head>
        """
    }

    private static let policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
        + "base-uri 'none'; form-action 'none'"
}
