import Care

/// The kinds of journal. Each has tables of its own, so that no query can mix them.
public enum JournalRealm: String, Sendable, Hashable, Codable, CaseIterable {
    /// Patients
    case real
    /// People made up to learn on
    case training
    /// Virtual patients
    case simulated
}

extension SubjectKind {
    /// The realm to which such a journal belongs.
    public var realm: JournalRealm {
        switch self {
        case .real: .real
        case .training: .training
        case .simulated: .simulated
        }
    }
}

/// A treatment centre. A store sees the journals of one centre; those of another do not exist for it.
public struct CentreID: RawRepresentable, Hashable, Sendable, Codable {
    /// The identifier, as the installation spells it.
    public let rawValue: String
    /// Makes an identifier.
    public init(rawValue: String) { self.rawValue = rawValue }
}
