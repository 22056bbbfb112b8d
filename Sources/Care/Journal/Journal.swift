/// Everything that happened to one patient under one therapy, append-only. The chart is computed from it and from
/// nothing else.
public struct Journal: Sendable, Equatable {
    /// Chain-of-identity identifier of the therapy.
    public let therapy: String
    /// Whose journal it is.
    public let subject: SubjectKind
    /// All entries, in the order of writing.
    public private(set) var entries: [Entry] = []
    /// Sequence numbers of entries by the identifier that their sender gave them.
    private(set) var submissions: [String: Int] = [:]

    /// An empty journal.
    public init(therapy: String, subject: SubjectKind) {
        self.therapy = therapy
        self.subject = subject
    }

    /// Writes an event.
    /// - Parameters:
    ///   - instant: when it happened.
    ///   - recordedAt: when it is written down; nil for at once.
    ///   - simulatedDay: day from infusion on the simulator's clock.
    ///   - productVersion: product definition that a decision used.
    public mutating func record(
        _ event: Event, by actor: Actor, at instant: Instant, recordedAt: Instant? = nil, simulatedDay: Double? = nil,
        productVersion: String? = nil
    ) {
        entries.append(
            Entry(
                sequence: entries.count + 1, occurredAt: instant, recordedAt: recordedAt ?? instant,
                simulatedDay: simulatedDay, actor: actor, productVersion: productVersion, event: event))
    }

    mutating func add(_ entry: Entry) {
        entries.append(entry)
        if let submission = entry.submission { submissions[submission] = entry.sequence }
    }

    /// Sequence numbers of the entries that corrections struck out.
    public var struckEntries: Set<Int> { struck }

    /// Sequence numbers of the entries that corrections struck out. A correction that was itself struck out strikes
    /// nothing; a correction always names an earlier entry, so the last word is found by reading backwards.
    var struck: Set<Int> {
        var struck: Set<Int> = []
        for entry in entries.reversed() {
            if case .corrected(let correction) = entry.event, !struck.contains(entry.sequence) {
                struck.insert(correction.sequence)
            }
        }
        return struck
    }
}
