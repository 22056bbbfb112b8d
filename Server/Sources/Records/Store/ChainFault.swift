/// The first place where a journal is not what was written.
public struct ChainFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where.
    public enum Place: Sendable, Equatable {
        /// The journal's own row: realm, centre, header, who opened it and when
        case header
        /// The entry of this sequence number
        case entry(Int)
        /// The note of how many entries there are and of the last one's hash
        case head
    }
    /// The therapy.
    public var therapy: String
    /// Where.
    public var place: Place
    /// What is wrong.
    public var problem: String

    /// Makes a fault.
    public init(therapy: String, place: Place, problem: String) {
        self.therapy = therapy
        self.place = place
        self.problem = problem
    }

    /// Therapy, place, problem, and what to do.
    public var description: String {
        let place =
            switch place {
            case .header: "its header"
            case .entry(let sequence): "entry \(sequence)"
            case .head: "its head"
            }
        return "Therapy '\(therapy)', \(place): \(problem). Change nothing; compare with a backup and restore it."
    }
}

/// What a walk along the chains found.
public struct ChainReport: Sendable, Equatable {
    /// How far a journal goes: kept elsewhere, it shows later that nothing was cut off or written anew.
    public struct Head: Sendable, Equatable, Codable {
        /// The therapy.
        public var therapy: String
        /// Number of entries.
        public var version: Int
        /// Hash of the last.
        public var hash: String

        /// Makes a head.
        public init(therapy: String, version: Int, hash: String) {
            self.therapy = therapy
            self.version = version
            self.hash = hash
        }
    }
    /// Journals that were walked.
    public var journals = 0
    /// Entries that hold.
    public var entries = 0
    /// The head of each journal that holds, in the order of therapies.
    public var heads: [Head] = []
    /// The first fault of each journal that does not.
    public var faults: [ChainFault] = []

    /// Whether everything holds.
    public var isWhole: Bool { faults.isEmpty }

    /// An empty report.
    public init() {}
}
