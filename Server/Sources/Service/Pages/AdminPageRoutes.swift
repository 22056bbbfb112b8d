import Care
import Foundation
import Hummingbird
import Pages

/// Accounts, the record of access and tokens, as pages.
extension Desk {
    var adminPages: [Route] {
        [
            Route(
                method: .get, path: "/admin/users", name: "usersPage", words: "Accounts",
                access: .needs(.manageAccounts), answers: [.page]
            ) { call in try await usersPage(call) },
            Route(
                method: .post, path: "/admin/users", name: "usersForm", words: "Make or change an account",
                access: .needs(.manageAccounts), input: .form, answers: [.page]
            ) { call in try await usersForm(call) },
            Route(
                method: .get, path: "/admin/access-log", name: "accessLogPage", words: "Who read and wrote what",
                access: .needs(.readAccessLog),
                parameters: [
                    Parameter(place: .query, name: "before", shape: .integer(1...Int.max), words: "Lines before this"),
                    Parameter(place: .query, name: "therapy", shape: .text(length: 0...100), words: "Of this therapy"),
                    Parameter(place: .query, name: "user", shape: .text(length: 0...100), words: "Of this name"),
                ], answers: [.page]
            ) { call in try await accessLogPage(call) },
            Route(
                method: .get, path: "/admin/tokens", name: "tokensPage", words: "API tokens",
                access: .needs(.manageOwnTokens), answers: [.page]
            ) { call in try await tokensPage(call) },
            Route(
                method: .post, path: "/admin/tokens", name: "tokensForm", words: "Make or revoke a token",
                access: .needs(.manageOwnTokens), input: .form, answers: [.page]
            ) { call in try await tokensForm(call) },
        ]
    }

    private func usersPage(
        _ call: Call, _ state: FormState = .empty, password: (name: String, text: String)? = nil,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let roles = AccountRole.allCases.map { (id: $0.rawValue, words: $0.title) }
        let locks = try await accounts.locks()
        let view = UsersPage(
            try await accounts.accounts().map { account in
                UsersPage.Account(
                    id: "\(account.id)", name: account.name, fullName: account.fullName, roles: [account.role.title],
                    isLocked: locks[account.id] != nil, isActive: account.state == .active, lastSeen: account.seenAt)
            }, roles: roles, state: state, password: password)
        return page(try view.html(in: frame("Users", call)), status)
    }

    private func usersForm(_ call: Call) async throws -> Response {
        let form = try call.form()
        let id = Int(form["user"] ?? "") ?? 0
        do {
            switch form["action"] {
            case "make":
                guard let role = AccountRole(rawValue: form["role"] ?? "") else {
                    throw AccountFault(field: "role", problem: "none is chosen", remedy: "Choose one.")
                }
                let added = try await accounts.add(name: form["name"] ?? "", fullName: form["fullName"], role: role)
                try await log(call.identity, .account, nil, "addUser \(added.account.id)")
                return try await usersPage(call, password: (added.account.name, added.oneTimePassword))
            case "unlock":
                try await accounts.unlock(id)
                try await log(call.identity, .account, nil, "unlockUser \(id)")
                return try await usersPage(call)
            case "reset":
                let reset = try await accounts.reset(id)
                try await log(call.identity, .account, nil, "resetPassword \(id)")
                return try await usersPage(call, password: (reset.account.name, reset.oneTimePassword))
            case "close", "open":
                let state: Account.State = form["action"] == "close" ? .closed : .active
                _ = try await accounts.change(id, role: nil, duties: nil, state: state)
                try await log(call.identity, .account, nil, "changeUser \(id)")
                return try await usersPage(call)
            default: throw Problem(.badRequest, "this is not known here", remedy: "Open the page again.")
            }
        } catch let fault as AccountFault {
            return try await usersPage(call, Problem(fault).state(of: form), .unprocessableContent)
        }
    }

    private func accessLogPage(_ call: Call) async throws -> Response {
        let therapy = call.text("therapy").flatMap { $0.isEmpty ? nil : $0 }
        let user = call.text("user").map(AccountName.folded).flatMap { $0.isEmpty ? nil : $0 }
        let found = try await accessLog.records(before: call.integer("before"), therapy: therapy, limit: 200)
        let lines = found.filter { line in user.map { AccountName.folded(line.record.name).contains($0) } ?? true }
            .map { line in
                AccessLogPage.Line(
                    at: line.record.at, user: line.record.name, role: line.record.role,
                    action: "\(line.record.action.rawValue) (\(line.record.detail))", therapy: line.record.therapy,
                    isAllowed: ![.refused, .signInFailed].contains(line.record.action))
            }
        var filter = FormState()
        filter.values = ["therapy": call.text("therapy") ?? "", "user": call.text("user") ?? ""]
        let query = [("therapy", therapy), ("user", user)].compactMap { name, value in
            value.map { "&\(name)=\(Self.segment($0))" }
        }.joined()
        let next = found.count == 200 ? found.last.map { "/admin/access-log?before=\($0.id)\(query)" } : nil
        return page(try AccessLogPage(lines, filter: filter, next: next).html(in: frame("Access log", call)))
    }

    private func tokensPage(
        _ call: Call, _ state: FormState = .empty, secret: String? = nil, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let identity = try call.identity
        let found = try await tokens.tokens(of: identity.may(.manageTokens) ? nil : identity.account.id)
        let view = TokensPage(
            found.map { token in
                TokensPage.Token(
                    id: token.id, name: token.label, scopes: token.scopes.map(\.rawValue).sorted(),
                    expires: token.expiresAt, lastUsed: token.usedAt, isRevoked: token.revokedAt != nil)
            }, scopes: identity.permissions.map(\.rawValue).sorted(), at: clock.now(), state: state, secret: secret)
        return page(try view.html(in: frame("Tokens", call)), status)
    }

    private func tokensForm(_ call: Call) async throws -> Response {
        let identity = try call.identity
        let form = try call.form()
        guard case .session(let session) = identity.proof else { throw Problem(.forbidden, "a token makes no tokens") }
        if form["action"] != "make" {
            let id = form["token"] ?? ""
            let owner = identity.may(.manageTokens) ? nil : identity.account.id
            guard try await tokens.tokens(of: owner).contains(where: { $0.id == id }) else {
                throw Problem.notFound("token")
            }
            if try await tokens.revoke(id) { try await log(identity, .token, nil, "revokeToken \(id)") }
            return try await tokensPage(call)
        }
        // A token outlives the session: only who gave the password a moment ago makes one.
        guard clock.now().seconds(since: session.verifiedAt) < 600 else {
            let state = FormState(summary: "Sign in again first: a token is made within ten minutes of the password.")
            return try await tokensPage(call, state, .forbidden)
        }
        let scopes = identity.permissions.filter { form["scope-\($0.rawValue.lowercased())"] != nil }
        let label = (form["name"] ?? "").trimmingCharacters(in: .whitespaces)
        var errors: [String: String] = [:]
        if !(1...100).contains(label.count) { errors["name"] = "Say what it is for, in 1 to 100 characters." }
        let days = Double(form["days"] ?? "") ?? 0
        if !(0.001...TokenOffice.longestLife).contains(days) { errors["days"] = "Give 1 to 366 days." }
        guard errors.isEmpty, !scopes.isEmpty else {
            let state = FormState(values: form, errors: errors, summary: scopes.isEmpty ? "Choose what it may." : nil)
            return try await tokensPage(call, state, .unprocessableContent)
        }
        let made = try await tokens.make(for: identity.account, label: label, scopes: scopes, days: days)
        try await log(identity, .token, nil, "makeToken \(made.token.id)")
        return try await tokensPage(call, secret: made.text)
    }
}
