public import Care
public import Records

/// How a centre's server runs.
public struct CentreConfiguration: Sendable {
    /// Which centre.
    public var centre: CentreID
    /// Patients, or people made up to learn on. One server serves one of them.
    public var realm: JournalRealm
    /// Whether the browser talks TLS with us, or with a proxy that we were told of: cookies are `Secure` then, and HSTS is
    /// sent.
    public var isSecure: Bool
    /// Whether a proxy before us says who asks (`X-Forwarded-For`).
    public var isBehindProxy: Bool
    /// Whose labels hold where an order names none.
    public var jurisdiction: Jurisdiction
    /// The centre's own registers; nil: unknown, and the rules that ask for them stop.
    public var site: Site?
    /// Letters of the issuer of therapy identifiers.
    public var issuer: String
    /// Cost of password hashes.
    public var passwordCost: Argon2Cost
    /// Lock-out after failures to sign in.
    public var lockOut: LockOut
    /// How long sessions last.
    public var sessions: SessionTerms
    /// Requests of one account.
    public var accountLimit: RequestLimit
    /// Attempts to sign in of one address.
    public var signInLimit: RequestLimit
    /// Virtual patients of one arm at most.
    public var largestTrial: Int
    /// Virtual trials that wait in line at most.
    public var waitingTrials: Int
    /// Time, handed in.
    public var clock: ServiceClock

    /// Usual values for a centre.
    public init(centre: CentreID, realm: JournalRealm = .real) {
        self.centre = centre
        self.realm = realm
        isSecure = false
        isBehindProxy = false
        jurisdiction = .us
        site = nil
        issuer = "COI"
        passwordCost = .standard
        lockOut = LockOut()
        sessions = SessionTerms()
        accountLimit = RequestLimit(burst: 2_000, perSecond: 500)
        signInLimit = RequestLimit(burst: 20, perSecond: 0.5)
        largestTrial = 20_000
        waitingTrials = 8
        clock = .system
    }
}
