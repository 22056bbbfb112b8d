import Care
import Records

/// The sessions of a centre's browsers.
struct SessionStore: Sendable {
    let database: any SQLDatabase
    let terms: SessionTerms
    let clock: ServiceClock

    /// Begins a session with a new value for the cookie: what the browser held before is worth nothing any more.
    func begin(for account: Account, replacing old: String?) async throws -> (session: Session, secret: Secret) {
        let (secret, csrf, now) = (Secret.make(), Secret.make().text, clock.now())
        let (terms, digest) = (terms, secret.digest)
        try await database.write { connection in
            if let old { try connection.execute("DELETE FROM sessions WHERE digest = ?", [.text(Secret.digest(old))]) }
            try connection.execute(
                "DELETE FROM sessions WHERE created_at < ? OR seen_at < ?",
                [.instant(now.advanced(bySeconds: -terms.absolute)), .instant(now.advanced(bySeconds: -terms.idle))])
            _ = try connection.execute(
                """
                INSERT INTO sessions (digest, account, csrf, created_at, seen_at, verified_at) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [.text(digest), .integer(account.id), .text(csrf), .instant(now), .instant(now), .instant(now)])
            try AccountStore.noteUse(of: account.id, at: now, connection)
        }
        let session = Session(
            digest: digest, account: account.id, csrf: csrf, createdAt: now, seenAt: now, verifiedAt: now)
        return (session, secret)
    }

    /// The session of a cookie's value; nil if there is none or it is over. Its last use is noted once a minute.
    func session(_ cookie: String) async throws -> Session? {
        guard cookie.utf8.count == 43 else { return nil }
        let digest = Secret.digest(cookie)
        let found = try await database.read { connection in
            try connection.query("SELECT * FROM sessions WHERE digest = ?", [.text(digest)]).first.map { row in
                Session(
                    digest: digest, account: try row.integer("account"), csrf: try row.text("csrf"),
                    createdAt: try row.instant("created_at"), seenAt: try row.instant("seen_at"),
                    verifiedAt: try row.instant("verified_at"))
            }
        }
        let now = clock.now()
        guard let found, now.seconds(since: found.createdAt) < terms.absolute,
            now.seconds(since: found.seenAt) < terms.idle
        else { return nil }
        if now.seconds(since: found.seenAt) > 60 {
            try await database.write { connection in
                try connection.execute(
                    "UPDATE sessions SET seen_at = ? WHERE digest = ?", [.instant(now), .text(digest)])
                try AccountStore.noteUse(of: found.account, at: now, connection)
            }
        }
        return found
    }

    /// Whether a session is still there.
    func isAlive(_ session: Session) async throws -> Bool {
        let now = clock.now()
        guard now.seconds(since: session.createdAt) < terms.absolute else { return false }
        return try await database.read { connection in
            try !connection.query("SELECT 1 AS one FROM sessions WHERE digest = ?", [.text(session.digest)]).isEmpty
        }
    }

    /// Ends a session.
    func end(_ session: Session) async throws {
        try await database.write { connection in
            _ = try connection.execute("DELETE FROM sessions WHERE digest = ?", [.text(session.digest)])
        }
    }
}
