import Care
import Crypto
import Foundation
import JWTKit
import Records
import Synchronization

/// Makes API tokens, takes them back, and says whose they are.
struct TokenOffice: Sendable {
    let database: any SQLDatabase
    let centre: CentreID
    let clock: ServiceClock
    private let keys: JWTKeyCollection
    private let verified = VerifiedClaims()
    private let noted = NotedUse()

    /// Longest life of a token, days.
    static let longestLife = 366.0

    init(database: any SQLDatabase, centre: CentreID, clock: ServiceClock) async throws {
        self.database = database
        self.centre = centre
        self.clock = clock
        let secret = try await Self.secret(in: database, at: clock.now())
        keys = await JWTKeyCollection().add(hmac: HMACKey(from: Data(secret.utf8)), digestAlgorithm: .sha256)
    }

    /// Who a token is for: this program and this centre.
    var audience: String { "livingdrug:\(centre.rawValue)" }

    /// Makes a token; its text is returned and kept nowhere.
    func make(
        for account: Account, label: String, scopes: Set<Permission>, days: Double
    ) async throws -> (token: APIToken, text: String) {
        let now = clock.now()
        let token = APIToken(
            id: UUID().uuidString.lowercased(), account: account.id, label: label, scopes: scopes, createdAt: now,
            expiresAt: now.advanced(byDays: days))
        try await database.write { connection in
            _ = try connection.execute(
                "INSERT INTO api_tokens (id, account, label, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    .text(token.id), .integer(account.id), .text(label), .text(Self.text(of: scopes)), .instant(now),
                    .instant(token.expiresAt),
                ])
        }
        let claims = TokenClaims(
            iss: "livingdrug", aud: .init(value: [audience]), sub: .init(value: "\(account.id)"),
            jti: .init(value: token.id), iat: .init(value: now.date), exp: .init(value: token.expiresAt.date),
            scope: Self.text(of: scopes))
        return (token, try await keys.sign(claims))
    }

    /// The token that a text is, and whose it is; no account if this centre has none of its number.
    /// - Throws: `TokenRefusal`, or an error of the database.
    func holder(of text: String) async throws -> (token: APIToken, account: Account?) {
        guard text.utf8.count < 4096, let claims = await claims(of: text) else { throw TokenRefusal.invalid }
        guard claims.aud.value.contains(audience) else { throw TokenRefusal.audience }
        let now = clock.now()
        guard claims.exp.value > now.date else { throw TokenRefusal.expired }
        let id = claims.jti.value
        let (found, account) = try await database.read { [centre] connection in
            let token = try Self.find(id, connection)
            return (token, try token.flatMap { try AccountStore.account($0.account, of: centre, connection) })
        }
        guard let token = found, "\(token.account)" == claims.sub.value else { throw TokenRefusal.invalid }
        guard token.revokedAt == nil else { throw TokenRefusal.revoked }
        guard token.expiresAt > now else { throw TokenRefusal.expired }
        if account != nil, noted.isDue(token.id, last: token.usedAt, at: now) {
            try await database.write { connection in
                try connection.execute(
                    "UPDATE api_tokens SET used_at = ? WHERE id = ?", [.instant(now), .text(id)])
                try AccountStore.noteUse(of: token.account, at: now, connection)
            }
        }
        return (token, account)
    }

    /// What a token says, if the signature is ours. A text once found good is known again by its digest: its signature does
    /// not change. Whether the token has ended or was taken back is asked each time.
    private func claims(of text: String) async -> TokenClaims? {
        let digest = Secret.digest(text)
        if let known = verified.claims(of: digest) { return known }
        guard let claims = try? await keys.verify(text, as: TokenClaims.self) else { return nil }
        verified.keep(claims, of: digest)
        return claims
    }

    func find(_ id: String) async throws -> APIToken? {
        try await database.read { try Self.find(id, $0) }
    }

    private static func find(_ id: String, _ connection: any SQLConnection) throws -> APIToken? {
        try connection.query("SELECT * FROM api_tokens WHERE id = ?", [.text(id)]).first.map(APIToken.init)
    }

    /// Tokens of this centre, or of one account, the newest first.
    func tokens(of account: Int?) async throws -> [APIToken] {
        try await database.read { [centre] connection in
            try connection.query(
                """
                SELECT t.* FROM api_tokens t JOIN accounts a ON a.id = t.account
                WHERE a.centre = ?\(account == nil ? "" : " AND t.account = ?") ORDER BY t.created_at DESC, t.id
                """, [.text(centre.rawValue)] + (account.map { [.integer($0)] } ?? [])
            ).map(APIToken.init)
        }
    }

    /// Takes a token back. False if it was already.
    func revoke(_ id: String) async throws -> Bool {
        let now = clock.now()
        return try await database.write { connection in
            try connection.execute(
                "UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", [.instant(now), .text(id)])
        } == 1
    }

    static func text(of scopes: Set<Permission>) -> String { scopes.map(\.rawValue).sorted().joined(separator: " ") }

    /// The key that signs tokens, made once for a database.
    private static func secret(in database: any SQLDatabase, at now: Instant) async throws -> String {
        let fresh = Secret.make().text
        return try await database.write { connection in
            try connection.execute(
                "INSERT INTO service_keys (name, secret, created_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING",
                [.text("tokens"), .text(fresh), .instant(now)])
            guard
                let row = try connection.query("SELECT secret FROM service_keys WHERE name = ?", [.text("tokens")])
                    .first
            else { throw UnexpectedRow(column: "secret") }
            return try row.text("secret")
        }
    }
}

extension APIToken {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.text("id"), account: try row.integer("account"), label: try row.text("label"),
            scopes: Set(try row.text("scopes").split(separator: " ").compactMap { Permission(rawValue: String($0)) }),
            createdAt: try row.instant("created_at"), expiresAt: try row.instant("expires_at"),
            revokedAt: try row.optionalInstant("revoked_at"), usedAt: try row.optionalInstant("used_at"))
    }
}

/// Which tokens' use was noted in the last minute: of many requests at once, one writes it down.
private final class NotedUse: Sendable {
    private let last = Mutex<[String: Instant]>([:])

    /// Whether a token's use is to be noted now; whoever is told so does it.
    func isDue(_ token: String, last stored: Instant?, at now: Instant) -> Bool {
        last.withLock { last in
            guard [last[token], stored].compactMap({ $0 }).allSatisfy({ now.seconds(since: $0) > 60 }) else {
                return false
            }
            last[token] = now
            return true
        }
    }
}

extension Instant {
    /// For libraries that count in seconds.
    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }
}
