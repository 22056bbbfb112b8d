extension Label {
    /// One indication, so that a patient can be held against it.
    public struct Indication: Codable, Sendable, Equatable, Cited {
        /// Identifier, once in a version; stays the same while the indication does.
        public var id: String
        /// The disease.
        public var disease: Disease
        /// Kinds that it covers; nil: all kinds.
        public var subtypes: [Subtype]?
        /// Youngest age, years, inclusive; nil: none stated.
        public var minimumAge: Double?
        /// Oldest age, years, inclusive in completed years (25: until the 26th birthday); nil: none stated.
        public var maximumAge: Double?
        /// Smallest number of earlier lines of systemic therapy; nil: none stated.
        public var minimumPriorLines: Int?
        /// Classes of therapy that must all have been given.
        public var priorClasses: [TherapyClass]?
        /// Of these, one at least must hold.
        public var anyOf: [Requirement]?
        /// These must all hold.
        public var allOf: [Requirement]?
        /// The label's sentence in short, our words.
        public var text: String
        /// How the indication was approved, if not as the version is.
        public var status: Version.Status?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// A state of the disease that an indication asks for.
    public struct Requirement: Codable, Sendable, Equatable {
        /// States.
        public enum State: String, Codable, Sendable, CaseIterable {
            /// No remission with, or return after, the last line
            case relapsedOrRefractory
            /// No remission with the first line (refractory)
            case refractoryToFirstLine
            /// Relapse after the first line, within `withinMonths` of its end if given
            case relapseAfterFirstLine
            /// No remission with the last line
            case refractory
            /// Relapse after the last line, within `withinMonths` of its end if given
            case relapseAfterLastLine
            /// Second relapse or a later one
            case secondOrLaterRelapse
            /// Relapse after an allogeneic transplant
            case relapseAfterTransplant
            /// Not a candidate for transplantation (age, other diseases)
            case transplantIneligible
            /// Refractory to lenalidomide
            case lenalidomideRefractory
            /// Progression on the last therapy
            case progressedOnLastTherapy
        }
        /// The state.
        public var state: State
        /// Months from the end of the line to relapse, inclusive; nil: any.
        public var withinMonths: Double?
    }
}
