/// Something that does not agree, was not read, or is not known, at one checkpoint. Each stops the step, and none can be
/// overridden: what was recorded wrongly is corrected, what was not recorded is recorded (late entries count from when they
/// happened), and the finding is gone.
public struct IdentityFinding: Sendable, Equatable {
    /// What is wrong.
    public enum Problem: String, Sendable, CaseIterable {
        /// Read, and not what it must be
        case mismatch
        /// Not read, or read as nothing. Unknown is not pass
        case unread
        /// Not known to this therapy
        case unknown
        /// What it should agree with was never recorded
        case notEstablished
        /// An identifier that may stand once stands twice
        case repeated
        /// It was infused, failed, recalled, destroyed or locked away before
        case retired
        /// It, or what it was made from, was stopped earlier and that was not put right
        case stoppedEarlier
        /// Fewer people or identifiers than needed
        case tooFew
        /// It is not where, or not in whose hands, the step needs it
        case custodyGap
        /// A printed label of which nothing is known since
        case labelUnaccounted
        /// It belongs to another therapy on the register
        case otherTherapy
        /// An identity stop was overridden
        case overridden
    }
    /// A value that was to be found, and the entry that established it.
    public struct Expected: Sendable, Equatable {
        /// The value.
        public var value: String
        /// Sequence number of the entry that established it; nil for the journal's header, or without a journal.
        public var entry: Int?

        /// Makes one.
        public init(_ value: String, entry: Int? = nil) {
            self.value = value
            self.entry = entry
        }
    }

    /// Where it was looked at.
    public var checkpoint: IdentityCheckpoint
    /// What is wrong.
    public var problem: Problem
    /// What was looked at, in words (for example `patient band`).
    public var subject: String
    /// What was read; nil when nothing was.
    public var read: String?
    /// What would have been right, with the entries that say so; empty when nothing is known that could be.
    public var expected: [Expected]
    /// Entry in which it was read; nil for an event that is only proposed.
    public var entry: Int?
    /// When it was read; nil for an event that is only proposed.
    public var at: Instant?
    /// Therapy that what was read belongs to, where the register knows it.
    public var owner: String?
    /// Bag, batch or shipment that the check was about, where reading it again can settle it.
    public var item: String?
    /// Whether it still stands. A check that failed and passed when it was made again (a bag scanned once more) is settled; it
    /// happened and stays on record.
    public var isOpen = true
    /// Entry that settled it.
    public var settledBy: Int?

    /// Where the rule stands.
    public var source: String { checkpoint.source }
}

extension IdentityFinding {
    /// What a finding is about.
    public enum Concern: Sendable, Equatable { case identity, custody, labels }

    /// What it is about.
    public var concern: Concern {
        switch problem {
        case .custodyGap: .custody
        case .labelUnaccounted: .labels
        default: checkpoint == .label ? .labels : .identity
        }
    }
}

extension IdentityFinding: CustomStringConvertible {
    /// Finding, expectation and where that stands, in one line.
    public var description: String {
        let place = entry.map { "entry \($0), " } ?? ""
        return "\(place)step \(checkpoint.step): \(finding) (\(source))"
    }

    /// What was read against what was expected, in words.
    public var finding: String {
        let read = read.map { "'\($0)'" } ?? "nothing"
        let right = expected.isEmpty ? "" : "; expected \(expectation)"
        return switch problem {
        case .mismatch: "\(subject) reads \(read)\(right)\(misreading)"
        case .unread: "\(subject) was not read\(right)"
        case .unknown: "\(subject) \(read) is not known to this therapy\(right)"
        case .notEstablished:
            "\(subject) \(self.read == nil ? "is not recorded" : "\(read) was never established")\(right)"
        case .repeated: "\(subject) \(read) was used before\(already)"
        case .retired: "\(subject) \(read) may no longer be used\(already)"
        case .stoppedEarlier: "\(subject) \(read) was stopped before and not put right\(already)"
        case .tooFew: "\(subject): \(self.read ?? "none")\(right)"
        case .custodyGap: "\(subject): \(self.read ?? "not known")\(right)"
        case .labelUnaccounted: "label \(read) was printed\(already), and nothing is known of it since"
        case .otherTherapy: "\(subject) \(read) belongs to therapy '\(owner ?? "unknown")', not to this one"
        case .overridden: "identity stop \(read) was overridden; it never can be"
        }
    }

    private var expectation: String {
        expected.prefix(5).map { value in
            value.entry.map { "'\(value.value)' (entry \($0))" } ?? "'\(value.value)'"
        }.joined(separator: " or ") + (expected.count > 5 ? " or \(expected.count - 5) more" : "")
    }

    private var already: String {
        let entries = expected.compactMap(\.entry)
        guard !entries.isEmpty else { return "" }
        return " (entr\(entries.count == 1 ? "y" : "ies") \(entries.map(String.init).joined(separator: ", ")))"
    }

    /// Whether a reading is another therapy's identifier, or ours misread: only our own identifiers can tell.
    private var misreading: String {
        guard let read, let right = expected.first?.value, (try? ChainOfIdentity(right)) != nil else { return "" }
        do {
            _ = try ChainOfIdentity(read)
            return "; it is a valid identifier of another therapy"
        } catch { return "; it is no valid identifier: \(error)" }
    }

    /// As the reason of a verdict.
    /// - Parameter instant: when, for an event that is only proposed.
    public func reason(at instant: Instant) -> Reason { Reason(finding: finding, at: at ?? instant, source: source) }
}
