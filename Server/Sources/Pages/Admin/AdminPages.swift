import Care

/// Accounts of the centre.
public struct UsersPage: Sendable {
    /// An account.
    public struct Account: Sendable {
        /// Identifier, in paths.
        public var id: String
        /// User name.
        public var name: String
        /// Name, as signatures carry it.
        public var fullName: String
        /// Roles, in words.
        public var roles: [String]
        /// Whether it is shut after too many wrong passwords.
        public var isLocked: Bool
        /// Whether it may sign in.
        public var isActive: Bool
        /// Last time it was used.
        public var lastSeen: Instant?

        /// Makes one.
        public init(
            id: String, name: String, fullName: String, roles: [String], isLocked: Bool = false, isActive: Bool = true,
            lastSeen: Instant? = nil
        ) {
            self.id = id
            self.name = name
            self.fullName = fullName
            self.roles = roles
            self.isLocked = isLocked
            self.isActive = isActive
            self.lastSeen = lastSeen
        }
    }

    let accounts: [Account]
    let roles: [(id: String, words: String)]
    let state: FormState
    /// A one-time password that was just made, shown once.
    let password: (name: String, text: String)?

    /// Makes the page.
    public init(
        _ accounts: [Account], roles: [(id: String, words: String)], state: FormState = .empty,
        password: (name: String, text: String)? = nil
    ) {
        self.accounts = accounts
        self.roles = roles
        self.state = state
        self.password = password
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let form = FormView(
            id: "account", action: "/admin/users", submit: "Make account",
            groups: [
                .init(fields: [
                    Field(name: "name", label: "User name", isRequired: true),
                    Field(name: "fullName", label: "Full name, as it signs", isRequired: true),
                    Field(
                        name: "role", label: "Role",
                        kind: .choice(
                            [.init(value: "", words: "choose …")] + roles.map { .init(value: $0.id, words: $0.words) }),
                        hint: "One role; the table of roles says what each may do.", isRequired: true),
                ])
            ], hidden: [("action", "make")], state: state, note: "A one-time password is shown once.")
        return try Layout.page(
            "users",
            [
                "form": form.fields, "password": password.map { ["name": $0.name, "text": $0.text] as Fields },
                "accounts": accounts.map(row),
            ], in: frame, wide: true)
    }

    private func row(_ account: Account) -> Fields {
        var actions: [(String, String)] = [("reset", "New one-time password")]
        if account.isLocked { actions.append(("unlock", "Unlock")) }
        actions.append(account.isActive ? ("close", "Close account") : ("open", "Open account"))
        return [
            "accountId": account.id, "name": account.name, "fullName": account.fullName,
            "roles": Words.list(account.roles),
            "state": account.isLocked ? "locked" : account.isActive ? "open" : "closed",
            "seen": account.lastSeen.map { Words.time($0) },
            "actions": actions.map { ["action": $0.0, "words": $0.1] as Fields },
        ]
    }
}

/// Who read or changed which chart, and when.
public struct AccessLogPage: Sendable {
    /// One line.
    public struct Line: Sendable {
        /// When.
        public var at: Instant
        /// Who.
        public var user: String
        /// In which role.
        public var role: String
        /// What they did.
        public var action: String
        /// Whose chart; nil: none.
        public var therapy: String?
        /// Whether it was allowed.
        public var isAllowed: Bool

        /// Makes one.
        public init(at: Instant, user: String, role: String, action: String, therapy: String?, isAllowed: Bool) {
            self.at = at
            self.user = user
            self.role = role
            self.action = action
            self.therapy = therapy
            self.isAllowed = isAllowed
        }
    }

    let lines: [Line]
    let filter: FormState
    let next: String?

    /// Makes the page.
    /// - Parameters:
    ///   - filter: fields `user` and `therapy` of the query.
    ///   - next: path of the next page; nil: this is the last.
    public init(_ lines: [Line], filter: FormState = .empty, next: String? = nil) {
        self.lines = lines
        self.filter = filter
        self.next = next
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        try Layout.page(
            "access-log",
            [
                "byUser": filter.values["user"], "byTherapy": filter.values["therapy"], "nextPage": next,
                "isEmpty": lines.isEmpty,
                "lines": lines.map { line in
                    [
                        "at": Words.time(line.at), "who": line.user, "role": line.role, "did": line.action,
                        "therapy": line.therapy, "refused": !line.isAllowed,
                    ] as Fields
                },
            ], in: frame, wide: true)
    }
}

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
