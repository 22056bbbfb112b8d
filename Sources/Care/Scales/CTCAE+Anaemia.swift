extension CTCAE {
    /// Anaemia: haemoglobin below the lower limit of normal is grade 1, below 10 g/dL grade 2, below 8 or a transfusion
    /// indicated grade 3; life-threatening consequences are grade 4, death grade 5.
    public struct Anaemia: Sendable, Equatable {
        /// What the anaemia led to, beyond the number.
        public enum Consequence: Int, Codable, Sendable, CaseIterable, Comparable {
            /// Nothing; a transfusion indicated; life-threatening, urgent intervention; death
            case nothingFurther = 0, transfusionIndicated, lifeThreatening, death

            /// Order of severity.
            public static func < (a: Consequence, b: Consequence) -> Bool { a.rawValue < b.rawValue }

            var grade: CTCAEGrade { self == .nothingFurther ? .none : CTCAEGrade(rawValue: rawValue + 2) ?? .none }

            var words: String {
                switch self {
                case .nothingFurther: "no transfusion indicated"
                case .transfusionIndicated: "transfusion indicated"
                case .lifeThreatening: "life-threatening consequences of anaemia"
                case .death: "death of anaemia"
                }
            }
        }

        /// Haemoglobin, g/dL.
        public var haemoglobin: Double?
        /// The laboratory's lower limit of normal, g/dL.
        public var lowerLimit: Double?
        /// What it led to; nil is unknown, and leaves grades to 4 open (a death would be known).
        public var consequence: Consequence?

        /// Makes the inputs; nil is unknown.
        public init(haemoglobin: Double? = nil, lowerLimit: Double? = nil, consequence: Consequence? = nil) {
            self.haemoglobin = haemoglobin
            self.lowerLimit = lowerLimit
            self.consequence = consequence
        }

        /// The grade: the worse of the number's and the consequence's.
        public func assess() throws(ImpossibleValue) -> ScaleVerdict<CTCAEGrade> {
            try ImpossibleValue.check(.haemoglobin, haemoglobin)
            try ImpossibleValue.check("lower limit of normal", lowerLimit, 1...25, "g/dL")
            var findings: [String] = []
            var unknown: [String] = []
            let number = number(&findings, &unknown)
            let clinical: ClosedRange<CTCAEGrade>
            if let consequence {
                clinical = consequence.grade...consequence.grade
                findings.append(
                    consequence == .nothingFurther
                        ? consequence.words : "\(consequence.words): grade \(consequence.grade.rawValue)")
            } else {
                clinical = .none ... .grade4
                unknown.append("whether a transfusion or urgent care was indicated")
            }
            let range = max(number.lowerBound, clinical.lowerBound)...max(number.upperBound, clinical.upperBound)
            return CTCAE.verdict(range, findings, unknown: unknown)
        }

        /// The grades that haemoglobin alone leaves open; it never makes more than 3.
        private func number(_ findings: inout [String], _ unknown: inout [String]) -> ClosedRange<CTCAEGrade> {
            guard let haemoglobin else {
                unknown.append("haemoglobin")
                return .none ... .grade3
            }
            let found = "haemoglobin \(haemoglobin.plain) g/dL"
            if haemoglobin < 10 {
                let grade: CTCAEGrade = haemoglobin < 8 ? .grade3 : .grade2
                findings.append("\(found): below \(haemoglobin < 8 ? 8 : 10), grade \(grade.rawValue)")
                return grade...grade
            }
            guard let lowerLimit else {
                findings.append("\(found): not below 10")
                unknown.append("lower limit of normal for haemoglobin")
                return .none ... .grade1
            }
            let isLow = haemoglobin < lowerLimit
            findings.append("\(found): \(isLow ? "" : "not ")below the lower limit of normal \(lowerLimit.plain)")
            return isLow ? .grade1 ... .grade1 : .none ... .none
        }
    }
}
