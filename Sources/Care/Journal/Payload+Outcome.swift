/// An infection.
public struct Infection: Codable, Sendable, Equatable {
    /// CTCAE grade, 1 to 5.
    public var grade: Int
    /// Site or agent, in words.
    public var description: String

    /// Makes the record.
    public init(grade: Int, description: String) {
        self.grade = grade
        self.description = description
    }
}

/// A response category. Lymphoma uses complete to progressive; leukaemia `completeIncompleteRecovery` too; myeloma
/// `stringentComplete` and `veryGoodPartial` too.
public enum Response: String, Codable, Sendable, CaseIterable {
    /// From best to worst.
    case stringentComplete, complete, completeIncompleteRecovery, veryGoodPartial, partial, stable, progressive

    /// Whether it counts as an objective response.
    public var isObjective: Bool { self != .stable && self != .progressive }
    /// Whether it counts as a complete response (CRi counts with CR in leukaemia).
    public var isComplete: Bool { [.stringentComplete, .complete, .completeIncompleteRecovery].contains(self) }
}

/// Response at one assessment.
public struct ResponseAssessment: Codable, Sendable, Equatable {
    /// Category.
    public var response: Response
    /// The criteria (Lugano 2014, NCCN/ELIANA, IMWG 2016).
    public var criteria: String
    /// Measured burden relative to the baseline before lymphodepletion, 1 = unchanged.
    public var burdenRatio: Double
    /// Minimal residual disease: true detected, false not, nil not measured.
    public var residualDisease: Bool?

    /// Makes the record.
    public init(response: Response, criteria: String, burdenRatio: Double, residualDisease: Bool? = nil) {
        self.response = response
        self.criteria = criteria
        self.burdenRatio = burdenRatio
        self.residualDisease = residualDisease
    }
}

/// Progression or relapse.
public struct Progression: Codable, Sendable, Equatable {
    /// Whether the patient had responded before.
    public var relapse: Bool
    /// Whether the target antigen was lost; nil not measured.
    public var antigenLoss: Bool?

    /// Makes the record.
    public init(relapse: Bool, antigenLoss: Bool? = nil) {
        self.relapse = relapse
        self.antigenLoss = antigenLoss
    }
}

/// A follow-up visit.
public struct FollowUpVisit: Codable, Sendable, Equatable {
    /// The visit's name in the schedule (for example `month 6`).
    public var visit: String

    /// Makes the record.
    public init(visit: String) {
        self.visit = visit
    }
}

/// Why a patient left the path to infusion.
public struct Cancellation: Codable, Sendable, Equatable {
    /// Kinds of reason.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// Screening failed; disease outran the product; product not made; complication; patient's wish
        case ineligible, progression, manufacturingFailure, adverseEvent, withdrawal
    }
    /// Kind.
    public var reason: Reason
    /// In words.
    public var detail: String

    /// Makes the record.
    public init(reason: Reason, detail: String) {
        self.reason = reason
        self.detail = detail
    }
}

/// A death.
public struct Death: Codable, Sendable, Equatable {
    /// Causes told apart.
    public enum Cause: String, Codable, Sendable, CaseIterable {
        /// Cause of death
        case disease, crs, neurotoxicity, infection, other
    }
    /// Cause.
    public var cause: Cause

    /// Makes the record.
    public init(cause: Cause) {
        self.cause = cause
    }
}

/// A correction of an earlier entry.
public struct Correction: Codable, Sendable, Equatable {
    /// Sequence number of the entry that was wrong.
    public var sequence: Int
    /// Why, in words.
    public var reason: String

    /// Makes the record.
    public init(sequence: Int, reason: String) {
        self.sequence = sequence
        self.reason = reason
    }
}
