/// A blood count by day from infusion, as the scales of haematotoxicity read it. Of several counts on a day the lowest
/// counts. A day without a count between two counts is interpolated on the line between them if no more than seven days
/// in a row are missing, which a weekly blood draw leaves; a longer gap stays unknown, and so do the days before the
/// first and after the last count. (The rule of the published grading program for ICAHT, Liang, which also prolongs the
/// first and the last count and rounds to 10 cells/uL; we do neither.)
struct DailyCounts {
    /// What is known of one day.
    enum Day: Equatable {
        case measured(Double)
        case interpolated(Double)
        case unknown

        /// The count, measured or interpolated.
        var value: Double? {
            switch self {
            case .measured(let value), .interpolated(let value): value
            case .unknown: nil
            }
        }

        /// The measured count.
        var measured: Double? {
            if case .measured(let value) = self { return value }
            return nil
        }
    }

    /// Longest run of days that is interpolated.
    static let longestGap = 7

    /// The days of the window in order; its first day is `first`.
    let days: [Day]
    /// First day of the window.
    let first: Int
    /// The lowest measured counts, with the time of each, by time.
    let measured: [(day: Double, count: Double)]

    /// The counts (day from infusion, count) of a window of whole days; those outside it are not looked at.
    init(_ counts: [(day: Double, count: Double)], in window: ClosedRange<Int>) {
        var lowest: [(day: Double, count: Double)?] = Array(repeating: nil, count: window.count)
        for entry in counts {
            let day = entry.day.rounded(.down)
            guard day >= Double(window.lowerBound), day <= Double(window.upperBound) else { continue }
            let index = Int(day) - window.lowerBound
            if let known = lowest[index], (known.count, known.day) <= (entry.count, entry.day) { continue }
            lowest[index] = entry
        }
        first = window.lowerBound
        measured = lowest.compactMap { $0 }
        var days = lowest.map { $0.map { Day.measured($0.count) } ?? .unknown }
        let known = lowest.indices.filter { lowest[$0] != nil }
        for (a, b) in zip(known, known.dropFirst()) where b - a - 1 <= Self.longestGap && b - a > 1 {
            let (from, to) = (lowest[a]?.count ?? 0, lowest[b]?.count ?? 0)
            for index in a + 1..<b {
                days[index] = .interpolated(from + (to - from) * Double(index - a) / Double(b - a))
            }
        }
        self.days = days
    }

    /// Which days are at or below a limit (or below it), an unknown day being so or not.
    func low(_ isLow: (Double) -> Bool, unknown: Bool, onlyMeasured: Bool = false) -> [Bool] {
        days.map { (onlyMeasured ? $0.measured : $0.value).map(isLow) ?? unknown }
    }

    /// Days from the window in words (`days 3 to 12`), where they are as asked.
    func runs(_ isMember: (Day) -> Bool) -> [String] {
        var runs: [String] = []
        var start: Int?
        for index in 0...days.count {
            let isIn = index < days.count && isMember(days[index])
            if isIn, start == nil { start = index }
            if !isIn, let from = start {
                let (a, b) = (first + from, first + index - 1)
                runs.append(a == b ? "day \(a)" : "days \(a) to \(b)")
                start = nil
            }
        }
        return runs
    }
}

/// How long counts were low.
struct LowSpells {
    /// First and last place of each spell.
    let spells: [ClosedRange<Int>]

    /// Spells of low days. A recovery of fewer than three days is not stable: it belongs to the spell (CIBMTR's definition
    /// of engraftment, as the ICAHT papers use it).
    init(_ low: [Bool]) {
        var spells: [ClosedRange<Int>] = []
        for index in low.indices where low[index] {
            if let last = spells.last, index - last.upperBound <= 3 {
                spells[spells.count - 1] = last.lowerBound...index
            } else {
                spells.append(index...index)
            }
        }
        self.spells = spells
    }

    /// Days of all spells together.
    var total: Int { spells.reduce(0) { $0 + $1.count } }
    /// Days of the longest.
    var longest: Int { spells.map(\.count).max() ?? 0 }
}
