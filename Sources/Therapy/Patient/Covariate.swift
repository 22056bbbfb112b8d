/// What varies between patients as referred. Each is drawn on its own: where two go together in the cohort, the draw is
/// of the part that the other does not explain (see `CovariateScores`).
public enum Covariate: String, Codable, Sendable, CaseIterable {
    /// Body
    case age, sex, weight, height
    /// Disease and its treatment
    case burden, priorLines, ecog, ldh
    /// T cells: count, share among lymphocytes, and what nobody can see yet
    case lymphocytes, cd3Share, fitness
    /// Organs and blood
    case creatinineClearance, neutrophils, platelets, haemoglobin, crp, ferritin, immunoglobulinG

    /// Name in files.
    public var name: String { rawValue }

    /// Place among all covariates; each may go together with those before it.
    var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// Whether it has a normal score that may go together with others': sex and ECOG status are drawn as shares, height
    /// follows weight.
    public var hasScore: Bool { self != .sex && self != .ecog && self != .height }

    /// For people.
    public var label: String {
        switch self {
        case .age: "Age"
        case .sex: "Sex"
        case .weight: "Body weight"
        case .height: "Height for weight"
        case .burden: "Tumour burden"
        case .priorLines: "Prior lines"
        case .ecog: "ECOG status"
        case .ldh: "LDH"
        case .lymphocytes: "Lymphocytes"
        case .cd3Share: "CD3+ share of lymphocytes"
        case .fitness: "T-cell fitness at collection"
        case .creatinineClearance: "Creatinine clearance"
        case .neutrophils: "Neutrophils at screening"
        case .platelets: "Platelets at screening"
        case .haemoglobin: "Haemoglobin"
        case .crp: "CRP at screening"
        case .ferritin: "Ferritin at screening"
        case .immunoglobulinG: "IgG at screening"
        }
    }
}
