extension CTCAE {
    /// An infection, graded by what it needs: observation 1, a local or oral agent 2, an intravenous agent or a procedure
    /// 3, urgent intervention for danger to life 4, death 5. Terms of CTCAE differ in detail (most infections have no
    /// grade 1; bacteraemia and sepsis begin at 3).
    public struct Infection: Sendable, Equatable {
        /// Treatment, from least to most.
        public enum Treatment: Int, Codable, Sendable, CaseIterable, Comparable {
            /// Observation only; a local agent; an oral agent; an intravenous agent; a radiological or operative procedure
            case observation = 0, local, oral, intravenous, invasive

            /// Order of effort.
            public static func < (a: Treatment, b: Treatment) -> Bool { a.rawValue < b.rawValue }

            var grade: CTCAEGrade {
                switch self {
                case .observation: .grade1
                case .local, .oral: .grade2
                case .intravenous, .invasive: .grade3
                }
            }
        }

        /// Where the criteria stand.
        public static let source = ScaleSource("CTCAE version 5.0, NCI 2017, infections", .memory)

        /// The most that was indicated.
        public var treatment: Treatment?
        /// Whether life was in danger and urgent intervention indicated (septic shock).
        public var isLifeThreatening: Bool?
        /// Whether the patient died of it.
        public var isFatal: Bool

        /// Makes the inputs; nil is unknown.
        public init(treatment: Treatment? = nil, isLifeThreatening: Bool? = nil, isFatal: Bool = false) {
            self.treatment = treatment
            self.isLifeThreatening = isLifeThreatening
            self.isFatal = isFatal
        }

        /// The grade, or the range that what is unknown leaves open.
        public func assess() -> ScaleVerdict<CTCAEGrade> {
            func verdict(
                _ range: ClosedRange<CTCAEGrade>, _ findings: [String], unknown: [String] = []
            ) -> ScaleVerdict<CTCAEGrade> {
                CTCAE.verdict(range, findings, unknown: unknown, source: Self.source)
            }
            if isFatal { return verdict(.grade5 ... .grade5, ["death of infection: grade 5"]) }
            if isLifeThreatening == true {
                return verdict(.grade4 ... .grade4, ["life-threatening, urgent intervention indicated: grade 4"])
            }
            let findings = treatment.map { ["treatment indicated: \($0.words), grade \($0.grade.rawValue)"] } ?? []
            let byTreatment = treatment.map { $0.grade...$0.grade } ?? .grade1 ... .grade3
            var unknown = treatment == nil ? ["treatment indicated"] : []
            if isLifeThreatening == nil { unknown.append("whether life was in danger") }
            let highest = isLifeThreatening == nil ? CTCAEGrade.grade4 : byTreatment.upperBound
            return verdict(byTreatment.lowerBound...highest, findings, unknown: unknown)
        }
    }
}

extension CTCAE.Infection.Treatment {
    /// In words.
    public var words: String {
        switch self {
        case .observation: "observation"
        case .local: "a local agent"
        case .oral: "an oral agent"
        case .intravenous: "an intravenous agent"
        case .invasive: "a radiological or operative procedure"
        }
    }
}
