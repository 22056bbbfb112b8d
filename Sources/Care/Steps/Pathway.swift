/// What the twenty steps and the chain of identity rest on: every event on the way from referral to the last follow-up
/// form, in the order in which it happened. The bedside's (vital signs, laboratory, grades, most drugs) are not among
/// them, nor is what a correction struck out; doses of lymphodepletion, tocilizumab and siltuximab are.
public struct Pathway: Sendable {
    /// One event, with the entry that holds it.
    public struct Record: Sendable, Equatable {
        /// What happened.
        public var event: Event
        /// When.
        public var at: Instant
        /// Sequence number of its entry; nil in a simulation that writes no journal.
        public var entry: Int?
        /// Who wrote it.
        public var actor: Actor?

        /// Makes a record.
        public init(event: Event, at: Instant, entry: Int? = nil, actor: Actor? = nil) {
            self.event = event
            self.at = at
            self.entry = entry
            self.actor = actor
        }
    }

    /// All records, in the order in which they happened.
    public private(set) var records: [Record] = []

    /// An empty pathway.
    public init() {}

    /// Takes one record in.
    mutating func take(_ record: Record) { records.append(record) }
}

extension Event {
    /// Whether the steps or the chain of identity look at it.
    var concernsPathway: Bool {
        switch self {
        case .vitalsTaken, .neurologyAssessed, .labReported, .crsGraded, .icansGraded, .orderPlaced, .orderStopped,
            .admitted, .discharged, .responseAssessed, .corrected:
            false
        case .drugGiven(let dose): dose.drug.action != nil
        default: true
        }
    }
}
