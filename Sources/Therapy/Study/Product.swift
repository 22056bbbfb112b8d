import Care

/// A product: what it is by its label, how it is made, and how its cells differ in the body. All of it is data.
public struct Product: Codable, Sendable, Equatable {
    /// The label: antigen, indication, dose limits, windows, follow-up.
    public var definition: ProductDefinition
    /// Manufacture.
    public var process: ManufacturingProcess
    /// Resources and prices.
    public var prices: [Price]
    /// Patients who react with hyperinflammation (HLH-like, IEC-HS) after this product; nil for none.
    public var hyperinflammation: HyperinflammationClass?
    /// Differences of the body, by parameter of the body model.
    public var body: [String: SourcedValue]
}

/// A class of patients whose macrophages answer IL-6 without restraint: hyperinflammation like haemophagocytic
/// lymphohistiocytosis (IEC-HS).
public struct HyperinflammationClass: Codable, Sendable, Equatable {
    /// Share of the infused.
    public var share: SourcedValue
    /// Factor on the feedback of IL-6 on macrophages (`hlh` of the body).
    public var feedback: SourcedValue
}

/// How a product is made from collected cells, and how that varies and fails.
public struct ManufacturingProcess: Codable, Sendable, Equatable {
    /// Whether starting material travels frozen (else fresh at 2 to 8 °C).
    public var startingMaterialFrozen: Bool
    /// CD3+ cells that the factory asks for, 10⁹.
    public var collectionMinimum: SourcedValue
    /// CD3+ cells put into one batch at the most, 10⁹.
    public var batchInput: SourcedValue
    /// CD3+ collection efficiency (share of the CD3+ cells processed).
    public var collectionEfficiency: SourcedValue
    /// Blood processed, as multiples of the patient's total blood volume.
    public var bloodVolumes: SourcedValue
    /// Cells recovered after freezing and thawing, share.
    public var thawRecovery: SourcedValue
    /// Cells recovered by selection, share.
    public var selectionRecovery: SourcedValue
    /// Days from collection to receipt at the factory.
    public var inboundDays: SourcedValue
    /// Days from release to arrival at the hospital.
    public var outboundDays: SourcedValue
    /// Days from receipt until a manufacturing slot.
    public var slotWaitDays: SourcedValue
    /// Days in culture.
    public var cultureDays: SourcedValue
    /// Days of release testing.
    public var releaseDays: SourcedValue
    /// Mean vector copies per cell (all cells): sets the CAR-positive share by a negative binomial.
    public var vectorCopiesMean: SourcedValue
    /// Dispersion `k` of that negative binomial.
    public var vectorDispersion: SourcedValue
    /// Lag before growth, d.
    public var lagDays: SourcedValue
    /// Population doubling time, h.
    public var doublingHours: SourcedValue
    /// Viability at harvest, share.
    public var viability: SourcedValue
    /// Share of memory-like cells at harvest.
    public var memoryFraction: SourcedValue
    /// Probability that a batch is lost to contamination, equipment or handling.
    public var batchLoss: SourcedValue
    /// Release limits by test name: `viability`, `carPositive`, `vectorCopyNumber`, and the dose.
    public var releaseLimits: [ReleaseLimit]
    /// Probability that the physician takes a product out of specification when one is offered.
    public var outOfSpecificationAccepted: SourcedValue
    /// Attempts at the most.
    public var maximumAttempts: Int
    /// Share of products that pass their tests and yet hardly expand in the body (Kirouac 2023: the product of
    /// non-responders).
    public var unfitShare: SourcedValue
    /// Their fitness, as a factor of the others'.
    public var unfitFitness: SourcedValue
}

/// One release limit.
public struct ReleaseLimit: Codable, Sendable, Equatable {
    /// Tests that the simulator knows.
    public enum Test: String, Codable, Sendable, CaseIterable {
        case viability, carPositive, vectorCopyNumber, dose
    }
    /// Which test.
    public var test: Test
    /// Smallest passing value.
    public var atLeast: Double?
    /// Largest passing value.
    public var atMost: Double?
    /// UCUM unit.
    public var unit: String
    /// Source.
    public var source: String
    /// How well it was checked.
    public var verification: Verification
}

/// The price of one unit of a resource.
public struct Price: Codable, Sendable, Equatable {
    /// Resources that the simulator counts.
    public enum Resource: String, Codable, Sendable, CaseIterable {
        /// The product itself; per infusion
        case product
        /// One leukapheresis
        case leukapheresis
        /// One course of bridging therapy
        case bridging
        /// One course of lymphodepletion
        case lymphodepletion
        /// One day on the ward; in intensive care
        case wardDay, intensiveCareDay
        /// One dose of tocilizumab; one day of corticosteroid; one day of filgrastim
        case tocilizumabDose, corticosteroidDay, filgrastimDay
        /// One dose of anakinra; one of siltuximab (priced with the drug, not by the product)
        case anakinraDose, siltuximabDose
        /// One infusion of immunoglobulin
        case immunoglobulinDose
        /// One outpatient visit; one response assessment (imaging or marrow)
        case visit, responseAssessment
        /// Referral with its consultation and examinations; treatment of a severe infection; one journey of cells; a unit
        /// of a blood product (priced by a price list, not by the product)
        case consultation, severeInfection, shipment, transfusion
    }
    /// Which.
    public var resource: Resource
    /// Price of one unit, USD.
    public var usd: Double
    /// Year of the price.
    public var year: Int
    /// Where it comes from.
    public var origin: Origin
    /// Publication or grounds.
    public var source: String
}

extension Price.Resource {
    /// Resources that every product prices.
    public static let ofProduct = allCases.filter { !ofDrugs.contains($0) && !ofCentre.contains($0) }
    /// Drugs that only some policies use: priced once, with their label.
    public static let ofDrugs: Set<Self> = [.anakinraDose, .siltuximabDose]
    /// What belongs to the centre and not to the product: a price list prices it.
    public static let ofCentre: Set<Self> = [.consultation, .severeInfection, .shipment, .transfusion]
}
