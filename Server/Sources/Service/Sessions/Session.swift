public import Care

/// A browser that is signed in. Its cookie's value is nowhere kept, only that value's digest.
public struct Session: Sendable, Equatable {
    /// Digest of the cookie's value.
    let digest: String
    /// Whose.
    let account: Int
    /// What forms and scripts must send back.
    public let csrf: String
    /// When it began.
    public let createdAt: Instant
    /// When it was last used, to the minute.
    let seenAt: Instant
    /// When its owner last gave the password.
    let verifiedAt: Instant
}

/// How long sessions last.
public struct SessionTerms: Sendable, Equatable {
    /// Seconds without a request after which a session is over.
    public var idle = 30.0 * 60
    /// Seconds after which it is over in any case: a long shift.
    public var absolute = 13.0 * 3600
    /// Usual terms.
    public init() {}
}
