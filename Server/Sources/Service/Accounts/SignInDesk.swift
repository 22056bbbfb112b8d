import Care
import Records

/// Where names and passwords are looked at.
struct SignInDesk: Sendable {
    let accounts: AccountStore
    let lockOut: LockOut

    /// Why nobody is let in. An unknown name, a closed account and a wrong password look the same.
    enum Refusal: Error, Equatable {
        /// Name or password are wrong
        case wrong
        /// Too many failures for this name, whether it exists or not
        case locked(seconds: Double)
    }

    /// The account that a name and password belong to.
    /// - Throws: `Refusal`; or an error of the database.
    func account(_ name: String, _ password: String) async throws -> Account {
        let now = accounts.clock.now()
        let folded = AccountName.folded(String(name.prefix(200)))
        // The failure is written before the password is looked at, and taken back if it was right: many tries at once
        // cannot slip through between a look at the count and its change.
        try await countTry(of: folded, at: now)
        let found = try await accounts.find(folded)
        let fits = await accounts.workshop.matches(String(password.prefix(1024)), found?.hash)
        guard fits, let found, found.account.state == .active else { throw Refusal.wrong }
        try await forgive(folded)
        if found.hash.isOutdated(for: accounts.workshop.cost) { try await rehash(found.account, password) }
        return found.account
    }

    private func countTry(of folded: String, at now: Instant) async throws {
        let (centre, lockOut) = (SQLValue.text(accounts.centre.rawValue), lockOut)
        try await accounts.database.write { connection in
            let row = try connection.query(
                "SELECT failures, locked_until FROM sign_in_failures WHERE centre = ? AND folded = ?",
                [centre, .text(folded)]
            ).first
            let until = try row?.instant("locked_until") ?? now
            guard until <= now else { throw Refusal.locked(seconds: until.seconds(since: now)) }
            let failures = (try row?.integer("failures") ?? 0) + 1
            let locked = now.advanced(bySeconds: lockOut.delay(after: failures))
            _ = try connection.execute(
                """
                INSERT INTO sign_in_failures (centre, folded, failures, locked_until) VALUES (?, ?, ?, ?)
                ON CONFLICT (centre, folded) DO UPDATE
                SET failures = excluded.failures, locked_until = excluded.locked_until
                """,
                [centre, .text(folded), .integer(failures), .instant(locked)])
        }
    }

    private func forgive(_ folded: String) async throws {
        let centre = SQLValue.text(accounts.centre.rawValue)
        try await accounts.database.write { connection in
            _ = try connection.execute(
                "DELETE FROM sign_in_failures WHERE centre = ? AND folded = ?", [centre, .text(folded)])
        }
    }

    private func rehash(_ account: Account, _ password: String) async throws {
        let hash = try await accounts.workshop.hash(password)
        try await accounts.database.write { connection in
            _ = try connection.execute(
                "UPDATE accounts SET password = ? WHERE id = ?", [.text(hash.encoded), .integer(account.id)])
        }
    }
}
