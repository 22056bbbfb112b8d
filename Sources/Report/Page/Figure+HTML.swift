extension Figure {
    /// The section of the page; without `charts` the table stands in for the drawing.
    func html(charts: Bool) -> String {
        """
        <section id="\(id)">
        <h2>\(Escape.html(title))</h2>
        <p class="takeaway">\(Escape.html(takeaway))</p>
        \(drawing(charts))\(table.html(charts))
        </section>
        """
    }

    private func drawing(_ charts: Bool) -> String {
        guard charts, drawn else { return "" }
        return "<div class=\"chart\" id=\"chart-\(id)\" role=\"img\" aria-label=\"\(Escape.html(title))\"></div>\n"
            + (note.map { "<p class=\"note\">\(Escape.html($0))</p>\n" } ?? "")
    }
}

extension Table {
    /// The table, folded away where a drawing shows it already.
    func html(_ charts: Bool) -> String {
        let titles = head.map { "<th scope=\"col\">\(Escape.html($0))</th>" }.joined()
        let body = rows.map { "<tr>" + $0.map(Self.cell).joined() + "</tr>" }.joined(separator: "\n")
        let empty = "<tr><td colspan=\"\(head.count)\">No data</td></tr>"
        return """
            <details\(open || !charts ? " open" : "")><summary>Data table</summary><div class="\(open ? "wide" : "scroll")"><table>
            <thead><tr>\(titles)</tr></thead>
            <tbody>\(rows.isEmpty ? empty : body)</tbody>
            </table></div></details>
            """
    }

    private static func cell(_ text: String) -> String {
        let number = text.unicodeScalars.first.map { ("0"..."9").contains($0) || $0 == "−" || $0 == "$" } ?? false
        return number ? "<td class=\"n\">\(Escape.html(text))</td>" : "<td>\(Escape.html(text))</td>"
    }
}
