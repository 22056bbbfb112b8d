/// One criterion of inclusion that can be checked.
public struct Criterion: Codable, Sendable, Equatable {
    /// What is looked at.
    public enum Quantity: String, Codable, Sendable, CaseIterable {
        case age, ecog, priorLines, creatinineClearance, lymphocytes, neutrophils, platelets, haemoglobin
    }
    /// What is looked at.
    public var quantity: Quantity
    /// Smallest admitted value.
    public var atLeast: Double?
    /// Largest admitted value.
    public var atMost: Double?
    /// UCUM unit.
    public var unit: String
    /// Source, or `assumed: …`.
    public var source: String

    /// Makes a criterion.
    public init(quantity: Quantity, atLeast: Double? = nil, atMost: Double? = nil, unit: String, source: String) {
        self.quantity = quantity
        self.atLeast = atLeast
        self.atMost = atMost
        self.unit = unit
        self.source = source
    }
}
