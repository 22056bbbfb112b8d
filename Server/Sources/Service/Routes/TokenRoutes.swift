import Care
import Hummingbird

/// API tokens.
extension Desk {
    static let tokenShape = Shape.object([
        .must("id", .text()), .must("account", .integer(1...Int(Int32.max))), .must("label", .text()),
        .must("scopes", .array(.text())), .must("createdAt", .moment), .must("expiresAt", .moment),
        .may("revokedAt", .moment), .may("usedAt", .moment),
    ])

    var tokenRoutes: [Route] {
        [
            Route(
                method: .get, path: "/api/v1/tokens", name: "listTokens",
                words: "One's own tokens; an administrator's list holds everybody's", access: .needs(.manageOwnTokens),
                answers: [
                    .init(status: .ok, words: "Tokens", shape: .object([.must("tokens", .array(.component("Token")))]))
                ]
            ) { call in
                let identity = try call.identity
                let owner = identity.may(.manageTokens) ? nil : identity.account.id
                return try Reply.json(["tokens": await tokens.tokens(of: owner).map(TokenAnswer.init)])
            },
            Route(
                method: .post, path: "/api/v1/tokens", name: "makeToken",
                words: "Make a token for oneself; answers its text, once. Its scopes are at most what one may oneself.",
                access: .needs(.manageOwnTokens),
                input: .json(
                    .object([
                        .must("label", .line(1...100), "What it is for"),
                        .must("scopes", .array(.choice(Permission.allCases.map(\.rawValue)), count: 1...30)),
                        .must("days", .number(0.001...TokenOffice.longestLife), "How long it lives"),
                        .must("password", .line(1...1024), "One's own, again"),
                    ])),
                answers: [
                    .init(
                        status: .created, words: "The token",
                        shape: .object([.must("token", .component("Token")), .must("text", .text())]))
                ], problems: [.signatureNeeded]
            ) { call in try await makeToken(call) },
            Route(
                method: .delete, path: "/api/v1/tokens/{token}", name: "revokeToken", words: "Revoke a token",
                access: .needs(.manageOwnTokens),
                parameters: [
                    Parameter(
                        place: .path, name: "token", shape: .text(length: 1...100), words: "Its identifier",
                        isRequired: true)
                ], answers: [.init(status: .noContent, words: "Revoked", mediaType: nil)]
            ) { call in try await revokeToken(call) },
        ]
    }

    private func makeToken(_ call: Call) async throws -> Response {
        let identity = try call.identity
        guard case .session = identity.proof else {
            throw Problem(.forbidden, "a token makes no tokens", remedy: "Sign in.")
        }
        guard
            try await signIn.account(identity.account.name, call.body?["password"]?.text ?? "").id
                == identity.account.id, case .array(let items)? = call.body?["scopes"]
        else { throw Problem(.signatureNeeded, "the password is not right", remedy: "Give your own.") }
        let scopes = Set(items.compactMap { $0.text.flatMap(Permission.init) })
        let beyond = scopes.subtracting(identity.permissions).map(\.rawValue).sorted()
        guard beyond.isEmpty else {
            throw Problem.invalid(
                "scopes", "you may not \(beyond.joined(separator: ", ")) yourself", "Leave these scopes out.")
        }
        let days: Double =
            switch call.body?["days"] {
            case .integer(let days)?: Double(days)
            case .number(let days)?: days
            default: 1
            }
        let made = try await tokens.make(
            for: identity.account, label: call.body?["label"]?.text ?? "", scopes: scopes, days: days)
        try await log(identity, .token, nil, "makeToken \(made.token.id)")
        return try Reply.json(NewTokenAnswer(token: TokenAnswer(made.token), text: made.text), .created)
    }

    private func revokeToken(_ call: Call) async throws -> Response {
        let identity = try call.identity
        let id = try call.path("token")
        let owner = identity.may(.manageTokens) ? nil : identity.account.id
        guard try await tokens.tokens(of: owner).contains(where: { $0.id == id }) else {
            throw Problem.notFound("token")
        }
        if try await tokens.revoke(id) { try await log(identity, .token, nil, "revokeToken \(id)") }
        return Reply.nothing
    }
}

private struct NewTokenAnswer: Encodable {
    let token: TokenAnswer
    let text: String
}

/// A token, for programs.
struct TokenAnswer: Encodable, Sendable {
    let id: String
    let account: Int
    let label: String
    let scopes: [String]
    let createdAt: Instant
    let expiresAt: Instant
    let revokedAt: Instant?
    let usedAt: Instant?

    init(_ token: APIToken) {
        (id, account, label) = (token.id, token.account, token.label)
        scopes = token.scopes.map(\.rawValue).sorted()
        (createdAt, expiresAt) = (token.createdAt, token.expiresAt)
        (revokedAt, usedAt) = (token.revokedAt, token.usedAt)
    }
}
