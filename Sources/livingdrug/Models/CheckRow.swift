import Therapy

/// A check with today's figure, as `models NAME` and `models --check` show it.
struct CheckRow: Encodable {
    let id: String
    let says: String
    /// Where the expected figure is from: `paper` or `computed`.
    let origin: String
    let expected: Double
    /// Nil if the quantity does not occur or the run failed.
    let found: Double?
    let relativeError: Double?
    /// How near is near enough, as a share of the expected figure; nil if `absoluteTolerance` says.
    let tolerance: Double?
    /// How near is near enough, in the figure's unit.
    let absoluteTolerance: Double?
    /// Whether the figure is near enough.
    let agrees: Bool
    /// What the page says: `reproduced` or `mismatch`.
    let verdict: String
    /// What the page says of a mismatch.
    let note: String?
    /// Whether the verdict is still true.
    let holds: Bool
    /// Why the run failed.
    let failure: String?

    init(_ result: CheckResult) {
        let check = result.check
        id = check.id
        says = check.says
        origin = check.origin.rawValue
        expected = check.expected
        found = result.found
        relativeError = result.relativeError
        agrees = result.agrees
        holds = result.holds
        failure = result.failure
        switch check.tolerance {
        case .relative(let share): (tolerance, absoluteTolerance) = (share, nil)
        case .absolute(let limit): (tolerance, absoluteTolerance) = (nil, limit)
        }
        switch check.verdict {
        case .reproduced: (verdict, note) = ("reproduced", nil)
        case .mismatch(let words): (verdict, note) = ("mismatch", words)
        }
    }

    /// In percent, or in the figure's unit where that is how nearness is told.
    private var error: String {
        if absoluteTolerance != nil, let found {
            return (found < expected ? "" : "+") + Figure.text(found - expected)
        }
        return relativeError.map(Figure.percent) ?? ""
    }

    private var allowed: String {
        tolerance.map { Figure.text(100 * $0) + " %" } ?? absoluteTolerance.map { "±" + Figure.text($0) } ?? ""
    }

    /// The verdict, and whether it holds, in words.
    private var state: String {
        if failure != nil { return "FAILED" }
        return holds ? verdict : "\(verdict): NO LONGER"
    }

    static func table(_ rows: [CheckRow]) -> String {
        var table = TextTable([
            ("check", .left), ("expected", .right), ("found", .right), ("error", .right), ("allowed", .right),
            ("", .left), ("expected by", .left),
        ])
        for row in rows {
            table.add([
                row.id, Figure.text(row.expected), row.found.map(Figure.text) ?? "–",
                row.error, row.allowed, row.state, row.says,
            ])
        }
        let notes = rows.compactMap { row in
            row.failure.map { "\(row.id): \($0)" } ?? row.note.map { "\(row.id): \($0)" }
        }
        return ([table.text] + notes).joined(separator: "\n")
    }
}
