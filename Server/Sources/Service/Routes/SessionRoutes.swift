import Records
import HTTPTypes
import Care
import Hummingbird

/// Signing in and out, one's own password, confirmations.
extension Desk {
    static let accountShape = Shape.object([
        .must("id", .integer(1...Int(Int32.max))), .must("name", .text()), .must("fullName", .text()),
        .must("role", .choice(AccountRole.allCases.map(\.rawValue))), .must("duties", .array(.text())),
        .must("state", .choice(Account.State.allCases.map(\.rawValue))), .must("mustChangePassword", .boolean),
        .may("seenAt", .moment), .may("lockedUntil", .moment),
    ])

    private static let sessionShape = Shape.object([
        .must("account", .component("Account")), .must("permissions", .array(.text())), .may("csrf", .text()),
        .must("realm", .choice(["real", "training"])), .must("centre", .text()),
    ])

    var sessionRoutes: [Route] {
        [
            Route(
                method: .post, path: "/api/v1/session", name: "signIn", words: "Sign in; sets the session's cookie",
                access: .anybody,
                input: .json(.object([.must("name", .line(1...200)), .must("password", .line(1...1024))])),
                answers: [
                    .init(status: .created, words: "Signed in", shape: Self.sessionShape, headers: ["Set-Cookie"])
                ],
                problems: [.signInNeeded, .csrf]
            ) { call in try await signIn(call) },
            Route(
                method: .get, path: "/api/v1/session", name: "whoAmI", words: "Who is signed in, and what they may do",
                access: .signedIn, answers: [.init(status: .ok, words: "The session", shape: Self.sessionShape)]
            ) { call in try Reply.json(SessionAnswer(call.identity, self)) },
            Route(
                method: .delete, path: "/api/v1/session", name: "signOut", words: "Sign out", access: .signedIn,
                answers: [.init(status: .noContent, words: "Signed out", mediaType: nil)]
            ) { call in try await signOut(call) },
            Route(
                method: .put, path: "/api/v1/password", name: "changePassword",
                words: "Change one's own password; ends all one's sessions", access: .signedIn,
                input: .json(.object([.must("current", .line(1...1024)), .must("password", .line(1...1024))])),
                answers: [.init(status: .noContent, words: "Changed; sign in again", mediaType: nil)]
            ) { call in try await changePassword(call) },
            Route(
                method: .post, path: "/api/v1/confirmations", name: "confirm",
                words: "Confirm another person's act: a code that is good once, for two minutes",
                access: .needs(.countersign),
                input: .json(
                    .object([
                        .must("therapy", .line(1...100)), .must("event", .choice(EventType.allCases.map(\.rawValue))),
                        .must("password", .line(1...1024), "One's own, again"),
                    ])),
                answers: [
                    .init(
                        status: .created, words: "The code",
                        shape: .object([.must("code", .text()), .must("expiresAt", .moment)]))
                ], problems: [.signatureNeeded, .notFound]
            ) { call in try await confirm(call) },
        ]
    }

    private func signIn(_ call: Call) async throws -> Response {
        try refuseForeign(call.request)
        if let wait = limits.signIn.take(call.context.address) {
            var problem = Problem(.tooMany, "too many attempts to sign in from this address", remedy: "Wait.")
            problem.retryAfter = wait
            throw problem
        }
        let name = call.body?["name"]?.text ?? ""
        let begun = try await beginSession(
            name, call.body?["password"]?.text ?? "", replacing: call.request.cookies[cookies.session]?.value)
        var response = try Reply.json(SessionAnswer(begun.identity, self), .created)
        cookies.set(cookies.session, begun.secret.text, on: &response, seconds: configuration.sessions.absolute)
        return response
    }

    /// Signs somebody in: a new session, and a line in the record, for failures too.
    func beginSession(
        _ name: String, _ password: String, replacing old: String?
    ) async throws -> (identity: Identity, secret: Secret) {
        let account: Account
        do {
            account = try await signIn.account(name, password)
        } catch let refusal as SignInDesk.Refusal {
            // A name that nobody has is not written down: it may be a password typed in the wrong field.
            let known = try await accounts.find(String(name.prefix(200)))?.account
            try await accessLog.write(
                AccessRecord(
                    at: clock.now(), account: known?.id ?? 0, name: known?.fullName ?? "",
                    role: known?.role.rawValue ?? "",
                    proof: "password", realm: realm, therapy: nil, action: .signInFailed, detail: "signIn"))
            throw refusal
        }
        let (session, secret) = try await sessions.begin(for: account, replacing: old)
        let identity = Identity(account: account, proof: .session(session))
        try await log(identity, .signIn, nil, "signIn")
        return (identity, secret)
    }

    /// Refuses a request that a page of another site made: a browser says so.
    func refuseForeign(_ request: Request) throws {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        guard site == nil || site == "same-origin" || site == "none" else {
            throw Problem(.csrf, "the request comes from another site", remedy: "Sign in on this server's own page.")
        }
        // A browser that says where the page is from need not be asked by its Origin, too: that is `null` for pages that
        // give no referrer.
        guard site == nil else { return }
        guard let origin = request.headers[.origin], let host = request.head.authority else { return }
        guard origin == "http://\(host)" || origin == "https://\(host)" else {
            throw Problem(.csrf, "the request comes from another site", remedy: "Sign in on this server's own page.")
        }
    }

    private func signOut(_ call: Call) async throws -> Response {
        let identity = try call.identity
        guard case .session(let session) = identity.proof else {
            throw Problem(.badRequest, "a token has no session", remedy: "Revoke the token instead.")
        }
        try await sessions.end(session)
        try await log(identity, .signOut, nil, call.route.name)
        var response = Reply.nothing
        cookies.clear(cookies.session, on: &response)
        return response
    }

    private func changePassword(_ call: Call) async throws -> Response {
        let identity = try call.identity
        guard case .session = identity.proof else {
            throw Problem(.forbidden, "a token changes no passwords", remedy: "Sign in.")
        }
        try await accounts.changePassword(
            of: identity.account, from: call.body?["current"]?.text ?? "", to: call.body?["password"]?.text ?? "")
        try await log(identity, .account, nil, call.route.name)
        var response = Reply.nothing
        cookies.clear(cookies.session, on: &response)
        return response
    }

    private func confirm(_ call: Call) async throws -> Response {
        let identity = try call.identity
        let therapy = call.body?["therapy"]?.text ?? ""
        guard let event = EventType(rawValue: call.body?["event"]?.text ?? "") else { throw Problem.notFound("event") }
        _ = try await store.journal(therapy)
        guard
            try await signIn.account(identity.account.name, call.body?["password"]?.text ?? "").id
                == identity.account.id
        else { throw Problem(.signatureNeeded, "the password is not right", remedy: "Give your own.") }
        let given = try await confirmations.give(by: identity.account, therapy: therapy, event: event)
        return try Reply.json(["code": given.code, "expiresAt": given.expiresAt.iso8601], .created)
    }
}

/// An account, for programs.
struct AccountAnswer: Encodable, Sendable {
    let id: Int
    let name: String
    let fullName: String
    let role: String
    let duties: [String]
    let state: String
    let mustChangePassword: Bool
    let seenAt: Instant?
    let lockedUntil: Instant?

    /// - Parameter lockedUntil: until when its name is locked after wrong passwords; nil where nobody asked, or it is not.
    init(_ account: Account, lockedUntil: Instant? = nil) {
        seenAt = account.seenAt
        self.lockedUntil = lockedUntil
        id = account.id
        name = account.name
        fullName = account.fullName
        role = account.role.rawValue
        duties = account.duties.map(\.rawValue).sorted()
        state = account.state.rawValue
        mustChangePassword = account.mustChangePassword
    }
}

/// Who is signed in.
private struct SessionAnswer: Encodable {
    let account: AccountAnswer
    let permissions: [String]
    let csrf: String?
    let realm: String
    let centre: String

    init(_ identity: Identity, _ desk: Desk) {
        account = AccountAnswer(identity.account)
        permissions = identity.account.mustChangePassword ? [] : identity.permissions.map(\.rawValue).sorted()
        if case .session(let session) = identity.proof { csrf = session.csrf } else { csrf = nil }
        realm = desk.realm.rawValue
        centre = desk.configuration.centre.rawValue
    }
}
