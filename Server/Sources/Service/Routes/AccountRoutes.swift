import Records
import Care
import Hummingbird

/// Accounts, API tokens, and the record of access.
extension Desk {
    private static let newAccount = Shape.object([
        .must("account", .component("Account")), .must("oneTimePassword", .text()),
    ])
    private static let account = Parameter(
        place: .path, name: "account", shape: .integer(1...Int(Int32.max)), words: "Number of the account",
        isRequired: true)

    var accountRoutes: [Route] {
        [
            Route(
                method: .get, path: "/api/v1/users", name: "listUsers", words: "All accounts",
                access: .needs(.manageAccounts),
                answers: [
                    .init(
                        status: .ok, words: "Accounts", shape: .object([.must("users", .array(.component("Account")))]))
                ]
            ) { _ in
                let locks = try await accounts.locks()
                return try Reply.json([
                    "users": await accounts.accounts().map { AccountAnswer($0, lockedUntil: locks[$0.id]) }
                ])
            },
            Route(
                method: .post, path: "/api/v1/users", name: "addUser",
                words: "Make an account; answers its one-time password, once", access: .needs(.manageAccounts),
                input: .json(
                    .object([
                        .must("name", .line(1...200), "To sign in with"),
                        .may("fullName", .line(1...200), "As it signs; the name if it is left out"),
                        .must("role", .choice(AccountRole.allCases.map(\.rawValue))),
                        .may("duties", .array(.choice(Role.allCases.map(\.rawValue)), count: 0...5)),
                    ])),
                answers: [.init(status: .created, words: "The account", shape: Self.newAccount)]
            ) { call in try await addUser(call) },
            Route(
                method: .patch, path: "/api/v1/users/{account}", name: "changeUser",
                words: "Change role, duties or state", access: .needs(.manageAccounts), parameters: [Self.account],
                input: .json(
                    .object([
                        .may("role", .choice(AccountRole.allCases.map(\.rawValue))),
                        .may("duties", .array(.choice(Role.allCases.map(\.rawValue)), count: 0...5)),
                        .may("state", .choice(Account.State.allCases.map(\.rawValue))),
                    ])), answers: [.init(status: .ok, words: "The account", shape: .component("Account"))]
            ) { call in try await changeUser(call) },
            Route(
                method: .post, path: "/api/v1/users/{account}/password", name: "resetPassword",
                words: "Give an account a new one-time password; ends its sessions and its lock",
                access: .needs(.manageAccounts), parameters: [Self.account],
                answers: [.init(status: .ok, words: "The account", shape: Self.newAccount)]
            ) { call in try await resetPassword(call) },
            Route(
                method: .get, path: "/api/v1/access-log", name: "readAccessLog",
                words: "Who read and wrote what, the newest first", access: .needs(.readAccessLog),
                parameters: [
                    .limit(500),
                    Parameter(
                        place: .query, name: "before", shape: .integer(1...Int.max), words: "Lines before this one"),
                    Parameter(
                        place: .query, name: "therapy", shape: .text(length: 1...100), words: "Of this therapy only"),
                ],
                answers: [
                    .init(
                        status: .ok, words: "Lines",
                        shape: .object([.must("lines", .array(.component("AccessLine"))), .may("next", .text())]))
                ]
            ) { call in try await readAccessLog(call) },
        ]
    }

    private func duties(_ call: Call) -> Set<Role>? {
        guard case .array(let items)? = call.body?["duties"] else { return nil }
        return Set(items.compactMap { $0.text.flatMap(Role.init) })
    }

    private func addUser(_ call: Call) async throws -> Response {
        guard let role = AccountRole(rawValue: call.body?["role"]?.text ?? "") else { throw Problem.notFound("role") }
        let added = try await accounts.add(
            name: call.body?["name"]?.text ?? "", fullName: call.body?["fullName"]?.text, role: role,
            duties: duties(call) ?? [])
        try await log(call.identity, .account, nil, "addUser \(added.account.id)")
        return try Reply.json(NewAccountAnswer(added), .created)
    }

    private func changeUser(_ call: Call) async throws -> Response {
        let account = try await accounts.change(
            call.integer("account") ?? 0, role: call.body?["role"]?.text.flatMap(AccountRole.init),
            duties: duties(call), state: call.body?["state"]?.text.flatMap(Account.State.init))
        try await log(call.identity, .account, nil, "changeUser \(account.id)")
        return try Reply.json(AccountAnswer(account))
    }

    private func resetPassword(_ call: Call) async throws -> Response {
        let reset = try await accounts.reset(call.integer("account") ?? 0)
        try await log(call.identity, .account, nil, "resetPassword \(reset.account.id)")
        return try Reply.json(NewAccountAnswer(reset))
    }

    private func readAccessLog(_ call: Call) async throws -> Response {
        let limit = call.integer("limit") ?? 500
        let lines = try await accessLog.records(
            before: call.integer("before"), therapy: call.text("therapy"), limit: limit + 1)
        let page = lines.prefix(limit)
        return try Reply.json(
            AccessPage(lines: page.map(AccessLine.init), next: lines.count > limit ? page.last.map { "\($0.id)" } : nil)
        )
    }
}

private struct NewAccountAnswer: Encodable {
    let account: AccountAnswer
    let oneTimePassword: String

    init(_ made: (account: Account, oneTimePassword: String)) {
        account = AccountAnswer(made.account)
        oneTimePassword = made.oneTimePassword
    }
}

private struct AccessPage: Encodable {
    let lines: [AccessLine]
    let next: String?
}

/// One line of the record, for programs.
struct AccessLine: Encodable, Sendable {
    let id: Int
    let at: Instant
    let account: Int
    let name: String
    let role: String
    let proof: String
    let realm: String
    let therapy: String?
    let action: String
    let detail: String

    init(_ line: (id: Int, record: AccessRecord)) {
        let record = line.record
        id = line.id
        (at, account, name, role, proof) = (record.at, record.account, record.name, record.role, record.proof)
        (realm, therapy, action) = (record.realm.rawValue, record.therapy, record.action.rawValue)
        detail = record.detail
    }

    static let shape = Shape.object([
        .must("id", .integer(1...Int.max)), .must("at", .moment), .must("account", .integer(0...Int.max)),
        .must("name", .text()), .must("role", .text()), .must("proof", .text()), .must("realm", .text()),
        .may("therapy", .text()), .must("action", .choice(AccessRecord.Action.allCases.map(\.rawValue))),
        .must("detail", .text()),
    ])
}
