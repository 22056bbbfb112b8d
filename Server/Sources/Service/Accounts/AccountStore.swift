public import Care
import Records

/// The accounts of one centre.
public struct AccountStore: Sendable {
    let database: any SQLDatabase
    let centre: CentreID
    let workshop: PasswordWorkshop
    let clock: ServiceClock

    static let columns = "id, name, full_name, role, duties, state, must_change, password_at, seen_at"

    /// An account by its number; nil if this centre has none.
    func account(_ id: Int) async throws -> Account? {
        try await database.read { [centre] in try Self.account(id, of: centre, $0) }
    }

    static func account(_ id: Int, of centre: CentreID, _ connection: any SQLConnection) throws -> Account? {
        try connection.query(
            "SELECT \(columns) FROM accounts WHERE centre = ? AND id = ?", [.text(centre.rawValue), .integer(id)]
        ).first.map(Account.init)
    }

    /// All accounts, by name.
    func accounts() async throws -> [Account] {
        try await database.read { [centre] connection in
            try connection.query(
                "SELECT \(Self.columns) FROM accounts WHERE centre = ? ORDER BY folded", [.text(centre.rawValue)]
            ).map(Account.init)
        }
    }

    /// Until when names are locked after wrong passwords, by account.
    func locks() async throws -> [Int: Instant] {
        let now = clock.now()
        return try await database.read { [centre] connection in
            let rows = try connection.query(
                """
                SELECT a.id, f.locked_until FROM sign_in_failures f
                JOIN accounts a ON a.centre = f.centre AND a.folded = f.folded
                WHERE f.centre = ? AND f.locked_until > ?
                """, [.text(centre.rawValue), .instant(now)])
            return Dictionary(
                try rows.map { (try $0.integer("id"), try $0.instant("locked_until")) }, uniquingKeysWith: max)
        }
    }

    /// Ends the lock of an account's name: the next password is looked at.
    func unlock(_ id: Int) async throws {
        guard let account = try await account(id) else { throw Problem.notFound("account") }
        try await database.write { [centre] connection in
            _ = try connection.execute(
                "DELETE FROM sign_in_failures WHERE centre = ? AND folded = ?",
                [.text(centre.rawValue), .text(AccountName.folded(account.name))])
        }
    }

    /// Notes that an account was used.
    static func noteUse(of account: Int, at now: Instant, _ connection: any SQLConnection) throws {
        _ = try connection.execute(
            "UPDATE accounts SET seen_at = ? WHERE id = ?", [.instant(now), .integer(account)])
    }

    /// An account and its password's hash, by name.
    func find(_ name: String) async throws -> (account: Account, hash: PasswordHash)? {
        try await database.read { [centre] connection in
            try connection.query(
                "SELECT \(Self.columns), password FROM accounts WHERE centre = ? AND folded = ?",
                [.text(centre.rawValue), .text(AccountName.folded(name))]
            ).first.map { (try Account($0), PasswordHash(encoded: try $0.text("password"))) }
        }
    }

    /// An account by its name, whatever the case; nil if there is none.
    public func account(named name: String) async throws -> Account? { try await find(name)?.account }

    /// Makes an account with a one-time password, which is returned and kept nowhere.
    /// - Throws: `AccountFault` if the name is taken or not allowed, or a duty does not go with the role.
    public func add(
        name: String, fullName: String? = nil, role: AccountRole, duties: Set<Role> = []
    ) async throws -> (account: Account, oneTimePassword: String) {
        let name = try AccountName.checked(name)
        let fullName = try AccountName.checked(fullName ?? name, field: "fullName")
        try Self.check(duties, for: role)
        let password = OneTimePassword.make()
        let hash = try await workshop.hash(password)
        let now = clock.now()
        let added = try await database.write { [centre] connection in
            try connection.execute(
                """
                INSERT INTO accounts
                    (centre, name, folded, full_name, full_folded, role, duties, state, password, must_change,
                     password_at, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT DO NOTHING
                """,
                [
                    .text(centre.rawValue), .text(name), .text(AccountName.folded(name)),
                    .text(fullName), .text(AccountName.folded(fullName)), .text(role.rawValue),
                    .text(Account.text(of: duties)), .text(Account.State.active.rawValue), .text(hash.encoded),
                    .instant(now), .instant(now),
                ])
        }
        guard added == 1, let found = try await find(name) else {
            throw AccountFault(
                field: "name", problem: "the name to sign in with, or the full name, is taken",
                remedy: "Names stay with their journals; choose another.")
        }
        return (found.account, password)
    }

    /// Changes role, duties or state. The last active administrator stays one.
    public func change(_ id: Int, role: AccountRole?, duties: Set<Role>?, state: Account.State?) async throws -> Account
    {
        try await database.write { [centre] connection in
            guard
                let row = try connection.query(
                    "SELECT \(Self.columns) FROM accounts WHERE centre = ? AND id = ?",
                    [.text(centre.rawValue), .integer(id)]
                ).first
            else { throw Problem.notFound("account") }
            let before = try Account(row)
            var after = before
            after.role = role ?? after.role
            after.duties = duties ?? after.duties.intersection(after.role.possibleDuties)
            after.state = state ?? after.state
            try Self.check(after.duties, for: after.role)
            let others = try connection.query(
                "SELECT COUNT(*) AS number FROM accounts WHERE centre = ? AND role = ? AND state = ? AND id <> ?",
                [
                    .text(centre.rawValue), .text(AccountRole.administrator.rawValue),
                    .text(Account.State.active.rawValue), .integer(id),
                ]
            ).first.map { try $0.integer("number") }
            if before.role == .administrator, after.role != .administrator || after.state == .closed, others == 0 {
                throw AccountFault(
                    field: "role", problem: "this is the last administrator", remedy: "Make another one first.")
            }
            try connection.execute(
                "UPDATE accounts SET role = ?, duties = ?, state = ? WHERE id = ?",
                [
                    .text(after.role.rawValue), .text(Account.text(of: after.duties)), .text(after.state.rawValue),
                    .integer(id),
                ])
            if after.state == .closed || after.role != before.role {
                try connection.execute("DELETE FROM sessions WHERE account = ?", [.integer(id)])
            }
            return after
        }
    }

    static func check(_ duties: Set<Role>, for role: AccountRole) throws(AccountFault) {
        guard let odd = duties.subtracting(role.possibleDuties).map(\.rawValue).sorted().first else { return }
        let possible = role.possibleDuties.map(\.rawValue).sorted().joined(separator: ", ")
        throw AccountFault(
            field: "duties", problem: "'\(odd)' does not go with \(role.rawValue)",
            remedy: possible.isEmpty ? "This role takes no further duties." : "Choose among \(possible).")
    }
}

extension Account {
    init(_ row: SQLRow) throws {
        guard let role = AccountRole(rawValue: try row.text("role")),
            let state = State(rawValue: try row.text("state"))
        else { throw UnexpectedRow(column: "role") }
        self.init(
            id: try row.integer("id"), name: try row.text("name"), fullName: try row.text("full_name"),
            role: role,
            duties: Set(try row.text("duties").split(separator: " ").compactMap { Role(rawValue: String($0)) }),
            state: state, mustChangePassword: try row.flag("must_change"),
            passwordChangedAt: try row.instant("password_at"), seenAt: try row.optionalInstant("seen_at"))
    }

    static func text(of duties: Set<Role>) -> String { duties.map(\.rawValue).sorted().joined(separator: " ") }
}
