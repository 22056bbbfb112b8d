/// Grade of immune effector cell-associated haemophagocytic lymphohistiocytosis-like syndrome (IEC-HS), ASTCT 2023 (Hines,
/// Transplant Cell Ther 29:438).
public enum IECHSGrade: Int, Codable, Sendable, CaseIterable, Comparable {
    /// No IEC-HS; grades 1 to 4; death of IEC-HS
    case none = 0, grade1, grade2, grade3, grade4, grade5

    /// Order of severity.
    public static func < (a: IECHSGrade, b: IECHSGrade) -> Bool { a.rawValue < b.rawValue }
}

/// How severe IEC-HS is, once the team has diagnosed it.
///
/// | grade | |
/// | --- | --- |
/// | 1 | no or mild symptoms; observation and work-up, no treatment |
/// | 2 | mild to moderate symptoms; treatment needed (immunosuppression, or transfusion for hypofibrinogenaemia without symptoms) |
/// | 3 | severe, not immediately life-threatening: coagulopathy with bleeding that needs transfusion, or in hospital for new kidney injury, hypotension or respiratory distress |
/// | 4 | life-threatening: bleeding, intubation, dialysis |
/// | 5 | death |
public struct IECHSSeverity: Sendable, Equatable {
    /// Where the grades stand.
    public static let source = ScaleSource(
        "IEC-HS grades, ASTCT, Hines 2023, Transplant Cell Ther 29:438", .memory)

    /// Whether treatment was indicated (immunosuppression against it, or replacement of fibrinogen).
    public var needsTreatment: Bool?
    /// Whether coagulopathy bled and needed transfusion.
    public var bleedingNeedsTransfusion: Bool?
    /// Whether a new kidney injury, hypotension or respiratory distress needed the hospital.
    public var organFailureNeedsHospital: Bool?
    /// Whether bleeding was life-threatening, or intubation or dialysis was indicated.
    public var isLifeThreatening: Bool?
    /// Whether the patient died of it.
    public var isFatal: Bool

    /// Makes the inputs; nil is unknown.
    public init(
        needsTreatment: Bool? = nil, bleedingNeedsTransfusion: Bool? = nil, organFailureNeedsHospital: Bool? = nil,
        isLifeThreatening: Bool? = nil, isFatal: Bool = false
    ) {
        self.needsTreatment = needsTreatment
        self.bleedingNeedsTransfusion = bleedingNeedsTransfusion
        self.organFailureNeedsHospital = organFailureNeedsHospital
        self.isLifeThreatening = isLifeThreatening
        self.isFatal = isFatal
    }

    /// The grade of a diagnosed IEC-HS: at least 1.
    public func assess() -> ScaleVerdict<IECHSGrade> {
        let signs: [(words: String, isPresent: Bool?, grade: IECHSGrade)] = [
            ("treatment indicated", needsTreatment, .grade2),
            ("bleeding that needs transfusion", bleedingNeedsTransfusion, .grade3),
            ("kidney injury, hypotension or respiratory distress in hospital", organFailureNeedsHospital, .grade3),
            ("life-threatening bleeding, intubation or dialysis", isLifeThreatening, .grade4),
            ("death of IEC-HS", isFatal, .grade5),
        ]
        let lowest = signs.filter { $0.isPresent == true }.map(\.grade).max() ?? .grade1
        let open = signs.filter { $0.isPresent == nil && $0.grade > lowest }
        let present = signs.filter { $0.isPresent == true }.map {
            ScaleFinding("\($0.words): grade \($0.grade.rawValue)")
        }
        return ScaleVerdict(
            lowest: lowest, highest: open.map(\.grade).max() ?? lowest,
            findings: present.isEmpty ? [ScaleFinding("nothing found beyond the diagnosis: grade 1")] : present,
            unknown: open.map(\.words), source: Self.source)
    }
}
