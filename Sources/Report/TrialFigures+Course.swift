extension TrialFigures {
    /// The course of one patient.
    public struct Lane: Codable, Sendable, Equatable {
        /// Who.
        public var patient: String
        /// Where the patient was, in order.
        public var segments: [Segment]
        /// What happened.
        public var marks: [Mark]

        /// Every value by name.
        public init(patient: String, segments: [Segment], marks: [Mark]) {
            self.patient = patient
            self.segments = segments
            self.marks = marks
        }
    }

    /// A stretch of days in one place.
    public struct Segment: Codable, Sendable, Equatable {
        /// `waiting`, `hospital`, `intensiveCare`, `home` or `ended`.
        public var kind: String
        /// The first day, relative to infusion.
        public var from: Double
        /// The last day.
        public var to: Double

        /// Every value by name.
        public init(kind: String, from: Double, to: Double) {
            self.kind = kind
            self.from = from
            self.to = to
        }
    }

    /// An event on one day.
    public struct Mark: Codable, Sendable, Equatable {
        /// `infusion`, `tocilizumab`, `corticosteroid`, `response`, `progression` or `death`.
        public var kind: String
        /// The day, relative to infusion.
        public var day: Double

        /// Every value by name.
        public init(kind: String, day: Double) {
            self.kind = kind
            self.day = day
        }
    }

    /// Days and cost of one step of the therapy.
    public struct Step: Codable, Sendable, Equatable {
        /// Which step.
        public var name: String
        /// The 25th percentile of its days.
        public var p25: Double?
        /// The median of its days.
        public var p50: Double?
        /// The 75th percentile of its days.
        public var p75: Double?
        /// Its mean cost per patient, USD.
        public var costMean: Double

        /// Every value by name.
        public init(name: String, p25: Double? = nil, p50: Double? = nil, p75: Double? = nil, costMean: Double) {
            self.name = name
            self.p25 = p25
            self.p50 = p50
            self.p75 = p75
            self.costMean = costMean
        }
    }
}
