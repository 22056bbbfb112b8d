/// A course that a centre needs to know: one patient's body, with the dates that are fixed so far.
struct BodyRequest: Sendable {
    /// How far the dates go.
    enum Stage: Int, Sendable, Hashable {
        /// From referral, never collected
        case referred
        /// From collection, never infused
        case collected
        /// With all dates
        case complete
    }
    /// The patient's number.
    let patient: Int
    let stage: Stage
    /// Which of the model's settings.
    let service: Int
    let virtual: VirtualPatient
    let plan: VeinToVein
}

/// What became of a patient whose body was run.
struct BodyAnswer: Sendable {
    let outcome: Outcome
    /// Day from referral on which the course ended; nil if it went on beyond the days that were asked for.
    let ended: Double?
    let whereabouts: Whereabouts
}

extension VeinToVein {
    /// Days after referral beyond which a patient who waits is not followed: three years, longer than any line.
    static let longestWait = 1096.0

    /// A patient who is never collected.
    static func waiting(holding: Double?) -> VeinToVein {
        VeinToVein(
            collections: [], inboundDays: 0, batches: [], outboundDays: 0, arrival: longestWait,
            conditioning: longestWait, infusion: longestWait, bridging: nil, holding: holding, isOpen: true)
    }

    /// What tells one plan of a patient from another, for the body.
    var dates: [Double] {
        [
            infusion, conditioning, arrival, bridging?.day ?? -1, holding ?? -1, isOpen ? 1 : 0,
            care == .inpatient ? 1 : 0, collections.first?.day ?? -1,
        ] + batches.map(\.tested)
    }
}
