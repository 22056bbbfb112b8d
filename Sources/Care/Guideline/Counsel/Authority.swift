/// Whose recommendation it is. The first three are compared with each other.
public enum Authority: String, Codable, Sendable, CaseIterable, Comparable {
    /// The product's own label in the US
    case label
    /// American Society of Clinical Oncology 2021
    case asco2021
    /// European Society for Blood and Marrow Transplantation, European Hematology Association 2022
    case ebmtEha2022
    /// Their consensus on haematotoxicity, 2023
    case ehaEbmt2023
    /// American Society for Transplantation and Cellular Therapy 2023: IEC-HS
    case astct2023
    /// Self-assessment programme and How-I-treat tables of the American Society of Hematology
    case ash
    /// Supportive care guidelines of Stanford
    case stanford
    /// CAR-T toxicity group (CARTOX), as printed in 2023
    case cartox
    /// Usual practice, where no guideline that is held here says it
    case practice

    /// Order of columns.
    public static func < (a: Authority, b: Authority) -> Bool { a.column < b.column }

    private var column: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The columns that are shown beside each other wherever one of them answers, even if another is silent.
    public static let columns: [Authority] = [.label, .asco2021, .ebmtEha2022]

    /// Short name.
    public var words: String {
        switch self {
        case .label: "US label"
        case .asco2021: "ASCO 2021"
        case .ebmtEha2022: "EBMT/EHA 2022"
        case .ehaEbmt2023: "EHA/EBMT 2023"
        case .astct2023: "ASTCT 2023"
        case .ash: "ASH"
        case .stanford: "Stanford"
        case .cartox: "CARTOX"
        case .practice: "practice"
        }
    }
}
