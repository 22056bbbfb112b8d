import Dynamics

/// Something that varies between virtual patients, drawn independently of everything else: a covariate, a parameter of
/// the body, a group of draws that belong together.
public struct SensitivityInput: Sendable, Equatable {
    /// What kind of thing varies.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The patient as referred
        case patient
        /// A hidden parameter of the body, the tumour or the cells in it
        case body
        /// How the product is made and how long that takes
        case product
        /// What a tumour burden means for the patient
        case disease
        /// Luck: errors of measurement, infections, deaths of other causes, the last cell
        case chance

        /// For people.
        public var label: String {
            switch self {
            case .patient: "Patient as referred"
            case .body: "Body and cells"
            case .product: "Product and waiting"
            case .disease: "Disease"
            case .chance: "Chance"
            }
        }
    }

    /// Name in files: the kind, a point, and which (`patient.burden`, `body.rE`, `product.manufacturing`).
    public let id: String
    /// For people.
    public let label: String
    /// What kind of thing varies.
    public let kind: Kind
    /// The draws behind it.
    let draws: RandomSource.Draws
}

extension SensitivityInput {
    /// Everything that varies in a trial. Together these are all of a cohort's draws.
    static func all(for setting: TrialSetting) -> [SensitivityInput] {
        Covariate.allCases.map(covariate) + setting.parameters.varied.map(body) + groups(of: setting)
    }

    private static func covariate(_ covariate: Covariate) -> SensitivityInput {
        SensitivityInput(
            id: "patient.\(covariate.name)", label: covariate.label, kind: .patient,
            draws: .init(covariates: [covariate]))
    }

    private static func body(_ entry: BodyParameters.Entry) -> SensitivityInput {
        SensitivityInput(
            id: "body.\(entry.id)", label: "\(entry.id): \(entry.meaning)", kind: .body,
            draws: .init(purposes: [.body(entry.id)]))
    }

    /// Draws that only make sense together.
    private static func groups(of setting: TrialSetting) -> [SensitivityInput] {
        func group(_ id: String, _ label: String, _ kind: Kind, _ purposes: Set<RandomPurpose>, _ varies: Bool = true)
            -> SensitivityInput?
        {
            varies ? SensitivityInput(id: id, label: label, kind: kind, draws: .init(purposes: purposes)) : nil
        }
        return [
            group("product.apheresis", "Yield of leukapheresis", .product, [.apheresis]),
            group("product.manufacturing", "Product quality (manufacturing)", .product, [.manufacturing]),
            group(
                "product.fitness", "Product that hardly expands", .product, [.productFitness],
                setting.product.process.unfitShare.value > 0),
            group("product.waiting", "Waiting times and planned stay", .product, [.logistics, .stay]),
            group(
                "product.bridging", "Bridging therapy", .product, [.bridging], setting.study.bridging.share.value > 0),
            group("disease.limits", "Burden that is seen, unfit or lethal", .disease, [.disease]),
            group("chance", "Chance: measurement, infection, other deaths, last cell", .chance, Chance.purposes),
        ].compactMap { $0 }
    }
}

extension BodyParameters {
    /// Parameters with a spread between patients.
    var varied: [Entry] { entries.filter { $0.value.cv ?? 0 > 0 } }
}

extension Chance {
    /// All draws that are luck.
    static let purposes: Set<RandomPurpose> = [
        .measurement, .assessment, .infection, .waitingInfection, .withdrawal, .deathInCRS4, .deathInICANS4,
        .backgroundDeath, .seizure, .salvage, .extinction, .lastCells, .hyperinflammation, .immunoglobulinPractice,
    ]
}
