extension Label {
    /// Something that speaks against a product, or calls for care: a state that is present, or a quantity outside limits.
    public struct Criterion: Codable, Sendable, Equatable, Cited {
        /// What follows if it is met.
        public enum Effect: String, Codable, Sendable, CaseIterable {
            /// Not on label
            case excludes
            /// The label says not to give it while this lasts
            case delays
            /// Give it with care; the verdict stays
            case cautions
        }
        /// Identifier, once in a version.
        public var id: String
        /// A state that must be absent; or a quantity, never both.
        public var state: State?
        /// A quantity that must be within limits.
        public var quantity: Quantity?
        /// Smallest admitted value, inclusive.
        public var atLeast: Double?
        /// Largest admitted value, inclusive.
        public var atMost: Double?
        /// UCUM unit of the limits; must be the quantity's own.
        public var unit: String?
        /// Indications to which it is confined, by identifier; nil: all.
        public var indications: [String]?
        /// What follows. In `contraindications` and `limitationsOfUse` it is `excludes`, in `trialCriteria` `cautions`;
        /// in `warnings` it must be written: `delays` or `cautions`.
        public var effect: Effect?
        /// In words.
        public var text: String
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// A fact about a patient that is so or not.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// Earlier therapy against the antigens, and transplants
        case priorCD19Therapy, priorBCMATherapy, priorAllogeneicTransplant, activeGVHD
        /// Target antigen lost (shown absent on the tumour)
        case antigenLost
        /// Primary lymphoma of the central nervous system; other disease there; history of seizure, stroke, oedema
        case primaryCNSLymphoma, cnsInvolvement, cnsDisorder
        /// Infection that is active and not controlled; chronic viruses
        case activeInfection, hepatitisB, hepatitisC, hiv
        /// Active inflammatory disorder; autoimmune disease that needs systemic immunosuppression
        case inflammatoryDisorder, autoimmuneDisease
        /// Serious reactions to chemotherapy not resolved (lung, heart, blood pressure)
        case unresolvedToxicity
        /// Disease much worse since lymphodepletion
        case worsenedDisease
        /// Pregnant; breast-feeding
        case pregnancy, breastFeeding
        /// Live vaccine in the six weeks before lymphodepletion
        case liveVaccine
        /// Hypersensitivity to the product or what it contains (dimethyl sulfoxide, dextran, gentamicin)
        case hypersensitivity
        /// Something forbids the lymphodepleting drugs
        case lymphodepletionContraindicated
        /// Needs oxygen
        case supplementalOxygen
    }

    /// A quantity that labels and trials set limits to.
    public enum Quantity: String, Codable, Sendable, CaseIterable {
        /// Age, years; weight, kg; earlier lines
        case age, weight, priorLines
        /// Performance status by ECOG (0 to 5) and Karnofsky or Lansky (0 to 100)
        case ecog, karnofsky
        /// Kidney, mL/min; liver, multiples of the upper limit of normal; bilirubin, mg/dL
        case creatinineClearance, alt, ast, bilirubin
        /// Left ventricular ejection fraction, %; oxygen saturation in room air, %
        case ejectionFraction, oxygenSaturation
        /// Blood: 10*9/L; haemoglobin, g/dL
        case neutrophils, platelets, lymphocytes, haemoglobin

        /// The one unit, UCUM, in which limits and findings are written.
        public var unit: String {
            switch self {
            case .age: "a"
            case .weight: "kg"
            case .priorLines, .ecog, .karnofsky: "1"
            case .creatinineClearance: "mL/min"
            case .alt, .ast: "{ULN}"
            case .bilirubin: "mg/dL"
            case .ejectionFraction, .oxygenSaturation: "%"
            case .neutrophils, .platelets, .lymphocytes: "10*9/L"
            case .haemoglobin: "g/dL"
            }
        }
    }
}
