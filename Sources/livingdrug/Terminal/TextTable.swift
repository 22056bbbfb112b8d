/// A table for a terminal: columns padded to their widest cell, numbers to the right.
struct TextTable {
    /// How a column is set.
    enum Alignment { case left, right }

    let header: [String]
    let alignment: [Alignment]
    private var rows: [[String]] = []

    init(_ columns: [(String, Alignment)]) {
        header = columns.map(\.0)
        alignment = columns.map(\.1)
    }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    var text: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            var text = ""
            for column in cells.indices {
                let space = String(repeating: " ", count: widths[column] - cells[column].count)
                text += alignment[column] == .left ? cells[column] + space : space + cells[column]
                text += "  "
            }
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([line(header), rule] + rows.map(line)).joined(separator: "\n")
    }
}
