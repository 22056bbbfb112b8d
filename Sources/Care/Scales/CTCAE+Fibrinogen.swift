extension CTCAE {
    /// Fibrinogen decreased, by the lower limit of normal, and where the value is abnormal by its fall from baseline; the
    /// worse of the two counts (the reading of the transcription; the text, "if abnormal", can also mean the baseline).
    ///
    /// | | grade 1 | grade 2 | grade 3 | grade 4 |
    /// | --- | --- | --- | --- | --- |
    /// | share of the limit, below | 1 | 0.75 | 0.5 | 0.25, or 0.5 g/L |
    /// | fall from baseline, from | | 25 % | 50 % | 75 % |
    public struct LowFibrinogen: Sendable, Equatable {
        /// Fibrinogen, g/L.
        public var fibrinogen: Double?
        /// The laboratory's lower limit of normal, g/L.
        public var lowerLimit: Double?
        /// The patient's own before treatment, g/L.
        public var baseline: Double?

        /// Makes the inputs; nil is unknown.
        public init(fibrinogen: Double? = nil, lowerLimit: Double? = nil, baseline: Double? = nil) {
            self.fibrinogen = fibrinogen
            self.lowerLimit = lowerLimit
            self.baseline = baseline
        }

        /// The grade, or the range that what is unknown leaves open.
        public func assess() throws(ImpossibleValue) -> ScaleVerdict<CTCAEGrade> {
            // Above these it is mg/dL.
            try ImpossibleValue.check("fibrinogen", fibrinogen, 0...20, "g/L")
            try ImpossibleValue.check("lower limit of normal", lowerLimit, 0.1...10, "g/L")
            try ImpossibleValue.check("baseline", baseline, 0.01...20, "g/L")
            let inputs = [("fibrinogen", fibrinogen), ("lower limit of normal", lowerLimit), ("baseline", baseline)]
            let unknown = inputs.filter { $0.1 == nil }.map(\.0)
            guard let fibrinogen else { return CTCAE.verdict(.none ... .grade4, [], unknown: unknown) }
            let found = "fibrinogen \(fibrinogen.plain) g/L"
            if fibrinogen < 0.5 {
                return CTCAE.verdict(.grade4 ... .grade4, ["\(found): below 0.5, grade 4"], unknown: [])
            }
            guard let lowerLimit else { return CTCAE.verdict(.none ... .grade4, [found], unknown: unknown) }
            guard fibrinogen < lowerLimit else {
                return CTCAE.verdict(
                    .none ... .none, ["\(found): not below the lower limit of normal \(lowerLimit.plain)"], unknown: [])
            }
            let byLimit = Self.grade(of: fibrinogen, shares: [0.75, 0.5, 0.25].map { $0 * lowerLimit }, atLimit: false)
            var findings = ["\(found): \((fibrinogen / lowerLimit).plain) of the lower limit of normal"]
            guard let baseline else { return CTCAE.verdict(byLimit ... .grade4, findings, unknown: unknown) }
            let byFall = Self.grade(of: fibrinogen, shares: [0.75, 0.5, 0.25].map { $0 * baseline }, atLimit: true)
            findings.append("\(found): \((fibrinogen / baseline).plain) of the baseline")
            let grade = max(byLimit, byFall)
            return CTCAE.verdict(grade...grade, findings, unknown: [])
        }

        private static func grade(of value: Double, shares: [Double], atLimit: Bool) -> CTCAEGrade {
            let rank = shares.filter { atLimit ? value <= $0 : value < $0 }.count
            return CTCAEGrade(rawValue: rank + 1) ?? .grade1
        }
    }
}
