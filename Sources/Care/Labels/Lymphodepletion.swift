extension Label {
    /// Chemotherapy that makes room for the cells.
    public struct Lymphodepletion: Codable, Sendable, Equatable, Cited {
        /// Indications, by identifier; nil: all.
        public var indications: [String]?
        /// The drugs.
        public var drugs: [Chemotherapy]
        /// Another regimen, and when.
        public var alternatives: [Alternative]?
        /// Days to the infusion; nil: the drugs' days say it all, or it is not stated.
        public var window: Window?
        /// When it may be left out; nil: never.
        public var omission: Omission?
        /// When it must be given again; nil: not stated.
        public var repetition: Repetition?
        /// What is said of kidneys and other reductions, in words.
        public var reductions: String?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding

        /// One drug.
        public struct Chemotherapy: Codable, Sendable, Equatable {
            /// Which.
            public var drug: Drug
            /// Amount of one dose, `mg/m2` of body surface.
            public var amount: Double
            /// UCUM: `mg/m2`.
            public var unit: String
            /// Number of daily doses.
            public var doses: Int
            /// Days, the infusion being on day 0 (for obe-cel, the first of two); nil: not fixed.
            public var days: [Int]?
        }

        /// Another regimen.
        public struct Alternative: Codable, Sendable, Equatable {
            /// For whom.
            public var when: String
            /// The drugs.
            public var drugs: [Chemotherapy]
        }

        /// Days between lymphodepletion and infusion, both ends inclusive.
        public struct Window: Codable, Sendable, Equatable {
            /// From when days are counted.
            public enum Origin: String, Codable, Sendable, CaseIterable {
                /// Last dose; first dose
                case end, start
            }
            /// Earliest day.
            public var earliest: Int
            /// Latest day.
            public var latest: Int
            /// Counted from.
            public var from: Origin
        }

        /// When it may be left out.
        public struct Omission: Codable, Sendable, Equatable {
            /// White cells at or below this, 10*9/L.
            public var whiteCellsAtMost: Double
            /// Measured in this many days before the infusion.
            public var withinDays: Int
        }

        /// When it must be given again.
        public struct Repetition: Codable, Sendable, Equatable {
            /// If the infusion is later than this many days after lymphodepletion (exclusive).
            public var afterDays: Int
            /// And white cells are above this, 10*9/L (exclusive); nil: whatever they are.
            public var whiteCellsAbove: Double?
        }
    }
}
