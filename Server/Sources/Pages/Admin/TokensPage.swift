import Care

/// Tokens with which programs reach the interfaces.
public struct TokensPage: Sendable {
    /// A token, without its secret.
    public struct Token: Sendable {
        /// Identifier, in paths.
        public var id: String
        /// What it is for.
        public var name: String
        /// What it may do.
        public var scopes: [String]
        /// Until when.
        public var expires: Instant
        /// When it was last used.
        public var lastUsed: Instant?
        /// Whether it was taken back.
        public var isRevoked: Bool

        /// Makes one.
        public init(
            id: String, name: String, scopes: [String], expires: Instant, lastUsed: Instant? = nil,
            isRevoked: Bool = false
        ) {
            self.id = id
            self.name = name
            self.scopes = scopes
            self.expires = expires
            self.lastUsed = lastUsed
            self.isRevoked = isRevoked
        }
    }

    let tokens: [Token]
    let scopes: [String]
    let at: Instant
    let state: FormState
    let secret: String?

    /// Makes the page.
    /// - Parameters:
    ///   - scopes: what a token may be allowed.
    ///   - secret: a token that was just made, shown once.
    public init(
        _ tokens: [Token], scopes: [String], at instant: Instant, state: FormState = .empty, secret: String? = nil
    ) {
        self.tokens = tokens
        self.scopes = scopes
        at = instant
        self.state = state
        self.secret = secret
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let choices = scopes.map { Field(name: "scope-\(Words.slug($0))", label: $0, kind: .checkbox) }
        let form = FormView(
            id: "token", action: "/admin/tokens", submit: "Make token",
            groups: [
                .init(fields: [
                    Field(name: "name", label: "What it is for", isRequired: true),
                    Field(
                        name: "days", label: "Valid for", kind: .number("numeric"), unit: "days", value: "90",
                        isRequired: true, isNarrow: true),
                ]), .init(legend: "It may", fields: choices),
            ], hidden: [("action", "make")], state: state, note: "The token is shown once.")
        return try Layout.page(
            "tokens",
            [
                "form": form.fields, "secret": secret, "isEmpty": tokens.isEmpty,
                "tokens": tokens.map { token in
                    let isOver = token.expires <= at
                    return [
                        "tokenId": token.id, "name": token.name, "scopes": Words.list(token.scopes),
                        "expires": Words.time(token.expires), "used": token.lastUsed.map { Words.time($0) },
                        "state": token.isRevoked ? "taken back" : isOver ? "expired" : "valid",
                        "mayRevoke": !token.isRevoked && !isOver,
                    ] as Fields
                },
            ], in: frame, wide: true)
    }
}
