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
