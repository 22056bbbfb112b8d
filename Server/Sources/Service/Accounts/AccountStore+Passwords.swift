import Care
import Records

/// Passwords: changed by their owner, or reset by an administrator.
extension AccountStore {
    /// Takes a new password from its owner and ends all of their other sessions.
    /// - Throws: `AccountFault` if the old one is wrong, or the new one is not good enough.
    func changePassword(of account: Account, from old: String, to new: String) async throws {
        guard let found = try await find(account.name), await workshop.matches(old, found.hash) else {
            throw AccountFault(
                field: "current", problem: "it is not right", remedy: "Give the password you signed in with.")
        }
        if let fault = PasswordRules.fault(in: new, for: account.name) { throw fault }
        guard old != new else {
            throw AccountFault(field: "password", problem: "it is the old one", remedy: "Choose another.")
        }
        try await keep(new, for: account.id, mustChange: false)
    }

    /// Gives an account a new one-time password, which is returned and kept nowhere; ends its sessions and its lock.
    public func reset(_ id: Int) async throws -> (account: Account, oneTimePassword: String) {
        guard let account = try await account(id) else { throw Problem.notFound("account") }
        let password = OneTimePassword.make()
        try await keep(password, for: id, mustChange: true)
        try await unlock(id)
        return (account, password)
    }

    private func keep(_ password: String, for id: Int, mustChange: Bool) async throws {
        let hash = try await workshop.hash(password)
        let now = clock.now()
        try await database.write { connection in
            try connection.execute(
                "UPDATE accounts SET password = ?, must_change = ?, password_at = ? WHERE id = ?",
                [.text(hash.encoded), .flag(mustChange), .instant(now), .integer(id)])
            _ = try connection.execute("DELETE FROM sessions WHERE account = ?", [.integer(id)])
        }
    }

    /// The first administrator, if the centre has no account yet: its one-time password is to be shown once.
    public func firstAdministrator() async throws -> (account: Account, oneTimePassword: String)? {
        guard try await accounts().isEmpty else { return nil }
        return try await add(name: "administrator", role: .administrator)
    }
}
