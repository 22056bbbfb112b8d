extension ValidationFigures {
    /// One quantity beside its target.
    public struct Quantity: Sendable, Equatable {
        /// Number of its row in the list.
        public var number: Int
        /// In words.
        public var what: String
        /// The unit of all numbers; `1` for a share, a ratio or a correlation.
        public var unit: String
        /// Whether it is a share of patients, shown in per cent.
        public var isShare: Bool
        /// What came out of the simulation.
        public var simulated: Estimate
        /// The target with the limits that the rule allows.
        public var target: Estimate
        /// The rule, in words.
        public var rule: String
        /// Whether it holds; nil if it could not be simulated.
        public var holds: Bool?
        /// Why it could not be simulated.
        public var reason: String?
        /// Whether parameters were fitted to it, or to something like it.
        public var isFitted: Bool
        /// Whether it is arithmetic on published inputs, no simulation.
        public var isArithmetic: Bool
        /// `read`, `secondary` or `unverified`.
        public var verification: String
        /// The reference.
        public var source: String
        /// What else to know.
        public var note: String?

        /// Every value by name.
        public init(
            number: Int, what: String, unit: String, isShare: Bool, simulated: Estimate, target: Estimate, rule: String,
            holds: Bool?, reason: String?, isFitted: Bool, isArithmetic: Bool, verification: String, source: String,
            note: String?
        ) {
            self.number = number
            self.what = what
            self.unit = unit
            self.isShare = isShare
            self.simulated = simulated
            self.target = target
            self.rule = rule
            self.holds = holds
            self.reason = reason
            self.isFitted = isFitted
            self.isArithmetic = isArithmetic
            self.verification = verification
            self.source = source
            self.note = note
        }
    }

    /// The same patients under two policies.
    public struct Policy: Sendable, Equatable {
        /// The policy.
        public var policy: String
        /// What it is compared with.
        public var against: String
        /// The study.
        public var study: String
        /// The endpoint, for people.
        public var endpoint: String
        /// The unit of all numbers; `1` is a share.
        public var unit: String
        /// `lower`, `higher` or `unchanged`.
        public var direction: String
        /// Simulated under the policy.
        public var simulated: Double?
        /// Simulated under the other.
        public var simulatedAgainst: Double?
        /// Policy minus the other, paired.
        public var difference: Estimate
        /// Published under the policy.
        public var published: Double?
        /// Published under the other.
        public var publishedAgainst: Double?
        /// Whether it goes as expected; nil if it could not be run.
        public var holds: Bool?
        /// Why it could not be run.
        public var reason: String?
        /// `read`, `secondary` or `unverified`.
        public var verification: String
        /// The reference.
        public var source: String

        /// Every value by name.
        public init(
            policy: String, against: String, study: String, endpoint: String, unit: String, direction: String,
            simulated: Double?, simulatedAgainst: Double?, difference: Estimate, published: Double?,
            publishedAgainst: Double?, holds: Bool?, reason: String?, verification: String, source: String
        ) {
            self.policy = policy
            self.against = against
            self.study = study
            self.endpoint = endpoint
            self.unit = unit
            self.direction = direction
            self.simulated = simulated
            self.simulatedAgainst = simulatedAgainst
            self.difference = difference
            self.published = published
            self.publishedAgainst = publishedAgainst
            self.holds = holds
            self.reason = reason
            self.verification = verification
            self.source = source
        }
    }
}
