/// Everything the validation page shows: plain numbers and words.
public struct ValidationFigures: Sendable, Equatable {
    /// The command that makes the page again.
    public var command: String
    /// Virtual patients enrolled in each study.
    public var patients: Int
    /// The seed of the random numbers.
    public var seed: UInt64
    /// Studies in the order in which they are shown.
    public var studies: [Study]
    /// Quantities in their order.
    public var quantities: [Quantity]
    /// Policies in their order.
    public var policies: [Policy]

    /// Every value by name.
    public init(
        command: String, patients: Int, seed: UInt64, studies: [Study], quantities: [Quantity] = [],
        policies: [Policy] = []
    ) {
        self.command = command
        self.patients = patients
        self.seed = seed
        self.studies = studies
        self.quantities = quantities
        self.policies = policies
    }

    /// One study.
    public struct Study: Sendable, Equatable {
        /// The short name.
        public var id: String
        /// For people.
        public var title: String
        /// Whether parameters were fitted to it.
        public var isCalibration: Bool
        /// Virtual patients infused.
        public var infused: Int
        /// Virtual patients left out because their integration failed.
        public var failures: Int
        /// Its endpoints.
        public var rows: [Row]

        /// Every value by name.
        public init(
            id: String, title: String, isCalibration: Bool, infused: Int, failures: Int, rows: [Row]
        ) {
            self.id = id
            self.title = title
            self.isCalibration = isCalibration
            self.infused = infused
            self.failures = failures
            self.rows = rows
        }

        /// How many of the rows lie inside.
        public var inside: Int { rows.filter(\.isInside).count }
    }

    /// An estimate with its 95 % interval.
    public struct Estimate: Sendable, Equatable {
        /// The value; nil if nothing could be assessed.
        public var value: Double?
        /// The lower end.
        public var low: Double?
        /// The upper end.
        public var high: Double?

        /// Every value by name.
        public init(value: Double?, low: Double?, high: Double?) {
            self.value = value
            self.low = low
            self.high = high
        }
    }

    /// One published endpoint beside the simulated one.
    public struct Row: Sendable, Equatable {
        /// For people.
        public var label: String
        /// UCUM unit of all numbers; `1` is a share.
        public var unit: String
        /// What came out of the simulation.
        public var simulated: Estimate
        /// What the study reported.
        public var published: Estimate
        /// How the published interval was got, in words.
        public var basis: String
        /// Whether the simulated value lies within the published interval.
        public var isInside: Bool
        /// Patients analysed.
        public var n: Int
        /// The grading scale.
        public var scale: String?
        /// Whether the simulation grades by another scale.
        public var scaleDiffers: Bool
        /// `read`, `secondary` or `unverified`.
        public var verification: String
        /// The reference.
        public var source: String
        /// What else to know.
        public var note: String?

        /// Every value by name.
        public init(
            label: String, unit: String, simulated: Estimate, published: Estimate, basis: String, isInside: Bool,
            n: Int, scale: String?, scaleDiffers: Bool, verification: String, source: String, note: String?
        ) {
            self.label = label
            self.unit = unit
            self.simulated = simulated
            self.published = published
            self.basis = basis
            self.isInside = isInside
            self.n = n
            self.scale = scale
            self.scaleDiffers = scaleDiffers
            self.verification = verification
            self.source = source
            self.note = note
        }
    }
}
