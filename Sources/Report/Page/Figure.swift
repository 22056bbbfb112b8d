/// One figure of the page: what it says in words, its drawing and its numbers.
struct Figure {
    /// The anchor and the name of the drawing.
    var id: String
    /// What is shown.
    var title: String
    /// What it says, in one sentence.
    var takeaway: String
    /// How to read the drawing.
    var note: String?
    /// Whether there is something to draw.
    var drawn: Bool
    /// The numbers.
    var table: Table
}

/// Rows of plain text under a heading.
struct Table {
    /// The columns' names, with units.
    var head: [String]
    /// The cells.
    var rows: [[String]]
    /// Whether to show the rows at once, not folded.
    var open = false
}
