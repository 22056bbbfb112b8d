extension CTCAE {
    /// Creatinine increased: above the upper limit of normal grade 1; above 1.5 times the limit or the baseline grade 2;
    /// above 3 times either grade 3; above 6 times the limit grade 4. The worse of the two counts.
    public struct HighCreatinine: Sendable, Equatable {
        /// Creatinine, mg/dL.
        public var creatinine: Double?
        /// The laboratory's upper limit of normal, mg/dL.
        public var upperLimit: Double?
        /// The patient's own before treatment, mg/dL.
        public var baseline: Double?

        /// Makes the inputs; nil is unknown.
        public init(creatinine: Double? = nil, upperLimit: Double? = nil, baseline: Double? = nil) {
            self.creatinine = creatinine
            self.upperLimit = upperLimit
            self.baseline = baseline
        }

        /// The grade, or the range that what is unknown leaves open.
        public func assess() throws(ImpossibleValue) -> ScaleVerdict<CTCAEGrade> {
            try ImpossibleValue.check(.creatinine, creatinine)
            // Above these it is µmol/L.
            try ImpossibleValue.check("upper limit of normal", upperLimit, 0.1...5, "mg/dL")
            try ImpossibleValue.check("baseline", baseline, 0.01...40, "mg/dL")
            let inputs = [("creatinine", creatinine), ("upper limit of normal", upperLimit), ("baseline", baseline)]
            let unknown = inputs.filter { $0.1 == nil }.map(\.0)
            guard let creatinine else { return CTCAE.verdict(.none ... .grade4, [], unknown: unknown) }
            var findings: [String] = []
            var range = CTCAEGrade.none ... .none
            func add(_ reference: Double?, _ words: String, _ limits: [Double?], most: CTCAEGrade) {
                guard let reference else {
                    range = range.lowerBound...max(range.upperBound, most)
                    return
                }
                let rank = limits.lastIndex { $0.map { creatinine > $0 * reference } ?? false }
                let grade = CTCAEGrade(rawValue: rank.map { $0 + 1 } ?? 0) ?? .none
                range = max(range.lowerBound, grade)...max(range.upperBound, grade)
                findings.append(
                    "creatinine \(creatinine.plain) mg/dL: \((creatinine / reference).plain) times \(words), "
                        + "grade \(grade.rawValue)")
            }
            add(upperLimit, "the upper limit of normal", [1, 1.5, 3, 6], most: .grade4)
            add(baseline, "the baseline", [nil, 1.5, 3], most: .grade3)
            return CTCAE.verdict(range, findings, unknown: unknown)
        }
    }
}
