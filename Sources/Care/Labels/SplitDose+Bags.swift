extension Label.Dose {
    /// Which bags are given on the first and on the second day.
    ///
    /// - Parameter marrowBlasts: blasts in the marrow, % (0 to 100), as assessed before lymphodepletion.
    /// - Throws: `DoseError` if the dose is not split, or the blasts are unknown or impossible: then nothing may be given.
    public func splitRule(marrowBlasts: Double?) throws(DoseError) -> Split.Rule {
        guard let split else { throw .notSplit }
        guard let marrowBlasts, marrowBlasts >= 0, marrowBlasts <= 100 else { throw .marrowBlasts(marrowBlasts) }
        guard let rule = split.rules.first(where: { $0.holds(marrowBlasts) }) else { throw .marrowBlasts(marrowBlasts) }
        return rule
    }
}

extension Label.Dose.Split {
    /// Days on which the second infusion may be, counted from the first on day 1.
    public var secondDays: ClosedRange<Int> { (secondDay - toleranceDays)...(secondDay + toleranceDays) }

    /// What becomes of the second infusion.
    public enum Second: Sendable, Equatable {
        /// As planned; it waits until the toxicity is gone, at the latest on this day; it is not given
        case give
        case postpone(latestDay: Int)
        case stop
    }

    /// What the worst grades after the first infusion make of the second.
    public func second(after crs: CRSGrade, _ icans: ICANSGrade) -> Second {
        func reached(_ least: Int?, _ grade: Int) -> Bool { least.map { grade >= $0 } ?? false }
        if reached(stop?.crs, crs.rawValue) || reached(stop?.icans, icans.rawValue) { return .stop }
        guard let postpone, reached(postpone.crs, crs.rawValue) || reached(postpone.icans, icans.rawValue) else {
            return .give
        }
        return .postpone(latestDay: postpone.latestDay)
    }
}

extension Label.Dose.Split.Rule {
    /// Whether the rule is for these blasts, %.
    func holds(_ blasts: Double) -> Bool {
        (blastsAbove.map { blasts > $0 } ?? true) && blasts <= (blastsUpTo ?? 100)
    }

    /// Cells of the first day, of the second and of both, 10*6.
    public var totals: (first: Double, second: Double, both: Double) {
        let (one, two) = (first.reduce(0, +), second.reduce(0, +))
        return (one, two, one + two)
    }
}
