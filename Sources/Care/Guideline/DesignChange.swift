/// What a policy changes of the therapy itself beside the care of its toxicity: the dose of cells, and lymphodepletion.
public struct DesignChange: Codable, Sendable, Equatable {
    /// Factor of the study's dose of cells, with its limits; nil for the study's own.
    public var doseFactor: Double?
    /// Lymphodepletion in place of the study's, one entry a dose; empty for none, nil for the study's own.
    public var lymphodepletion: [LymphodepletionDose]?

    /// Makes a change.
    public init(doseFactor: Double? = nil, lymphodepletion: [LymphodepletionDose]? = nil) {
        self.doseFactor = doseFactor
        self.lymphodepletion = lymphodepletion
    }
}

/// One dose of lymphodepletion.
public struct LymphodepletionDose: Codable, Sendable, Equatable {
    /// Drug.
    public var drug: Drug
    /// Dose, mg/m² of body surface.
    public var milligramsPerSquareMetre: Double
    /// Day from infusion (negative is before).
    public var day: Double
    /// Length of the infusion, minutes.
    public var minutes: Double

    /// Makes a dose.
    public init(drug: Drug, milligramsPerSquareMetre: Double, day: Double, minutes: Double) {
        self.drug = drug
        self.milligramsPerSquareMetre = milligramsPerSquareMetre
        self.day = day
        self.minutes = minutes
    }
}
