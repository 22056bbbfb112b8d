extension Label {
    /// How long a thawed product may wait.
    public struct Thaw: Codable, Sendable, Equatable, Cited {
        /// What must have happened by then.
        public enum Until: String, Codable, Sendable, CaseIterable {
            /// The infusion is complete; it has begun
            case infusionComplete, infusionStarted
        }
        /// From when the minutes count.
        public enum Origin: String, Codable, Sendable, CaseIterable {
            /// Thawing is complete; thawing began; the product was taken out of frozen store
            case thawed, thawStarted, removed
        }
        /// Minutes.
        public var minutes: Double
        /// From when.
        public var from: Origin
        /// What must have happened.
        public var until: Until
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// How it is given.
    public struct Infusion: Codable, Sendable, Equatable, Cited {
        /// Whether a filter that holds back leukocytes is forbidden.
        public var leukodepletingFilterForbidden: Bool
        /// Longest time of one bag, minutes; nil: not stated.
        public var longestMinutes: Double?
        /// The product must be confirmed available before lymphodepletion.
        public var confirmBeforeLymphodepletion: Bool
        /// What else is said.
        public var text: String?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// Tocilizumab that must be at hand.
    public struct TocilizumabOnSite: Codable, Sendable, Equatable, Cited {
        /// Doses on site for each patient before the infusion; 0: the label no longer asks for any.
        public var doses: Int
        /// A further dose must come within this many hours; nil: not stated.
        public var anotherWithinHours: Double?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// Temperature of the frozen product.
    public struct Transport: Codable, Sendable, Equatable, Cited {
        /// Warmest that is admitted, °C, inclusive.
        public var atMost: Double
        /// UCUM: `Cel`.
        public var unit: String
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }
}
