/// A leukapheresis collection.
public struct Leukapheresis: Codable, Sendable, Equatable {
    /// Which collection of this therapy, from 1.
    public var collection: Int
    /// CD3+ cells per litre of blood before collection, in 10⁹/L.
    public var cd3Before: Double
    /// Blood processed, L.
    public var volumeProcessed: Double
    /// CD3+ cells collected, in 10⁹.
    public var cd3Collected: Double

    /// Makes the record.
    public init(collection: Int, cd3Before: Double, volumeProcessed: Double, cd3Collected: Double) {
        self.collection = collection
        self.cd3Before = cd3Before
        self.volumeProcessed = volumeProcessed
        self.cd3Collected = cd3Collected
    }
}

/// A shipment that arrived.
public struct Shipment: Codable, Sendable, Equatable {
    /// What was sent.
    public enum Content: String, Codable, Sendable { case startingMaterial, product }
    /// What was sent.
    public var content: Content
    /// Batch, or collection, that it holds.
    public var reference: String
    /// Whether it travelled frozen.
    public var cryopreserved: Bool
    /// Days under way.
    public var days: Double
    /// Identifier of the shipment.
    public var shipment: String?
    /// Chain-of-identity identifier as scanned on arrival.
    public var chainOfIdentity: String?

    /// Makes the record.
    public init(
        content: Content, reference: String, cryopreserved: Bool, days: Double, shipment: String? = nil,
        chainOfIdentity: String? = nil
    ) {
        self.content = content
        self.reference = reference
        self.cryopreserved = cryopreserved
        self.days = days
        self.shipment = shipment
        self.chainOfIdentity = chainOfIdentity
    }
}

/// Manufacture of one batch begins.
public struct BatchStart: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// Attempt for this patient, from 1.
    public var attempt: Int
    /// CD3+ cells put in, in 10⁹.
    public var cd3Input: Double

    /// Makes the record.
    public init(batch: String, attempt: Int, cd3Input: Double) {
        self.batch = batch
        self.attempt = attempt
        self.cd3Input = cd3Input
    }
}

/// Transduction as measured.
public struct Transduction: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// Share of cells that bear the CAR, 0 to 1.
    public var carPositive: Double
    /// Vector copies per transduced cell.
    public var vectorCopyNumber: Double

    /// Makes the record.
    public init(batch: String, carPositive: Double, vectorCopyNumber: Double) {
        self.batch = batch
        self.carPositive = carPositive
        self.vectorCopyNumber = vectorCopyNumber
    }
}

/// The culture at harvest.
public struct Harvest: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// Days in culture.
    public var cultureDays: Double
    /// Population doublings.
    public var doublings: Double
    /// CAR-positive viable cells in the final product, in 10⁶.
    public var carPositiveCells: Double
    /// Viability, 0 to 1.
    public var viability: Double
    /// Share of central-memory and naive-like cells in the product, 0 to 1.
    public var memoryFraction: Double

    /// Makes the record.
    public init(
        batch: String, cultureDays: Double, doublings: Double, carPositiveCells: Double, viability: Double,
        memoryFraction: Double
    ) {
        self.batch = batch
        self.cultureDays = cultureDays
        self.doublings = doublings
        self.carPositiveCells = carPositiveCells
        self.viability = viability
        self.memoryFraction = memoryFraction
    }
}

/// The release tests of a batch: the certificate.
public struct Certificate: Codable, Sendable, Equatable {
    /// One test against its limit.
    public struct Test: Codable, Sendable, Equatable {
        /// The test's name (for example `viability`).
        public var name: String
        /// The result, in `unit`.
        public var value: Double
        /// UCUM unit.
        public var unit: String
        /// The limit in words (for example `>= 0.70`).
        public var limit: String
        /// Whether the result is within the limit.
        public var passed: Bool

        /// Makes a test's result.
        public init(name: String, value: Double, unit: String, limit: String, passed: Bool) {
            self.name = name
            self.value = value
            self.unit = unit
            self.limit = limit
            self.passed = passed
        }
    }
    /// Batch identifier.
    public var batch: String
    /// All tests.
    public var tests: [Test]

    /// Makes the record.
    public init(batch: String, tests: [Test]) {
        self.batch = batch
        self.tests = tests
    }
}

/// Release of a batch.
public struct Release: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// False for a product out of specification that the physician asked for.
    public var inSpecification: Bool
    /// Tests out of specification, if any.
    public var deviations: [String]
    /// Tests still pending when the batch was released on condition (for example final sterility).
    public var pending: [String]?
    /// Who signed.
    public var signedBy: [Actor]?

    /// Makes the record.
    public init(
        batch: String, inSpecification: Bool, deviations: [String], pending: [String]? = nil, signedBy: [Actor]? = nil
    ) {
        self.batch = batch
        self.inSpecification = inSpecification
        self.deviations = deviations
        self.pending = pending
        self.signedBy = signedBy
    }
}

/// A batch that will not be given.
public struct BatchFailure: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// Why, in words.
    public var reason: String
    /// Whether another attempt follows.
    public var remanufacture: Bool

    /// Makes the record.
    public init(batch: String, reason: String, remanufacture: Bool) {
        self.batch = batch
        self.reason = reason
        self.remanufacture = remanufacture
    }
}

/// Bridging therapy between collection and lymphodepletion.
public struct Bridging: Codable, Sendable, Equatable {
    /// What was given, in words.
    public var regimen: String

    /// Makes the record.
    public init(regimen: String) {
        self.regimen = regimen
    }
}

/// Two people compare band, bag, order and certificate.
public struct IdentityCheck: Codable, Sendable, Equatable {
    /// Chain-of-identity identifier read from the patient's band.
    public var band: String
    /// … from the bag.
    public var bag: String
    /// … from the order.
    public var order: String
    /// … from the certificate.
    public var certificate: String
    /// The two people.
    public var checkedBy: [String]
    /// Identifier of the bag that was read, where a batch has several.
    public var bagIdentifier: String?
    /// Chain-of-identity identifier read from the cassette.
    public var cassette: String?

    /// Makes the record.
    public init(
        band: String, bag: String, order: String, certificate: String, checkedBy: [String],
        bagIdentifier: String? = nil, cassette: String? = nil
    ) {
        self.band = band
        self.bag = bag
        self.order = order
        self.certificate = certificate
        self.checkedBy = checkedBy
        self.bagIdentifier = bagIdentifier
        self.cassette = cassette
    }
}

/// An infusion of CAR-T cells.
public struct Infusion: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// CAR-positive viable T cells given, in 10⁶.
    public var carPositiveCells: Double
    /// Cells per kg of body weight, in 10⁶/kg.
    public var cellsPerKilogram: Double
    /// Minutes from thaw to the end of the infusion.
    public var minutesSinceThaw: Double
    /// Identifier of the bag, where a batch has several.
    public var bag: String?

    /// Makes the record.
    public init(
        batch: String, carPositiveCells: Double, cellsPerKilogram: Double, minutesSinceThaw: Double, bag: String? = nil
    ) {
        self.batch = batch
        self.carPositiveCells = carPositiveCells
        self.cellsPerKilogram = cellsPerKilogram
        self.minutesSinceThaw = minutesSinceThaw
        self.bag = bag
    }
}
