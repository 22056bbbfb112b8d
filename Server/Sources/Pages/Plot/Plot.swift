import Care

/// One quantity over time, as a drawing and as a table.
struct Plot {
    /// How values are laid out.
    enum Scale { case linear, log }

    /// A range of values that means something, told by its words, its edge and its shade.
    struct Band {
        /// What it means (for example `grade 4: below 0.5`).
        var words: String
        var range: ClosedRange<Double>
        /// How grave: 0 (none) to 4.
        var weight: Int
    }

    var id: String
    var title: String
    var unit: String
    var points: [ChartHistory.Point]
    var bands: [Band] = []
    var scale = Scale.linear
    /// Values that are always shown.
    var atLeast: ClosedRange<Double>?
    /// Whether a value holds until the next.
    var isStepped = false
    /// Doses given, marked below.
    var doses: [(name: String, at: Instant)] = []
    /// Where values come from, or the source of the bands.
    var note: String?

    /// Whether there is something to draw between two times. A grade holds until the next.
    func isShown(from: Instant, to: Instant) -> Bool {
        isStepped ? points.contains { $0.at <= to } : points.contains { $0.at >= from && $0.at <= to }
    }

    /// Highest and last value, in words, for who cannot see the drawing.
    var summary: String {
        guard let last = points.last else { return "No values." }
        let values = points.map(\.value)
        let range = "\(points.count) values from \(Words.short(values.min() ?? 0)) to \(Words.short(values.max() ?? 0))"
        return "\(range) \(unit); the last \(Words.short(last.value)) \(unit), \(Words.moment(last.at))."
    }
}
