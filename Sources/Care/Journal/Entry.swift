/// One entry of a journal: an event, when it happened, when it was written down, and by whom.
public struct Entry: Sendable, Equatable, Codable {
    /// Position in the journal, from 1 without gaps.
    public var sequence: Int
    /// When it happened.
    public var occurredAt: Instant
    /// When it was written down.
    public var recordedAt: Instant
    /// Day from infusion on the simulator's clock; nil for real patients.
    public var simulatedDay: Double?
    /// Who wrote it.
    public var actor: Actor
    /// Product definition that a decision used, as `name@version`.
    public var productVersion: String?
    /// Identifier that the sender gave the submission, so that one sent twice is written once.
    public var submission: String?
    /// What happened.
    public var event: Event

    private enum CodingKeys: String, CodingKey {
        case sequence, type, occurredAt, recordedAt, simulatedDay, actor, productVersion, submission,
            payload
    }

    init(
        sequence: Int, occurredAt: Instant, recordedAt: Instant, simulatedDay: Double?, actor: Actor,
        productVersion: String?, submission: String? = nil, event: Event
    ) {
        self.sequence = sequence
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.simulatedDay = simulatedDay
        self.actor = actor
        self.productVersion = productVersion
        self.submission = submission
        self.event = event
    }

    /// Reads an entry.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        sequence = try container.decode(Int.self, forKey: .sequence)
        occurredAt = try container.decode(Instant.self, forKey: .occurredAt)
        recordedAt = try container.decode(Instant.self, forKey: .recordedAt)
        simulatedDay = try container.decodeIfPresent(Double.self, forKey: .simulatedDay)
        actor = try container.decode(Actor.self, forKey: .actor)
        productVersion = try container.decodeIfPresent(String.self, forKey: .productVersion)
        submission = try container.decodeIfPresent(String.self, forKey: .submission)
        let type = try container.decode(EventType.self, forKey: .type)
        event = try Event(type, from: container, forKey: .payload)
    }

    /// Writes an entry.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sequence, forKey: .sequence)
        try container.encode(event.type, forKey: .type)
        try container.encode(occurredAt, forKey: .occurredAt)
        try container.encode(recordedAt, forKey: .recordedAt)
        try container.encodeIfPresent(simulatedDay, forKey: .simulatedDay)
        try container.encode(actor, forKey: .actor)
        try container.encodeIfPresent(productVersion, forKey: .productVersion)
        try container.encodeIfPresent(submission, forKey: .submission)
        try container.encode(event.payload, forKey: .payload)
    }
}
