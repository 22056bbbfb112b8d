/// The factory looked at the material that arrived.
public struct MaterialAcceptance: Codable, Sendable, Equatable {
    /// True accepted, false quarantined.
    public var accepted: Bool
    /// Batch that it is to become.
    public var batch: String
    /// Donation identification number (DIN), as scanned.
    public var donation: String
    /// Chain-of-identity identifier, as scanned.
    public var chainOfIdentity: String
    /// Chain-of-identity identifier in the batch record.
    public var batchChainOfIdentity: String
    /// Why, in words.
    public var detail: String?

    /// Makes the record.
    public init(
        accepted: Bool, batch: String, donation: String, chainOfIdentity: String, batchChainOfIdentity: String,
        detail: String? = nil
    ) {
        self.accepted = accepted
        self.batch = batch
        self.donation = donation
        self.chainOfIdentity = chainOfIdentity
        self.batchChainOfIdentity = batchChainOfIdentity
        self.detail = detail
    }
}

/// A workstation was cleared: nothing of another batch is left on it.
public struct LineClearance: Codable, Sendable, Equatable {
    /// Batch that may begin.
    public var batch: String
    /// Workstation.
    public var workstation: String
    /// Chain-of-identity identifier on the batch record that lies there.
    public var chainOfIdentity: String

    /// Makes the record.
    public init(
        batch: String, workstation: String, chainOfIdentity: String
    ) {
        self.batch = batch
        self.workstation = workstation
        self.chainOfIdentity = chainOfIdentity
    }
}

/// A lot of vector, reagent or medium went into a batch.
public struct LotUse: Codable, Sendable, Equatable {
    /// What a lot is.
    public enum Kind: String, Codable, Sendable, CaseIterable { case vector, reagent, medium, disposable }
    /// Batch.
    public var batch: String
    /// What it is.
    public var kind: Kind
    /// Lot number.
    public var lot: String
    /// Whether the lot is released; nil unknown.
    public var released: Bool?
    /// When it expires.
    public var expiresAt: Instant?
    /// Product that a vector lot is for.
    public var product: String?

    /// Makes the record.
    public init(
        batch: String, kind: Kind, lot: String, released: Bool? = nil, expiresAt: Instant? = nil, product: String? = nil
    ) {
        self.batch = batch
        self.kind = kind
        self.lot = lot
        self.released = released
        self.expiresAt = expiresAt
        self.product = product
    }
}

/// A count of the culture.
public struct CultureCount: Codable, Sendable, Equatable {
    /// Batch.
    public var batch: String
    /// Days in culture.
    public var cultureDays: Double
    /// Viable cells, 10⁹.
    public var viableCells: Double?
    /// Viability, 0 to 1.
    public var viability: Double?
    /// CAR-positive cells forecast for the planned harvest, 10⁶.
    public var forecastDose: Double?

    /// Makes the record.
    public init(
        batch: String, cultureDays: Double, viableCells: Double? = nil, viability: Double? = nil,
        forecastDose: Double? = nil
    ) {
        self.batch = batch
        self.cultureDays = cultureDays
        self.viableCells = viableCells
        self.viability = viability
        self.forecastDose = forecastDose
    }
}

/// Something did not go as written.
public struct Deviation: Codable, Sendable, Equatable {
    /// How grave a deviation is.
    public enum Severity: String, Codable, Sendable, CaseIterable { case minor, major, critical }
    /// Batch.
    public var batch: String
    /// How grave.
    public var severity: Severity
    /// What, in words.
    public var description: String

    /// Makes the record.
    public init(
        batch: String, severity: Severity, description: String
    ) {
        self.batch = batch
        self.severity = severity
        self.description = description
    }
}

/// A final bag was filled.
public struct FinalBag: Codable, Sendable, Equatable {
    /// Batch.
    public var batch: String
    /// Identifier of the bag.
    public var bag: String
    /// Which bag, from 1.
    public var number: Int
    /// Bags of the batch.
    public var of: Int
    /// Component or colour (for example `CD8`, `blue`), where bags differ.
    public var component: String?
    /// CAR-positive viable cells, 10⁶.
    public var carPositiveCells: Double
    /// Volume, mL.
    public var volume: Double?
    /// Chain-of-identity identifier on the bag.
    public var chainOfIdentity: String
    /// When it expires.
    public var expiresAt: Instant?

    /// Makes the record.
    public init(
        batch: String, bag: String, number: Int, of: Int, component: String? = nil, carPositiveCells: Double,
        volume: Double? = nil, chainOfIdentity: String, expiresAt: Instant? = nil
    ) {
        self.batch = batch
        self.bag = bag
        self.number = number
        self.of = of
        self.component = component
        self.carPositiveCells = carPositiveCells
        self.volume = volume
        self.chainOfIdentity = chainOfIdentity
        self.expiresAt = expiresAt
    }
}

/// An approval that a product out of specification needs before it is given.
public struct ReleaseApproval: Codable, Sendable, Equatable {
    /// Whose approval.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The manufacturer offers it; the physician asks for it; the ethics committee, or the programme of expanded access,
        /// and the patient agree
        case manufacturerOffer, physicianRequest, ethicsCommittee, patientConsent
    }
    /// Batch.
    public var batch: String
    /// Whose approval.
    public var kind: Kind
    /// Its reference.
    public var reference: String

    /// Makes the record.
    public init(
        batch: String, kind: Kind, reference: String
    ) {
        self.batch = batch
        self.kind = kind
        self.reference = reference
    }
}

/// A batch is called back, before or after it was given.
public struct Recall: Codable, Sendable, Equatable {
    /// Batch.
    public var batch: String
    /// Why, in words (for example a sterility test that turned positive).
    public var reason: String

    /// Makes the record.
    public init(
        batch: String, reason: String
    ) {
        self.batch = batch
        self.reason = reason
    }
}

/// Cells are to be collected again.
public struct Recollection: Codable, Sendable, Equatable {
    /// Why, in words.
    public var reason: String

    /// Makes the record.
    public init(
        reason: String
    ) {
        self.reason = reason
    }
}
