extension Label {
    /// One test of the specification of release. Products' own specifications are rarely public; these are defaults that
    /// a site replaces.
    public struct ReleaseTest: Codable, Sendable, Equatable, Cited {
        /// What is tested.
        public enum Test: String, Codable, Sendable, CaseIterable {
            /// Numbers
            case viability, cd3, carPositive, vectorCopyNumber, dose, endotoxin, potency, residualBeads, residualTumour
            /// Found or not found
            case sterility, gramStain, mycoplasma, replicationCompetentVirus, identity, appearance

            /// Whether the result is a number.
            public var isNumber: Bool {
                switch self {
                case .sterility, .gramStain, .mycoplasma, .replicationCompetentVirus, .identity, .appearance: false
                default: true
                }
            }
        }
        /// Per what vector copies are counted: the two are different limits.
        public enum Denominator: String, Codable, Sendable, CaseIterable {
            /// Per cell; per CAR-positive (transduced) cell
            case cell, transducedCell
        }
        /// What is tested.
        public var test: Test
        /// Smallest admitted value.
        public var atLeast: Double?
        /// Largest admitted value.
        public var atMost: Double?
        /// UCUM unit (shares as `1`); nil for a result in words.
        public var unit: String?
        /// Whether the limits themselves are admitted (≤, not <). Values are never rounded first.
        public var inclusive: Bool?
        /// For vector copies: per what.
        public var denominator: Denominator?
        /// For a result in words: what it must be (`negative`, `conforms`).
        public var result: String?
        /// Whether a product may be released before the result is there (final sterility).
        public var mayFollow: Bool?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }
}
