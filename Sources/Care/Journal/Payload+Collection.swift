/// What became of one label. FACT-JACIE asks that every label is accounted for.
public struct LabelUse: Codable, Sendable, Equatable {
    /// What became of a label.
    public enum Fate: String, Codable, Sendable, CaseIterable { case printed, used, voided, passedOn, destroyed }
    /// Serial number of the label.
    public var serial: String
    /// What became of it.
    public var fate: Fate
    /// Chain-of-identity identifier printed on it.
    public var chainOfIdentity: String
    /// What it was put on.
    public var item: String?

    /// Makes the record.
    public init(
        serial: String, fate: Fate, chainOfIdentity: String, item: String? = nil
    ) {
        self.serial = serial
        self.fate = fate
        self.chainOfIdentity = chainOfIdentity
        self.item = item
    }
}

/// A leukapheresis begins: who lies there, and which labels lie beside.
public struct CollectionStart: Codable, Sendable, Equatable {
    /// Donation identification number (DIN), as scanned.
    public var donation: String
    /// Chain-of-identity identifier read from the patient's band.
    public var band: String
    /// … from the collection bag's label.
    public var label: String
    /// Identifiers that the patient confirmed (name, date of birth …).
    public var identifiersAsked: Int
    /// Who checked.
    public var checkedBy: [String]

    /// Makes the record.
    public init(
        donation: String, band: String, label: String, identifiersAsked: Int, checkedBy: [String]
    ) {
        self.donation = donation
        self.band = band
        self.label = label
        self.identifiersAsked = identifiersAsked
        self.checkedBy = checkedBy
    }
}

/// A collection bag was sealed.
public struct CollectionBag: Codable, Sendable, Equatable {
    /// Identifier of the bag.
    public var bag: String
    /// Donation identification number (DIN).
    public var donation: String
    /// Chain-of-identity identifier on the bag.
    public var chainOfIdentity: String
    /// Volume, mL.
    public var volume: Double

    /// Makes the record.
    public init(
        bag: String, donation: String, chainOfIdentity: String, volume: Double
    ) {
        self.bag = bag
        self.donation = donation
        self.chainOfIdentity = chainOfIdentity
        self.volume = volume
    }
}

/// What a collection holds.
public struct CollectionCount: Codable, Sendable, Equatable {
    /// Donation identification number (DIN).
    public var donation: String
    /// Volume, mL.
    public var volume: Double?
    /// Total nucleated cells, 10⁹.
    public var nucleatedCells: Double?
    /// CD3+ cells, 10⁹.
    public var cd3: Double?
    /// Viability, 0 to 1.
    public var viability: Double?
    /// CD3+ cells that the count before collection let expect, 10⁹.
    public var expectedCD3: Double?

    /// Makes the record.
    public init(
        donation: String, volume: Double? = nil, nucleatedCells: Double? = nil, cd3: Double? = nil,
        viability: Double? = nil, expectedCD3: Double? = nil
    ) {
        self.donation = donation
        self.volume = volume
        self.nucleatedCells = nucleatedCells
        self.cd3 = cd3
        self.viability = viability
        self.expectedCD3 = expectedCD3
    }
}

/// Bags were frozen.
public struct Freezing: Codable, Sendable, Equatable {
    /// Identifiers of the bags.
    public var bags: [String]
    /// Whether the cooling curve stayed in range; nil not read.
    public var curveInRange: Bool?

    /// Makes the record.
    public init(
        bags: [String], curveInRange: Bool? = nil
    ) {
        self.bags = bags
        self.curveInRange = curveInRange
    }
}
