/// What a journal's `therapy` is: our own identifier, or text that somebody else gave it.
public enum TherapyIdentifier: Sendable, Hashable {
    /// Ours; its check character fits.
    case own(ChainOfIdentity)
    /// Anybody else's, or an older one: opaque, compared to the character.
    case opaque(String)

    /// Reads a therapy's identifier.
    public init(_ text: String) {
        if let own = try? ChainOfIdentity(text) { self = .own(own) } else { self = .opaque(text) }
    }

    /// As it stands in the journal.
    public var text: String {
        switch self {
        case .own(let identifier): identifier.description
        case .opaque(let text): text
        }
    }

    /// Why text is not our own identifier; nil if it is. An issuer that gives out our form should refuse a therapy of that
    /// form whose check character does not fit, for it is misread: others' identifiers may look alike and must pass.
    public static func fault(in text: String) -> ChainOfIdentityFault? {
        do {
            _ = try ChainOfIdentity(text)
            return nil
        } catch { return error }
    }
}
