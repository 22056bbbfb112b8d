/// Everything that happened to one patient under one therapy, append-only. The chart is computed from it and from
/// nothing else.
public struct Journal: Sendable, Equatable {
    /// Chain-of-identity identifier of the therapy.
    public let therapy: String
    /// Whose journal it is.
    public let subject: SubjectKind
    /// All entries, in the order of writing.
    public private(set) var entries = SharedArray<Entry>()
    /// Which entries were sent under an identifier of their sender's.
    private var submissions = Submissions()
    /// Positions of the corrections among the entries.
    private(set) var correctionPositions: [Int] = []
    /// Whether the entries stand in the order of writing and none was written before it happened: always so, but for what
    /// `record` was told otherwise.
    private(set) var isInOrderOfWriting = true

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
        add(
            Entry(
                sequence: entries.count + 1, occurredAt: instant, recordedAt: recordedAt ?? instant,
                simulatedDay: simulatedDay, actor: actor, productVersion: productVersion, event: event))
    }

    mutating func add(_ entry: Entry) {
        let isBefore = entries.last.map { entry.recordedAt < $0.recordedAt } ?? false
        if isBefore || entry.recordedAt < entry.occurredAt { isInOrderOfWriting = false }
        if case .corrected = entry.event { correctionPositions.append(entries.count) }
        entries.append(entry)
        if let submission = entry.submission { submissions.add(submission, entry.sequence) }
    }

    /// Sequence number of the entry that was sent under an identifier of its sender's; nil if none was.
    func entry(sentAs submission: String) -> Int? { submissions[submission] }

    /// Sequence numbers of the entries that corrections struck out.
    public var struckEntries: Set<Int> { struck }

    /// Sequence numbers of the entries that corrections struck out. A correction that was itself struck out strikes
    /// nothing; a correction always names an earlier entry, so the last word is found by reading backwards.
    var struck: Set<Int> {
        var struck: Set<Int> = []
        for position in correctionPositions.reversed() {
            if case .corrected(let correction) = entries[position].event, !struck.contains(entries[position].sequence) {
                struck.insert(correction.sequence)
            }
        }
        return struck
    }
}

/// Sequence numbers of entries by the identifiers that their senders gave them. Copies share what is full, as entries do.
private struct Submissions: Sendable, Equatable {
    private var full: [[String: Int]] = []
    private var last: [String: Int] = [:]

    subscript(submission: String) -> Int? {
        last[submission] ?? full.lazy.compactMap { $0[submission] }.first
    }

    mutating func add(_ submission: String, _ sequence: Int) {
        last[submission] = sequence
        guard last.count == 256 else { return }
        full.append(last)
        last = [:]
    }
}
