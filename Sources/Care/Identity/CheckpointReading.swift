/// Readings at one checkpoint, compared one after another.
struct CheckpointReading {
    let checkpoint: IdentityCheckpoint
    let entry: Int?
    let at: Instant?
    /// The therapy, and the entry of its order.
    let identity: IdentityFinding.Expected
    /// What the check is about, where it may be made again.
    var item: String?
    private(set) var findings: [IdentityFinding] = []

    init(_ checkpoint: IdentityCheckpoint, entry: Int?, at: Instant?, identity: IdentityFinding.Expected) {
        self.checkpoint = checkpoint
        self.entry = entry
        self.at = at
        self.identity = identity
    }

    /// Whether nothing was found.
    var isClean: Bool { findings.isEmpty }

    /// Notes a finding.
    mutating func find(
        _ problem: IdentityFinding.Problem, _ subject: String, read: String?,
        expected: [IdentityFinding.Expected] = []
    ) {
        findings.append(
            IdentityFinding(
                checkpoint: checkpoint, problem: problem, subject: subject, read: read, expected: expected,
                entry: entry, at: at, item: item))
    }

    /// Whether something was read at all; a finding if not.
    mutating func isRead(
        _ subject: String, _ read: String?, expected: [IdentityFinding.Expected] = []
    ) -> Bool {
        if let read, read.isReadable { return true }
        find(.unread, subject, read: nil, expected: expected)
        return false
    }

    /// Compares a scanned chain-of-identity identifier with the therapy's.
    mutating func scan(_ subject: String, _ read: String?) {
        guard isRead(subject, read, expected: [identity]) else { return }
        if read != identity.value { find(.mismatch, subject, read: read, expected: [identity]) }
    }

    /// Two different people, by name.
    mutating func twoPeople(_ names: [String]) {
        let people = Set(
            names.filter(\.isReadable).map {
                $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
            })
        if people.count < 2 {
            find(
                .tooFew, "people who checked", read: names.filter(\.isReadable).joined(separator: ", "),
                expected: [.init("two different people")])
        }
    }
}

extension String {
    /// Whether there is anything to read.
    var isReadable: Bool { contains { !$0.isWhitespace } }
}
