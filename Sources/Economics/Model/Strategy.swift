/// One way to treat: who gets to it, how long they live, how well, and at what cost. All numbers are names of inputs.
public struct Strategy: Sendable, Equatable, Decodable {
    /// When a cost arises.
    public enum When: String, Codable, Sendable, CaseIterable {
        /// Once, at the start
        case start
        /// Once, for those who progress (deaths without progression are not told apart)
        case progression
        /// Once, at death
        case death
        /// Every year without progression; after it; alive
        case yearProgressionFree, yearProgressed, yearAlive
    }
    /// Whose cost it is.
    public enum Payer: String, Codable, Sendable, CaseIterable {
        /// The health-care sector; in both views
        case healthCare
        /// Society beside it: travel, carers' time, lost work; in the societal view only
        case society
    }
    /// A cost.
    public struct Cost: Sendable, Equatable, Codable {
        /// For people.
        public var title: String
        /// Name of the amount.
        public var amount: String
        /// Name of the share of patients that it concerns; all if not given.
        public var share: String?
        /// When.
        public var when: When
        /// Yearly costs: from this year on.
        public var fromYear: Double?
        /// Yearly costs: until this year.
        public var untilYear: Double?
        /// Whose.
        public var payer: Payer?
    }
    /// Something that spoils a time at the start: toxicity, a stay, a transplant.
    public struct Burden: Sendable, Equatable, Codable {
        /// For people.
        public var title: String
        /// Name of the share of patients.
        public var share: String
        /// Name of what it takes from quality of life, above 0.
        public var disutility: String
        /// Name of how long it lasts, days.
        public var days: String
    }
    /// Quality of life by state.
    public struct Utilities: Sendable, Equatable, Codable {
        /// Names of the utilities without progression, and after it.
        public var progressionFree, progressed: String
        /// Name of the utility without progression after `longTermFromYear`; the same as before if not given.
        public var longTerm: String?
        /// Year from which those without progression count as long-term survivors.
        public var longTermFromYear: Double?
    }
    /// Those who are meant to be treated and are not, from leukapheresis on.
    public struct DropOut: Sendable, Equatable, Codable {
        /// Name of the share of those who reach the treatment.
        public var reaching: String
        /// Identifier of the strategy that the others get.
        public var others: String
        /// Costs that all bear before it is decided.
        public var costs: [Cost]?
    }

    /// Identifier.
    public var id: String
    /// For people.
    public var title: String
    /// Who does not get to it; all do if not given.
    public var dropOut: DropOut?
    /// Progression-free (event-free, relapse-free) survival.
    public var progressionFreeSurvival: CurveDescription
    /// Overall survival.
    public var overallSurvival: CurveDescription
    /// What happens where the curves cross; refused if not given.
    public var crossing: PartitionedSurvival.Crossing?
    /// Quality of life.
    public var utilities: Utilities
    /// What spoils it for a time.
    public var burdens: [Burden]?
    /// Costs.
    public var costs: [Cost]
}
