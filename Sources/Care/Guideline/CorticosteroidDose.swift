/// How a corticosteroid is dosed for one toxicity from one grade on. A policy lists those that differ from the usual.
public struct CorticosteroidDose: Codable, Sendable, Equatable {
    /// What it is given for.
    public enum Toxicity: String, Codable, Sendable, CaseIterable { case crs, icans }

    /// For CRS or for ICANS.
    public var toxicity: Toxicity
    /// Lowest grade, 1 to 4, that gets it; a higher entry of the same toxicity goes before.
    public var grade: Int
    /// Dexamethasone or methylprednisolone.
    public var drug: Drug
    /// One dose for an adult, mg.
    public var milligrams: Double
    /// Hours between doses.
    public var intervalHours: Double
    /// Days after which the taper begins if the grade has fallen; nil for as long as the toxicity lasts.
    public var days: Double?

    /// Makes a dose.
    public init(
        _ toxicity: Toxicity, grade: Int, drug: Drug, milligrams: Double, intervalHours: Double, days: Double? = nil
    ) {
        self.toxicity = toxicity
        self.grade = grade
        self.drug = drug
        self.milligrams = milligrams
        self.intervalHours = intervalHours
        self.days = days
    }

    /// The doses of ASCO 2021 (Santomasso et al., J Clin Oncol 39:3978): dexamethasone 10 mg every 12 h, every 6 h at grade
    /// 3; at grade 4 methylprednisolone, 500 mg every 12 h for CRS and 1000 mg a day for ICANS.
    public static let asco2021 = [
        CorticosteroidDose(.crs, grade: 1, drug: .dexamethasone, milligrams: 10, intervalHours: 12),
        CorticosteroidDose(.crs, grade: 3, drug: .dexamethasone, milligrams: 10, intervalHours: 6),
        CorticosteroidDose(.crs, grade: 4, drug: .methylprednisolone, milligrams: 500, intervalHours: 12, days: 3),
        CorticosteroidDose(.icans, grade: 1, drug: .dexamethasone, milligrams: 10, intervalHours: 12),
        CorticosteroidDose(.icans, grade: 3, drug: .dexamethasone, milligrams: 10, intervalHours: 6),
        CorticosteroidDose(.icans, grade: 4, drug: .methylprednisolone, milligrams: 1000, intervalHours: 24, days: 3),
    ]
}

/// How a corticosteroid is taken away once the toxicity is over: its dose falls in steps.
public struct CorticosteroidTaper: Codable, Sendable, Equatable {
    /// Each step's dose over that of the step before.
    public var factor: Double
    /// Days at each step.
    public var days: Double
    /// Dexamethasone equivalent, mg a day, below which it stops.
    public var stopBelow: Double

    /// Makes a taper.
    public init(factor: Double, days: Double, stopBelow: Double) {
        self.factor = factor
        self.days = days
        self.stopBelow = stopBelow
    }
}

/// A corticosteroid that everyone gets on fixed days, whatever the signs.
public struct ProphylacticCorticosteroid: Codable, Sendable, Equatable {
    /// Dexamethasone or methylprednisolone.
    public var drug: Drug
    /// One dose, mg.
    public var milligrams: Double
    /// Days from infusion, one dose each; 0 is the day of infusion.
    public var days: [Double]

    /// Makes the rule.
    public init(drug: Drug, milligrams: Double, days: [Double]) {
        self.drug = drug
        self.milligrams = milligrams
        self.days = days
    }
}
