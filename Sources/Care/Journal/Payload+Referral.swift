/// Sex recorded for clinical use (dosing formulas and reference ranges).
public enum Sex: String, Codable, Sendable, CaseIterable {
    /// Female, male
    case female, male
}

/// Who was referred, and with what.
public struct Referral: Codable, Sendable, Equatable {
    /// Disease, by the product definitions' term (for example "large B-cell lymphoma").
    public var disease: String
    /// Age in years.
    public var age: Double
    /// Sex.
    public var sex: Sex
    /// Body weight, kg.
    public var weight: Double
    /// Height, cm.
    public var height: Double
    /// Lines of systemic therapy so far.
    public var priorLines: Int
    /// ECOG performance status, 0 to 4.
    public var ecog: Int?
    /// Study that the patient entered, if any.
    public var study: String?

    /// Makes the record.
    public init(
        disease: String, age: Double, sex: Sex, weight: Double, height: Double, priorLines: Int, ecog: Int? = nil,
        study: String? = nil
    ) {
        self.disease = disease
        self.age = age
        self.sex = sex
        self.weight = weight
        self.height = height
        self.priorLines = priorLines
        self.ecog = ecog
        self.study = study
    }
}

/// A verdict on eligibility with everything that was looked at.
public struct EligibilityAssessment: Codable, Sendable, Equatable {
    /// Whether the patient may go on.
    public var eligible: Bool
    /// The criteria that failed, or whose value is unknown, in words.
    public var reasons: [String]
    /// Product definition used, as `name@version`.
    public var productVersion: String

    /// Makes the record.
    public init(eligible: Bool, reasons: [String], productVersion: String) {
        self.eligible = eligible
        self.reasons = reasons
        self.productVersion = productVersion
    }
}

/// Consent to treatment.
public struct Consent: Codable, Sendable, Equatable {
    /// True when given, false when withdrawn.
    public var given: Bool

    /// Makes the record.
    public init(given: Bool) {
        self.given = given
    }
}

/// An order for a product and its manufacturing slot.
public struct ProductOrder: Codable, Sendable, Equatable {
    /// Product identifier (for example `axicabtagene-ciloleucel`).
    public var product: String
    /// Product definition used, as `name@version`.
    public var productVersion: String
    /// Chain-of-identity identifier of this therapy.
    public var chainOfIdentity: String

    /// Makes the record.
    public init(product: String, productVersion: String, chainOfIdentity: String) {
        self.product = product
        self.productVersion = productVersion
        self.chainOfIdentity = chainOfIdentity
    }
}
