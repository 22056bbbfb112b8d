import Care

/// What somebody wants written in a journal. The store adds the sequence number and the time of writing.
public struct EntryDraft: Sendable, Equatable {
    /// What happened.
    public var event: Event
    /// Who writes it.
    public var actor: Actor
    /// When it happened.
    public var occurredAt: Instant
    /// Product definition that a decision used, as `name@version`.
    public var productVersion: String?
    /// The sender's own identifier of the entry; one that is in the journal already is refused.
    public var submission: String?
    /// Day from infusion on the simulator's clock: needed in simulated journals, wrong in all others.
    public var simulatedDay: Double?

    /// Makes a draft.
    public init(
        event: Event, actor: Actor, occurredAt: Instant, productVersion: String? = nil, submission: String? = nil,
        simulatedDay: Double? = nil
    ) {
        self.event = event
        self.actor = actor
        self.occurredAt = occurredAt
        self.productVersion = productVersion
        self.submission = submission
        self.simulatedDay = simulatedDay
    }

    /// The entry that the draft becomes.
    func entry(sequence: Int, recordedAt: Instant, in journal: Journal) -> Entry {
        // Care makes entries in a journal only; this one is thrown away.
        var scratch = Journal(therapy: journal.therapy, subject: journal.subject)
        scratch.record(
            event, by: actor, at: occurredAt, recordedAt: recordedAt, simulatedDay: simulatedDay,
            productVersion: productVersion)
        var entry = scratch.entries[0]
        entry.sequence = sequence
        entry.submission = submission
        return entry
    }
}
