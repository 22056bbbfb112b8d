import Care

/// A clinical study's design and its published results, as data: who entered, what they were given, how they were
/// managed and followed, and what was reported. A virtual trial is run from nothing else.
public struct Study: Codable, Sendable, Equatable {
    /// Identifier on the command line (for example `zuma-1`).
    public var id: String
    /// Title for people.
    public var title: String
    /// Registry number (for example `NCT02348216`).
    public var registry: String
    /// Product identifier.
    public var product: String
    /// Disease identifier (see `Disease`).
    public var disease: String
    /// Whether parameters may be fitted to its results, or must only be judged by them.
    public var role: StudyRole
    /// What the study is cited by.
    public var sources: [String]
    /// Who wrote this file, and when (ISO 8601 date).
    public var author: String
    /// Date of the last change, ISO 8601.
    public var date: String
    /// The patients who are referred.
    public var population: Population
    /// What admits them.
    public var inclusion: [Criterion]
    /// Cells to be given.
    public var dose: DoseRule
    /// Lymphodepletion, one entry a dose.
    public var lymphodepletion: [LymphodepletionDose]
    /// Bridging therapy between collection and lymphodepletion.
    public var bridging: BridgingRule
    /// Waiting times that belong to the study.
    public var logistics: Logistics
    /// How toxicity was managed in the study; the policy `as-published`.
    public var management: ManagementPolicy
    /// Response criteria and when they are applied.
    public var response: ResponseRule
    /// Days from infusion to the end of follow-up.
    public var followUpDays: Double
    /// Published endpoints.
    public var published: [PublishedEndpoint]
}

/// Covariates of the patients, each a distribution.
public struct Population: Codable, Sendable, Equatable {
    /// A distribution of a covariate: log-normal about the median, or normal for those that may be, cut at the limits.
    public struct Distribution: Codable, Sendable, Equatable {
        /// Median.
        public var median: Double
        /// Coefficient of variation (log-normal) or standard deviation over median (normal).
        public var cv: Double
        /// Smallest value; draws below are drawn again.
        public var minimum: Double?
        /// Largest value; draws above are drawn again.
        public var maximum: Double?
        /// `normal` or `lognormal`.
        public var shape: Shape
        /// UCUM unit.
        public var unit: String
        /// Where it comes from.
        public var origin: Origin
        /// Publication or grounds.
        public var source: String
        /// Shapes of distributions.
        public enum Shape: String, Codable, Sendable, CaseIterable { case normal, lognormal }
    }
    /// Age, a.
    public var age: Distribution
    /// Share of women.
    public var female: SourcedValue
    /// Adult body weight, kg; for children the weight follows age and this spreads about it.
    public var weight: Distribution
    /// Adult height, cm; for children it follows age.
    public var height: Distribution
    /// Prior lines of therapy (rounded).
    public var priorLines: Distribution
    /// Share of patients with ECOG 0, 1, 2, in this order.
    public var ecogShares: [Double]
    /// Tumour burden at screening in mL of tumour (1 mL = 10⁹ cells).
    public var burden: Distribution
    /// Lactate dehydrogenase, U/L.
    public var ldh: Distribution
    /// Creatinine clearance (adults, Cockcroft-Gault) or eGFR, mL/min/1.73 m².
    public var creatinineClearance: Distribution
    /// Lymphocytes at screening, 10⁹/L.
    public var lymphocytes: Distribution
    /// Share of CD3+ among lymphocytes.
    public var cd3Share: Distribution
    /// Neutrophils at screening, 10⁹/L.
    public var neutrophils: Distribution
    /// Platelets at screening, 10⁹/L.
    public var platelets: Distribution
    /// Haemoglobin at screening, g/dL.
    public var haemoglobin: Distribution
    /// C-reactive protein at screening, mg/L.
    public var crp: Distribution
    /// Ferritin at screening, ng/mL.
    public var ferritin: Distribution
    /// IgG at screening, g/L.
    public var immunoglobulinG: Distribution
}

/// How many cells are to be given.
public struct DoseRule: Codable, Sendable, Equatable {
    /// Target, 10⁶ CAR-positive viable cells per kg; nil for a flat dose.
    public var targetPerKilogram: Double?
    /// Target, 10⁶ cells; nil for a dose by weight.
    public var target: Double?
    /// Smallest dose within specification: 10⁶ per kg (by weight) or 10⁶ (flat).
    public var minimum: Double
    /// Largest dose, 10⁶ cells.
    public var cap: Double
    /// Patients heavier than this (kg) get the flat target even if a dose by weight is given; nil for none.
    public var flatAboveKilograms: Double?
    /// How the dose is given in two parts; nil for one.
    public var split: SplitDose?
    /// Publication.
    public var source: String
}

/// Bridging therapy.
public struct BridgingRule: Codable, Sendable, Equatable {
    /// Share of patients who get it.
    public var share: SourcedValue
    /// What is left of the burden after it, as a share (varied on the logit scale).
    public var remaining: SourcedValue
    /// In words.
    public var regimen: String
}

/// Waiting times, days, that the study or its centres set. (The factory's are the product's.)
public struct Logistics: Codable, Sendable, Equatable {
    /// From enrolment to leukapheresis.
    public var enrolmentToCollection: SourcedValue
    /// From the product's arrival to the first day of lymphodepletion.
    public var arrivalToLymphodepletion: SourcedValue
    /// Hazard of leaving for reasons other than progression and death while waiting (complications, infections,
    /// wish), per day.
    public var withdrawalPerDay: SourcedValue
    /// Whether patients are admitted for the infusion (else treated as outpatients until fever).
    public var inpatient: Bool
    /// Planned days in hospital after infusion.
    public var plannedStayDays: SourcedValue
}

/// When response is judged, and by which criteria.
public struct ResponseRule: Codable, Sendable, Equatable {
    /// Criteria.
    public enum Criteria: String, Codable, Sendable, CaseIterable {
        /// Lugano 2014 for lymphoma; NCCN as in ELIANA for B-ALL; IMWG 2016 for myeloma
        case lugano, leukaemia, imwg
    }
    /// Criteria.
    public var criteria: Criteria
    /// Days from infusion of the assessments.
    public var days: [Double]
}

/// A published result.
public struct PublishedEndpoint: Codable, Sendable, Equatable {
    /// Name of the endpoint, as in `trial`'s output.
    public var endpoint: String
    /// The value; a share as a fraction.
    public var value: Double
    /// Lower limit of the published 95 % confidence interval, if there is one.
    public var low: Double?
    /// Its upper limit.
    public var high: Double?
    /// Lower and upper quartile between patients, if published.
    public var quartiles: [Double]?
    /// Smallest and largest value among the patients, if published.
    public var range: [Double]?
    /// Geometric coefficient of variation between patients, if published (1.55 for 155 %).
    public var geometricCV: Double?
    /// UCUM unit; "1" for a share.
    public var unit: String
    /// Patients analysed.
    public var n: Int
    /// Analysis set (enrolled, infused, evaluable).
    public var analysisSet: String
    /// Grading scale, for toxicity (Lee 2014, Penn, ASTCT, CTCAE).
    public var scale: String?
    /// Publication.
    public var source: String
    /// How well it was checked.
    public var verification: Verification
    /// What to know when comparing.
    public var note: String?
}
