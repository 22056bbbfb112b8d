extension Label {
    /// Watch after the infusion.
    public struct Monitoring: Codable, Sendable, Equatable, Cited {
        /// Days of at least daily watch, from the infusion.
        public var dailyDays: Int
        /// Weeks of watch in all.
        public var weeks: Double
        /// What else is said.
        public var text: String?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// Stay near the centre.
    public struct Proximity: Codable, Sendable, Equatable, Cited {
        /// Weeks from the infusion.
        public var weeks: Double
        /// Farthest, hours of travel; nil: not stated.
        public var hours: Double?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// No driving and no dangerous work.
    public struct Driving: Codable, Sendable, Equatable, Cited {
        /// Weeks from the infusion.
        public var weeks: Double
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// One boxed warning.
    public struct BoxedWarning: Codable, Sendable, Equatable, Cited {
        /// Of what.
        public var text: String
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// Certification of the centre (in the US, the REMS until 2025-06-26).
    public struct Certification: Codable, Sendable, Equatable, Cited {
        /// Whether a programme of the authority or the holder must have qualified the centre.
        public var required: Bool
        /// What is asked.
        public var text: String
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// Follow-up.
    public struct FollowUp: Codable, Sendable, Equatable, Cited {
        /// Years.
        public var years: Double
        /// Whether watch for second malignancies is lifelong.
        public var lifelongMalignancyWatch: Bool
        /// Years for which the product must be traceable; nil: not stated.
        public var traceabilityYears: Double?
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }

    /// A rule for the time around and after the infusion.
    public struct Aftercare: Codable, Sendable, Equatable, Cited {
        /// About what.
        public enum Topic: String, Codable, Sendable, CaseIterable {
            case liveVaccine, bloodDonation, irradiatedBlood, immunoglobulin, antimicrobialProphylaxis, alertCard,
                hivTest
        }
        /// About what.
        public var topic: Topic
        /// Weeks before lymphodepletion from which it holds; nil: not stated.
        public var weeksBefore: Double?
        /// In words.
        public var text: String
        /// Where it stands.
        public var source: String
        /// How well that was checked.
        public var flag: SourceStanding
    }
}
