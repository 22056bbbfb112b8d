import Care
import Records

/// A second person's consent to one act, given in their own session a moment before: a code that is good once, for one
/// therapy and one kind of event.
struct Confirmations: Sendable {
    let database: any SQLDatabase
    let clock: ServiceClock

    /// Seconds for which a code holds.
    static let life = 120.0

    /// Makes a code.
    func give(by account: Account, therapy: String, event: EventType) async throws -> (code: String, expiresAt: Instant)
    {
        let code = OneTimePassword.make()
        let now = clock.now()
        let expires = now.advanced(bySeconds: Self.life)
        try await database.write { connection in
            try connection.execute("DELETE FROM confirmations WHERE expires_at < ?", [.instant(now)])
            _ = try connection.execute(
                "INSERT INTO confirmations (digest, account, therapy, event, expires_at) VALUES (?, ?, ?, ?, ?)",
                [
                    .text(Secret.digest(code)), .integer(account.id), .text(therapy), .text(event.rawValue),
                    .instant(expires),
                ])
        }
        return (code, expires)
    }

    /// Uses a code up: the account that gave it; nil if it is none, over, used, or for something else. The same act sent
    /// again (by its key) may use it again.
    func use(_ code: String, therapy: String, event: EventType, for key: String?) async throws -> Int? {
        let (digest, now) = (SQLValue.text(Secret.digest(code)), clock.now())
        let act = key ?? Secret.make().text
        return try await database.write { connection in
            let row = try connection.query(
                """
                SELECT account, used_for FROM confirmations
                WHERE digest = ? AND therapy = ? AND event = ? AND expires_at > ?
                """, [digest, .text(therapy), .text(event.rawValue), .instant(now)]
            ).first
            guard let row else { return nil }
            if let used = try row.optionalText("used_for") { return used == act ? try row.integer("account") : nil }
            try connection.execute("UPDATE confirmations SET used_for = ? WHERE digest = ?", [.text(act), digest])
            return try row.integer("account")
        }
    }
}
