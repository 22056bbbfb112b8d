/// What is known of a patient who may be treated, to hold against the labels. Everything but the diagnosis may be
/// unknown, and what is unknown stays unknown: nothing is assumed.
public struct Candidate: Sendable, Equatable {
    /// The disease.
    public var diagnosis: Label.Disease
    /// Its kind.
    public var subtype: Label.Subtype?
    /// Sex; nil: unknown.
    public var sex: Sex?
    /// Whether she could become pregnant; nil: unknown. Without meaning for men.
    public var childbearingPotential: Bool?
    /// All lines of systemic therapy, first to last; nil: unknown (an empty list says that there were none).
    public var lines: [PriorLine]?
    /// Quantities in their own units (`Label.Quantity.unit`); what is missing is unknown. The number of lines may stand
    /// here where the lines themselves are unknown.
    public var quantities: [Label.Quantity: Double]
    /// Creatinine in serum, mg/dL, for the clearance where that is not given.
    public var creatinine: Double?
    /// States that are known, present or absent; what is missing is unknown.
    public var states: [Label.State: Bool]
    /// Whether a transplant is possible (age, other diseases).
    public var transplantEligible: Bool?
    /// Whether the myeloma is refractory to lenalidomide.
    public var lenalidomideRefractory: Bool?
    /// Whether the disease came back after an allogeneic transplant.
    public var relapsedAfterTransplant: Bool?
    /// Drugs of the last months that may need a wash-out; nil: unknown (an empty list says that there were none).
    public var recentDrugs: [RecentDrug]?

    /// Makes a candidate of whom only the diagnosis is known.
    public init(_ diagnosis: Label.Disease) {
        self.diagnosis = diagnosis
        quantities = [:]
        states = [:]
    }

    /// One line of systemic therapy.
    public struct PriorLine: Sendable, Equatable {
        /// How a line ended.
        public enum Outcome: String, Codable, Sendable, CaseIterable {
            /// No remission, or progression under it; remission, then relapse; still in remission
            case refractory, relapsed, responding
        }
        /// Classes of drugs that were given; nil: unknown.
        public var classes: [Label.TherapyClass]?
        /// How it ended; nil: unknown.
        public var outcome: Outcome?
        /// Months from the end of the line to relapse; nil: unknown, or no relapse.
        public var monthsToRelapse: Double?
        /// Whether the relapse came while still under therapy (maintenance); nil: unknown.
        public var progressedOnTreatment: Bool?

        /// Makes a line.
        public init(
            classes: [Label.TherapyClass]? = nil, outcome: Outcome? = nil, monthsToRelapse: Double? = nil,
            progressedOnTreatment: Bool? = nil
        ) {
            self.classes = classes
            self.outcome = outcome
            self.monthsToRelapse = monthsToRelapse
            self.progressedOnTreatment = progressedOnTreatment
        }
    }

    /// A drug that was given lately.
    public struct RecentDrug: Sendable, Equatable {
        /// Its class.
        public var therapy: Label.TherapyClass
        /// Day of the last dose; nil: unknown.
        public var lastGiven: Day?

        /// Makes a record.
        public init(_ therapy: Label.TherapyClass, lastGiven: Day?) {
            self.therapy = therapy
            self.lastGiven = lastGiven
        }
    }
}
