/// A row of a table that a narrow screen shows as a card: each cell under its column's name.
enum StackedRow {
    /// - Parameters:
    ///   - head: the columns' names.
    ///   - cells: HTML of the cells, safe already.
    static func html(_ head: [String], _ cells: [String]) -> String {
        let body = zip(head, cells).map { name, cell in
            "<td data-label=\"\(Escape.html(name))\">\(cell)</td>"
        }
        return "<tr>\(body.joined())</tr>"
    }
}
