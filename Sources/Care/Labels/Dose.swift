extension Label {
    /// How many CAR-positive viable cells are given for some indications. Cells are in 10*6 (millions) throughout.
    public struct Dose: Codable, Sendable, Equatable, Cited {
        /// Indications, by identifier; nil: all.
        public var indications: [String]?
        /// By body weight, from the lightest; together they cover every weight once.
        public var bands: [Band]
        /// Components that are given one after the other, in this order (CD8 before CD4); nil: one product.
        public var components: [Component]?
        /// Kinds of bags, if the dose comes in several.
        public var bags: [Bag]?
        /// A dose given on two days; nil: on one.
        public var split: Split?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding

        /// The dose for a range of body weight: by kilogram or flat, one of the two.
        public struct Band: Codable, Sendable, Equatable {
            /// For patients heavier than this, kg (exclusive); nil: no lower end.
            public var above: Double?
            /// For patients up to this, kg (inclusive); nil: no upper end.
            public var upTo: Double?
            /// 10*6 cells a kilogram.
            public var perKilogram: Cells?
            /// 10*6 cells.
            public var flat: Cells?
            /// Most that anybody gets, 10*6 cells.
            public var cap: Double?
        }

        /// A number of cells: what is aimed at, and between what. A maximum is always stated.
        public struct Cells: Codable, Sendable, Equatable {
            /// Smallest that may be given, inclusive; nil: none stated.
            public var minimum: Double?
            /// What is aimed at; nil: none stated.
            public var target: Double?
            /// Largest that may be given, inclusive.
            public var maximum: Double
        }

        /// A part of a product that is infused by itself.
        public struct Component: Codable, Sendable, Equatable {
            /// Name (`CD8`, `CD4`).
            public var name: String
            /// Share of the dose, 0 to 1; nil: not stated.
            public var share: Double?
        }

        /// A kind of bag.
        public struct Bag: Codable, Sendable, Equatable {
            /// Cells, 10*6.
            public var cells: Double
            /// Colour of its label, if it tells bags apart.
            public var colour: String?
        }
    }
}
