extension CTCAE {
    /// Blood counts that are too low. Below the laboratory's lower limit of normal is grade 1; a count at a limit has the
    /// milder grade (`< 1.5 to 1.0` is grade 2, below 1.0 grade 3).
    ///
    /// | 10*9/L | grade 2 below | grade 3 below | grade 4 below |
    /// | --- | --- | --- | --- |
    /// | neutrophils | 1.5 | 1.0 | 0.5 |
    /// | platelets | 75 | 50 | 25 |
    /// | lymphocytes | 0.8 | 0.5 | 0.2 |
    /// | white cells | 3 | 2 | 1 |
    public enum LowCount: String, Codable, Sendable, CaseIterable {
        /// Neutrophil count decreased; platelet count decreased; lymphocyte count decreased; white blood cell decreased
        case neutrophils, platelets, lymphocytes, whiteCells

        /// Limits of grades 2, 3 and 4, 10*9/L.
        public var limits: [Double] {
            switch self {
            case .neutrophils: [1.5, 1, 0.5]
            case .platelets: [75, 50, 25]
            case .lymphocytes: [0.8, 0.5, 0.2]
            case .whiteCells: [3, 2, 1]
            }
        }

        var words: String { self == .whiteCells ? "white cells" : rawValue }

        private var plausible: ClosedRange<Double> {
            switch self {
            case .neutrophils: Analyte.neutrophils.plausible
            case .platelets: Analyte.platelets.plausible
            case .lymphocytes: Analyte.lymphocytes.plausible
            case .whiteCells: 0...1000
            }
        }

        /// The grade by the count alone where it is 2 or more, else none: what needs no limit of normal.
        public func grade(_ count: Double) -> CTCAEGrade {
            let rank = limits.filter { count < $0 }.count
            return rank == 0 ? .none : CTCAEGrade(rawValue: rank + 1) ?? .none
        }

        /// The grade of a count, 10*9/L, with the laboratory's lower limit of normal.
        public func assess(
            _ count: Double?, lowerLimit: Double? = nil
        ) throws(ImpossibleValue) -> ScaleVerdict<CTCAEGrade> {
            try ImpossibleValue.check(words, count, plausible, "10*9/L")
            try ImpossibleValue.check(positive: "lower limit of normal", lowerLimit, "10*9/L")
            guard let count else { return CTCAE.verdict(.none ... .grade4, [], unknown: [words]) }
            let found = "\(words) \(count.plain) 10*9/L"
            let grade = grade(count)
            if grade != .none {
                let limit = limits[grade.rawValue - 2].plain
                return CTCAE.verdict(grade...grade, ["\(found): below \(limit), grade \(grade.rawValue)"], unknown: [])
            }
            guard let lowerLimit else {
                return CTCAE.verdict(
                    .none ... .grade1, ["\(found): not below \(limits[0].plain)"],
                    unknown: ["lower limit of normal for \(words)"])
            }
            let grade1: CTCAEGrade = count < lowerLimit ? .grade1 : .none
            let side = grade1 == .none ? "not below" : "below"
            return CTCAE.verdict(
                grade1...grade1, ["\(found): \(side) the lower limit of normal \(lowerLimit.plain)"], unknown: [])
        }
    }
}
