/// Something in a journal that cannot be, or can hardly be, as it is written. An entry that no patient could have is
/// refused when it is added; a doubt is about entries that each could stand, but not beside one another, or not beside
/// what is known of people. Nothing is changed: people decide, and correct by an entry.
public struct Doubt: Sendable, Equatable, Codable {
    /// Kinds of doubt.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// One bag, batch, label or order twice
        case sameBagTwice, sameOrderTwice, sameLabelTwice
        /// In an order that cannot be
        case afterDeath, beforeBirth, beforeConsent, beforeCause
        /// Two statements of one fact, or of one moment, that differ
        case contradiction
        /// The same content twice
        case duplicate
        /// A clock, a zone, a date
        case clock, zone, writtenLate
        /// Weight, height, dose or result probably in another unit
        case unit
    }
    /// How sure it is that something is wrong.
    public enum Weight: String, Sendable, Codable, CaseIterable {
        /// Both cannot be true; it may be right, but ask
        case impossible, doubtful
    }

    /// Kind.
    public var kind: Kind
    /// How sure it is.
    public var weight: Weight
    /// Sequence numbers of the entries, in the order of writing.
    public var entries: [Int]
    /// What is wrong.
    public var problem: String
    /// What to do.
    public var remedy: String

    /// In one line.
    public var line: String {
        let numbers = entries.map(String.init).joined(separator: ", ")
        return
            "\(weight == .impossible ? "cannot be" : "doubtful"), entr\(entries.count == 1 ? "y" : "ies") \(numbers): "
            + "\(problem). \(remedy)"
    }
}

extension Journal {
    /// All doubts about the entries that count, by the entry at which each shows. Pure, and about linear in the entries.
    public var doubts: [Doubt] {
        var search = DoubtSearch()
        for position in chronology() { search.take(entries[position]) }
        return search.doubts
    }
}
