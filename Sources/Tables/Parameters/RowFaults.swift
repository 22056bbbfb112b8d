/// The errors of one row of a table of parameters.
struct RowFaults {
    let file: String
    /// Data row, from 1.
    let row: Int
    /// Line of the file, from 1.
    let line: Int
    let header: TableColumns

    func quotes(_ fault: FieldSplitter.Fault, _ bytes: UnsafeBufferPointer<UInt8>) -> TableError {
        switch fault {
        case .unclosed(let field):
            error(
                .badQuotes, field, "a quote that is never closed, in \(ShownText.of(bytes))",
                "quotes around whole fields",
                "Close the quote; write a quote within a quoted field twice.")
        case .stray(let field):
            error(
                .badQuotes, field, "a stray quote, in \(ShownText.of(bytes))", "quotes around whole fields",
                "Put quotes around the whole field, and write those within it twice; a number needs none.")
        }
    }

    func count(_ fields: [FieldSplitter.Field]) -> TableError {
        let few = fields.count < header.fieldCount
        let text = "\(fields.count) \(fields.count == 1 ? "field" : "fields")"
        return error(
            .fieldCount, fields.count, text, "\(header.fieldCount), as many as the header has",
            few
                ? "Add the missing values, from this column on."
                : "Delete what is too much; write decimal points, not decimal commas.")
    }

    func empty(_ field: Int) -> TableError {
        error(.emptyCell, field, "an empty cell", expected(field), "Fill it in, or delete the row or the column.")
    }

    func garbage(_ field: Int, _ text: [UInt8]) -> TableError {
        error(
            .garbage, field, "\(ShownText.of(text)), which is not text", expected(field),
            "Save the table as CSV in UTF-8; check that the file is not damaged.")
    }

    func notANumber(_ field: Int, _ text: [UInt8]) -> TableError {
        if ShownText.isGarbage(text) { return garbage(field, text) }
        let words = String(decoding: text, as: UTF8.self).lowercased().drop { "+- ".contains($0) }
        if ["nan", "inf", "infinity"].contains(words) { return notFinite(field, text) }
        let missing = ["na", "n/a", "null", "none", "."].contains(words)
        return error(
            .notANumber, field, ShownText.of(text), "a number",
            missing
                ? "A parameter cannot be missing: fill it in, or delete the row or the column."
                : "Write a decimal number such as 0.25 or 2.5e-1, without a unit.")
    }

    func notFinite(_ field: Int, _ text: [UInt8]) -> TableError {
        error(.notFinite, field, ShownText.of(text), "a finite number", "Write a number below 1.8e308 in size.")
    }

    private func expected(_ field: Int) -> String { header.hasLabels && field == 0 ? "a label" : "a number" }

    private func error(
        _ kind: TableError.Kind, _ field: Int, _ found: String, _ expected: String, _ remedy: String
    ) -> TableError {
        TableError(
            kind, file: file, row: row, line: line, column: header.name(ofField: field), found: found,
            expected: expected, remedy: remedy)
    }
}
