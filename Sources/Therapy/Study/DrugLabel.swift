import Care

/// What a drug's label or the guidelines allow at the most, and what a dose costs: the same for every product and study.
public struct DrugLabel: Codable, Sendable, Equatable {
    /// The drug.
    public var drug: Drug
    /// Largest single dose for an adult, mg.
    public var largestDose: Double?
    /// Largest single dose, mg/kg.
    public var largestDosePerKilogram: Double?
    /// Largest amount a day for an adult, mg.
    public var largestPerDay: Double?
    /// The label or guideline.
    public var source: String
    /// How well it was checked.
    public var verification: Verification
    /// Price of one dose, where the products' price lists do not have it.
    public var price: Price?
}
