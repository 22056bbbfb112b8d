/// Something that must be ready is.
public struct Readiness: Codable, Sendable, Equatable {
    /// What must be ready before lymphodepletion or infusion.
    public enum What: String, Codable, Sendable, CaseIterable { case productOnSite, room, tocilizumab, intensiveCare }
    /// What.
    public var what: What
    /// True ready, false no longer.
    public var ready: Bool
    /// How many doses or beds.
    public var count: Int?
    /// Batch that is on site.
    public var batch: String?

    /// Makes the record.
    public init(
        what: What, ready: Bool, count: Int? = nil, batch: String? = nil
    ) {
        self.what = what
        self.ready = ready
        self.count = count
        self.batch = batch
    }
}

/// Somebody looked at the kidneys before the dose of fludarabine was fixed.
public struct LymphodepletionReview: Codable, Sendable, Equatable {
    /// Creatinine clearance, mL/min.
    public var creatinineClearance: Double
    /// Dose of fludarabine, mg/m² a day.
    public var fludarabineDose: Double
    /// Days of treatment.
    public var plannedDays: Int?

    /// Makes the record.
    public init(
        creatinineClearance: Double, fludarabineDose: Double, plannedDays: Int? = nil
    ) {
        self.creatinineClearance = creatinineClearance
        self.fludarabineDose = fludarabineDose
        self.plannedDays = plannedDays
    }
}

/// A bag is thawed.
public struct Thaw: Codable, Sendable, Equatable {
    /// Identifier of the bag.
    public var bag: String
    /// Chain-of-identity identifier on the bag, as scanned.
    public var chainOfIdentity: String

    /// Makes the record.
    public init(
        bag: String, chainOfIdentity: String
    ) {
        self.bag = bag
        self.chainOfIdentity = chainOfIdentity
    }
}

/// Cells begin to run.
public struct InfusionStart: Codable, Sendable, Equatable {
    /// Identifier of the bag.
    public var bag: String
    /// Chain-of-identity identifier read from the patient's band.
    public var band: String
    /// … from the bag.
    public var chainOfIdentity: String
    /// How long the infusion is expected to take, minutes.
    public var expectedMinutes: Double
    /// Whether a leukodepleting filter is in the line; nil not looked at.
    public var leukodepletingFilter: Bool?

    /// Makes the record.
    public init(
        bag: String, band: String, chainOfIdentity: String, expectedMinutes: Double, leukodepletingFilter: Bool? = nil
    ) {
        self.bag = bag
        self.band = band
        self.chainOfIdentity = chainOfIdentity
        self.expectedMinutes = expectedMinutes
        self.leukodepletingFilter = leukodepletingFilter
    }
}
