extension TrialFigures {
    /// One simulated result and, where there is one, the published result. Unit `1` is a rate, drawn in per cent.
    public struct Endpoint: Codable, Sendable, Equatable {
        /// The short name.
        public var name: String
        /// For people.
        public var label: String
        /// The simulated estimate.
        public var value: Double?
        /// The lower end of its 95 % interval.
        public var low: Double?
        /// The upper end of its 95 % interval.
        public var high: Double?
        /// The unit of every number here.
        public var unit: String
        /// What was published.
        public var published: Published?

        /// Every value by name.
        public init(
            name: String, label: String, value: Double? = nil, low: Double? = nil, high: Double? = nil, unit: String,
            published: Published? = nil
        ) {
            self.name = name
            self.label = label
            self.value = value
            self.low = low
            self.high = high
            self.unit = unit
            self.published = published
        }
    }

    /// A published result.
    public struct Published: Codable, Sendable, Equatable {
        /// The estimate.
        public var value: Double
        /// The lower end of its 95 % interval.
        public var low: Double?
        /// The upper end of its 95 % interval.
        public var high: Double?
        /// How many patients it rests on.
        public var n: Int
        /// The grading scale, such as ASTCT.
        public var scale: String?
        /// The reference.
        public var source: String
        /// `read`, `secondary` or `unverified`.
        public var verification: String
        /// What else to know.
        public var note: String?

        /// Every value by name.
        public init(
            value: Double, low: Double? = nil, high: Double? = nil, n: Int, scale: String? = nil, source: String,
            verification: String, note: String? = nil
        ) {
            self.value = value
            self.low = low
            self.high = high
            self.n = n
            self.scale = scale
            self.source = source
            self.verification = verification
            self.note = note
        }
    }
}
