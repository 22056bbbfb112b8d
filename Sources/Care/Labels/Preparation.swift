extension Label {
    /// Time to leave between a drug and a step.
    public struct Washout: Codable, Sendable, Equatable, Cited {
        /// The step.
        public enum Step: String, Codable, Sendable, CaseIterable {
            /// Collection of cells; chemotherapy before the infusion; the infusion
            case leukapheresis, lymphodepletion, infusion
        }
        /// Who asks for it.
        public enum Basis: String, Codable, Sendable, CaseIterable {
            /// The label; a pivotal trial; a guideline or consensus
            case label, trial, consensus
        }
        /// Class of drug.
        public var therapy: TherapyClass
        /// The step.
        public var before: Step
        /// Days between the last dose and the step, at least.
        public var days: Double
        /// Who asks for it.
        public var basis: Basis
        /// What else is said (dose below which it does not matter), in words.
        public var text: String?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// What must be collected.
    public struct Collection: Codable, Sendable, Equatable, Cited {
        /// How starting material travels.
        public enum Material: String, Codable, Sendable, CaseIterable { case fresh, frozen }
        /// How it travels.
        public var material: Material
        /// Fewest CD3+ cells, 10*9, inclusive.
        public var minimumCD3: Double?
        /// Fewest nucleated cells, 10*9, inclusive.
        public var minimumNucleated: Double?
        /// Smallest share of CD3+ among nucleated cells, 0 to 1, inclusive.
        public var minimumCD3Share: Double?
        /// Smallest viability, 0 to 1, inclusive.
        public var minimumViability: Double?
        /// Fewest lymphocytes in blood before collection, 10*9/L, inclusive.
        public var minimumLymphocytes: Double?
        /// Longest time from collection to manufacture for fresh material, hours.
        public var expiryHours: Double?
        /// Longest time in store for frozen material, months.
        public var expiryMonths: Double?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// A drug just before the infusion.
    public struct Premedication: Codable, Sendable, Equatable, Cited {
        /// Whether it is asked for, may be given, or should not.
        public enum Advice: String, Codable, Sendable, CaseIterable { case give, optional, avoid }
        /// Which (for example `paracetamol`, `diphenhydramine or another H1-antihistamine`).
        public var drug: String
        /// Advice.
        public var advice: Advice
        /// Smallest and largest amount; nil: not stated.
        public var amount: [Double]?
        /// UCUM unit of the amount.
        public var unit: String?
        /// Earliest and latest, minutes before the infusion; nil: not stated.
        public var minutesBefore: [Double]?
        /// What else is said.
        public var text: String?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }
}
