extension Label {
    /// One version of a label, from a day on. Each section is nil if it is not known here; a list that is empty says
    /// that the label states none.
    public struct Version: Codable, Sendable, Equatable, Cited {
        /// State of the approval.
        public enum Status: String, Codable, Sendable, CaseIterable {
            /// Full, accelerated or conditional approval; by hospital exemption; no longer on the market
            case approved, accelerated, conditional, hospitalExemption, withdrawn
        }
        /// Identifier, once in a history; by custom the day from which it holds.
        public var version: String
        /// First day on which it holds.
        public var effectiveFrom: Day
        /// Last day on which it holds; nil: until the next version begins.
        public var until: Day?
        /// State of the approval.
        public var status: Status
        /// What changed against the version before, in words.
        public var changed: String
        /// Document that states this version.
        public var source: String
        /// How well it was checked.
        public var flag: SourceStanding
        /// Sections that are not known here. What is nil and not listed is a fault of the file.
        public var notKnown: [Section]?

        /// What the product is for.
        public var indications: [Indication]?
        /// Who must not have it.
        public var contraindications: [Criterion]?
        /// What the label says it is not for.
        public var limitationsOfUse: [Criterion]?
        /// When it must wait, and what calls for care.
        public var warnings: [Criterion]?
        /// What the pivotal trials asked for; no part of the label.
        public var trialCriteria: [Criterion]?
        /// Time to leave between other drugs and a step.
        public var washouts: [Washout]?
        /// What must be collected.
        public var collection: Collection?
        /// How many cells.
        public var doses: [Dose]?
        /// Chemotherapy before the infusion.
        public var lymphodepletion: [Lymphodepletion]?
        /// Drugs just before the infusion.
        public var premedication: [Premedication]?
        /// How long a thawed product may wait.
        public var thaw: Thaw?
        /// How it is given.
        public var infusion: Infusion?
        /// Tocilizumab at hand.
        public var tocilizumab: TocilizumabOnSite?
        /// Default specification of release.
        public var release: [ReleaseTest]?
        /// Temperature under way and in store.
        public var transport: Transport?
        /// Watch after the infusion.
        public var monitoring: Monitoring?
        /// Stay near the centre.
        public var proximity: Proximity?
        /// No driving.
        public var driving: Driving?
        /// Boxed warnings.
        public var boxedWarnings: [BoxedWarning]?
        /// Certification of the centre.
        public var certification: Certification?
        /// Follow-up.
        public var followUp: FollowUp?
        /// Vaccines, blood products, donation.
        public var aftercare: [Aftercare]?
    }
}
