/// An entry that was struck out: what, by whom, when and why. Nothing is removed from a journal; the chart leaves these
/// entries out.
public struct StruckEntry: Sendable, Equatable, Codable {
    /// The entry that was struck out.
    public var entry: Int
    /// Its kind.
    public var type: EventType
    /// When it was said to have happened.
    public var occurredAt: Instant
    /// Who had written it.
    public var writtenBy: Actor
    /// The correction's own entry.
    public var by: Int
    /// Who struck it out.
    public var struckBy: Actor
    /// When that was written.
    public var struckAt: Instant
    /// Why.
    public var reason: String
    /// False where the correction was itself struck out, so that the entry counts again.
    public var stands: Bool

    /// In one line.
    public var line: String {
        let what = "entry \(entry) (\(type.rawValue), \(occurredAt.iso8601), \(writtenBy.name))"
        let who = "struck out by \(struckBy.name) (\(struckBy.role.rawValue)), \(struckAt.iso8601), entry \(by)"
        return "\(what) \(who): \(reason)" + (stands ? "" : "; that correction was taken back, the entry counts")
    }
}

extension Journal {
    /// Every correction, in the order of writing, with the entry that it struck out; those taken back too.
    public var corrections: [StruckEntry] {
        let struck = struck
        return correctionPositions.compactMap { position in
            let entry = entries[position]
            guard case .corrected(let correction) = entry.event, entries.indices.contains(correction.sequence - 1)
            else { return nil }
            let old = entries[correction.sequence - 1]
            return StruckEntry(
                entry: old.sequence, type: old.event.type, occurredAt: old.occurredAt, writtenBy: old.actor,
                by: entry.sequence, struckBy: entry.actor, struckAt: entry.recordedAt, reason: correction.reason,
                stands: !struck.contains(entry.sequence))
        }
    }
}
