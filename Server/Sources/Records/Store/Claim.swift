/// Something that only one therapy, or one act, can have: the second who claims it gets `StoreError.claimed`.
///
/// A claim stands for ever unless it is released in an append of the therapy that holds it. Who held it before stays
/// written.
public struct Claim: Hashable, Sendable, Codable {
    /// What is claimed.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A manufacturing slot
        case slot
        /// The release of a batch
        case batchRelease
        /// The infusion of a bag
        case bagInfusion
        /// An identifier that exists once
        case identifier
    }

    /// What is claimed.
    public var kind: Kind
    /// Which one.
    public var name: String

    /// Makes a claim.
    public init(kind: Kind, name: String) {
        self.kind = kind
        self.name = name
    }
}

/// The sender's own identifier of a request, so that one sent twice is written once. It is kept for ever, by realm and
/// centre.
public struct IdempotencyKey: Hashable, Sendable, Codable {
    /// The key, up to 200 bytes without control characters.
    public var value: String
    /// Makes a key.
    public init(_ value: String) { self.value = value }
}
