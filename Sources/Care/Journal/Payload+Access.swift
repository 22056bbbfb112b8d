/// What a payer answered.
public struct Coverage: Codable, Sendable, Equatable {
    /// Where a request for coverage stands.
    public enum Status: String, Codable, Sendable, CaseIterable { case pending, approved, denied }
    /// Where the request stands.
    public var status: Status
    /// Payer, by name.
    public var payer: String?
    /// The payer's reference.
    public var reference: String?

    /// Makes the record.
    public init(
        status: Status, payer: String? = nil, reference: String? = nil
    ) {
        self.status = status
        self.payer = payer
        self.reference = reference
    }
}

/// A manufacturing slot: a place in a factory's plan for one batch.
public struct ManufacturingSlot: Codable, Sendable, Equatable {
    /// What became of a slot.
    public enum Status: String, Codable, Sendable, CaseIterable { case offered, booked, lost, released }
    /// Identifier of the slot.
    public var slot: String
    /// What became of it.
    public var status: Status
    /// Who makes the product.
    public var manufacturer: String
    /// When manufacture is to start.
    public var startsAt: Instant?

    /// Makes the record.
    public init(
        slot: String, status: Status, manufacturer: String, startsAt: Instant? = nil
    ) {
        self.slot = slot
        self.status = status
        self.manufacturer = manufacturer
        self.startsAt = startsAt
    }
}

/// Findings that decide whether a patient may go on; each is unknown when nil.
public struct FitnessCheck: Codable, Sendable, Equatable {
    /// ECOG performance status, 0 to 4.
    public var ecog: Int?
    /// Whether there is an active, uncontrolled infection.
    public var activeInfection: Bool?
    /// Whether a pregnancy test is positive.
    public var pregnant: Bool?
    /// SpO2 on room air, %.
    public var oxygenSaturation: Double?
    /// Left-ventricular ejection fraction, %.
    public var ejectionFraction: Double?
    /// Creatinine clearance, mL/min.
    public var creatinineClearance: Double?
    /// Whether the disease is progressing fast.
    public var progressing: Bool?

    /// Makes the record.
    public init(
        ecog: Int? = nil, activeInfection: Bool? = nil, pregnant: Bool? = nil, oxygenSaturation: Double? = nil,
        ejectionFraction: Double? = nil, creatinineClearance: Double? = nil, progressing: Bool? = nil
    ) {
        self.ecog = ecog
        self.activeInfection = activeInfection
        self.pregnant = pregnant
        self.oxygenSaturation = oxygenSaturation
        self.ejectionFraction = ejectionFraction
        self.creatinineClearance = creatinineClearance
        self.progressing = progressing
    }
}

/// Last dose of a treatment that must be out of the blood before a step.
public struct Washout: Codable, Sendable, Equatable {
    /// Treatment, by the label's term (for example `corticosteroid`, `bendamustine`).
    public var treatment: String
    /// When it was last given; nil unknown, unless it never was.
    public var lastGivenAt: Instant?
    /// Whether the patient never had it; nil unknown.
    public var neverGiven: Bool?

    /// Makes the record.
    public init(
        treatment: String, lastGivenAt: Instant? = nil, neverGiven: Bool? = nil
    ) {
        self.treatment = treatment
        self.lastGivenAt = lastGivenAt
        self.neverGiven = neverGiven
    }
}

/// Infectious disease markers of the donor, who is the patient.
public struct InfectiousMarkers: Codable, Sendable, Equatable {
    /// One marker.
    public struct Marker: Codable, Sendable, Equatable {
        /// Name (for example `HBsAg`, `anti-HIV 1/2`).
        public var name: String
        /// Whether it reacted; nil while the result is awaited.
        public var reactive: Bool?

        /// Makes a marker.
        public init(name: String, reactive: Bool? = nil) {
            self.name = name
            self.reactive = reactive
        }
    }
    /// When the blood was taken.
    public var takenAt: Instant
    /// Each marker.
    public var markers: [Marker]

    /// Makes the record.
    public init(
        takenAt: Instant, markers: [Marker]
    ) {
        self.takenAt = takenAt
        self.markers = markers
    }
}
