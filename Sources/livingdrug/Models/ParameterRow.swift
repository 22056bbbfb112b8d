import Therapy

/// A parameter as `models NAME` shows it.
struct ParameterRow: Encodable {
    let id: String
    /// Not a number where only the spread was fitted.
    let value: Double
    let unit: String
    let origin: String
    let meaning: String
    let source: String
    /// How it differs between patients, in words; nil if it does not.
    let spread: String?

    static func table(_ rows: [ParameterRow]) -> String {
        let hasSpread = rows.contains { $0.spread != nil }
        var columns: [(String, TextTable.Alignment)] = [
            ("parameter", .left), ("value", .right), ("unit", .left), ("origin", .left),
        ]
        if hasSpread { columns.append(("between patients", .left)) }
        columns.append(("meaning; source", .left))
        var table = TextTable(columns)
        for row in rows {
            let words = row.source.isEmpty ? row.meaning : "\(row.meaning); \(row.source)"
            table.add(
                [row.id, row.value.isNaN ? "" : "\(row.value)", row.unit, row.origin]
                    + (hasSpread ? [row.spread ?? ""] : []) + [words])
        }
        return table.text
    }
}

extension PublishedParameter.Spread {
    /// For example: log-normal, ω² 2.4.
    var words: String {
        switch self {
        case .logNormal(let omega2): "log-normal, ω² \(Figure.text(omega2))"
        case .normal(let share): "normal, SD \(Figure.text(100 * share)) %"
        case .uniform(let range): "\(Figure.text(range.lowerBound)) to \(Figure.text(range.upperBound))"
        case .exponential(let mean): "exponential, mean \(Figure.text(mean))"
        }
    }
}
