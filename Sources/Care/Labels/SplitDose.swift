extension Label.Dose {
    /// A dose on two days, divided by the burden in the marrow.
    public struct Split: Codable, Sendable, Equatable {
        /// Day of the second infusion; the first is on day 1.
        public var secondDay: Int
        /// Days that the second may be earlier or later.
        public var toleranceDays: Int
        /// The marrow must have been looked at in this many days before lymphodepletion.
        public var marrowWithinDays: Int
        /// By blasts in the marrow, from the fewest; together they cover 0 to 100 % once.
        public var rules: [Rule]
        /// Least grades after the first infusion at which the second waits, and until which day at the latest.
        public var postpone: Postponement?
        /// Least grades after the first infusion at which the second is not given.
        public var stop: Grades?

        /// Which bags are given when.
        public struct Rule: Codable, Sendable, Equatable {
            /// For blasts above this, % (exclusive); nil: no lower end.
            public var blastsAbove: Double?
            /// For blasts up to this, % (inclusive); nil: no upper end.
            public var blastsUpTo: Double?
            /// Bags of the first day, each by its cells, 10*6.
            public var first: [Double]
            /// Bags of the second day.
            public var second: [Double]
        }

        /// When the second infusion waits.
        public struct Postponement: Codable, Sendable, Equatable {
            /// Least grade of CRS; nil: none stated.
            public var crs: Int?
            /// Least grade of ICANS; nil: none stated.
            public var icans: Int?
            /// Latest day.
            public var latestDay: Int
        }

        /// Least grades, ASTCT.
        public struct Grades: Codable, Sendable, Equatable {
            /// Least grade of CRS; nil: none stated.
            public var crs: Int?
            /// Least grade of ICANS; nil: none stated.
            public var icans: Int?
        }
    }
}
