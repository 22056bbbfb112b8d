/// Something that stands in the journal.
protocol Placed {
    /// When it happened.
    var at: Instant { get }
    /// Sequence number of its entry; nil where no journal is written.
    var entry: Int? { get }
}

/// A payload with when it happened, its entry and who wrote it.
struct Noted<Payload: Sendable>: Sendable, Placed {
    var value: Payload
    var at: Instant
    var entry: Int?
    var actor: Actor?

    init(_ value: Payload, _ record: Pathway.Record) {
        self.value = value
        at = record.at
        entry = record.entry
        actor = record.actor
    }
}

extension Pathway.Record: Placed {}
