extension CTCAE {
    /// Liver tests that are too high, in multiples of the upper limit of normal, or of the patient's own baseline if that
    /// was above the limit.
    ///
    /// | multiple above | grade 1 | grade 2 | grade 3 | grade 4 |
    /// | --- | --- | --- | --- | --- |
    /// | ALT, AST | 1 (from 1.5 by an abnormal baseline) | 3 | 5 | 20 |
    /// | bilirubin | 1 | 1.5 | 3 | 10 |
    public enum HighLiverTest: String, Codable, Sendable, CaseIterable {
        /// Alanine aminotransferase increased; aspartate aminotransferase increased; blood bilirubin increased
        case alt, ast, bilirubin

        /// Multiples above which grades 1 to 4 begin.
        public var multiples: [Double] { self == .bilirubin ? [1, 1.5, 3, 10] : [1, 3, 5, 20] }

        var words: String { self == .bilirubin ? "bilirubin" : rawValue.uppercased() }

        /// The grade of a value (U/L, or mg/dL for bilirubin) with the upper limit of normal and the baseline in the same
        /// unit. Without the baseline a normal one is the worst case: the range from none is open.
        public func assess(
            _ value: Double?, upperLimit: Double?, baseline: Double?
        ) throws(ImpossibleValue) -> ScaleVerdict<CTCAEGrade> {
            let unit = self == .bilirubin ? "mg/dL" : "U/L"
            try ImpossibleValue.check(notNegative: words, value, unit)
            try ImpossibleValue.check(positive: "upper limit of normal", upperLimit, unit)
            try ImpossibleValue.check(notNegative: "baseline", baseline, unit)
            let missing = [(words, value), ("upper limit of normal", upperLimit), ("baseline", baseline)]
            let unknown = missing.filter { $0.1 == nil }.map(\.0)
            guard let value, let upperLimit else { return CTCAE.verdict(.none ... .grade4, [], unknown: unknown) }
            let byLimit = grade(value, multiplesOf: upperLimit, isBaseline: false)
            let found = "\(words) \(value.plain) \(unit)"
            let limit = "\((value / upperLimit).plain) times the upper limit of normal"
            guard let baseline else {
                // An abnormal baseline is above the limit: no grade by it is above the grade by the limit.
                return CTCAE.verdict(
                    .none...byLimit, ["\(found): \(limit), grade \(byLimit.rawValue) if the baseline was normal"],
                    unknown: unknown)
            }
            guard baseline > upperLimit else {
                return CTCAE.verdict(byLimit...byLimit, ["\(found): \(limit), baseline normal"], unknown: [])
            }
            let grade = grade(value, multiplesOf: baseline, isBaseline: true)
            let finding = "\(found): \((value / baseline).plain) times the baseline, which was above normal"
            return CTCAE.verdict(grade...grade, [finding], unknown: [])
        }

        private func grade(_ value: Double, multiplesOf reference: Double, isBaseline: Bool) -> CTCAEGrade {
            var rank = multiples.filter { value > $0 * reference }.count
            if isBaseline, self != .bilirubin, rank == 1, value < 1.5 * reference { rank = 0 }
            return CTCAEGrade(rawValue: rank) ?? .none
        }
    }
}
