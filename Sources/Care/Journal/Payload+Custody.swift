/// A shipment is packed.
public struct PackOut: Codable, Sendable, Equatable {
    /// Identifier of the shipment.
    public var shipment: String
    /// What is sent.
    public var content: Shipment.Content
    /// Bags in it.
    public var items: [String]
    /// Chain-of-identity identifier on the shipper.
    public var chainOfIdentity: String
    /// Identifier of the shipper.
    public var shipper: String
    /// Identifier of the temperature logger.
    public var logger: String?
    /// Days that the shipper is qualified to hold its temperature, nominal.
    public var holdDays: Double?
    /// Share of the nominal hold that may be counted on, 0 to 1.
    public var holdFactor: Double?
    /// Days that the journey is planned to take.
    public var transitDays: Double
    /// When the content expires.
    public var expiresAt: Instant?
    /// Lowest temperature allowed, °C.
    public var lowestTemperature: Double?
    /// Highest temperature allowed, °C.
    public var highestTemperature: Double?

    /// Makes the record.
    public init(
        shipment: String, content: Shipment.Content, items: [String], chainOfIdentity: String, shipper: String,
        logger: String? = nil, holdDays: Double? = nil, holdFactor: Double? = nil, transitDays: Double,
        expiresAt: Instant? = nil, lowestTemperature: Double? = nil, highestTemperature: Double? = nil
    ) {
        self.shipment = shipment
        self.content = content
        self.items = items
        self.chainOfIdentity = chainOfIdentity
        self.shipper = shipper
        self.logger = logger
        self.holdDays = holdDays
        self.holdFactor = holdFactor
        self.transitDays = transitDays
        self.expiresAt = expiresAt
        self.lowestTemperature = lowestTemperature
        self.highestTemperature = highestTemperature
    }
}

/// Something passed from hand to hand, and was scanned by the one who took it.
public struct CustodyTransfer: Codable, Sendable, Equatable {
    /// Bag or shipment.
    public var item: String
    /// Who gave it.
    public var from: Actor
    /// Who took it.
    public var to: Actor
    /// Chain-of-identity identifier as scanned.
    public var chainOfIdentity: String

    /// Makes the record.
    public init(
        item: String, from: Actor, to: Actor, chainOfIdentity: String
    ) {
        self.item = item
        self.from = from
        self.to = to
        self.chainOfIdentity = chainOfIdentity
    }
}

/// A reading of a shipment's or a store's logger.
public struct TemperatureReading: Codable, Sendable, Equatable {
    /// Shipment, or store.
    public var shipment: String
    /// Temperature, °C; nil when the logger could not be read.
    public var temperature: Double?

    /// Makes the record.
    public init(
        shipment: String, temperature: Double? = nil
    ) {
        self.shipment = shipment
        self.temperature = temperature
    }
}

/// Material that will not be used was destroyed or locked away.
public struct Disposal: Codable, Sendable, Equatable {
    /// What became of the material.
    public enum Fate: String, Codable, Sendable, CaseIterable { case destroyed, quarantined }
    /// Bag, or batch.
    public var item: String
    /// What became of it.
    public var fate: Fate
    /// Evidence (certificate, photograph, record number).
    public var evidence: String

    /// Makes the record.
    public init(
        item: String, fate: Fate, evidence: String
    ) {
        self.item = item
        self.fate = fate
        self.evidence = evidence
    }
}
