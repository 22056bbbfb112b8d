import Care
import Foundation
import Hummingbird
import Pages

/// The door: signing in and out, one's password.
extension Desk {
    var doorPages: [Route] {
        [
            Route(
                method: .get, path: "/sign-in", name: "signInPage", words: "Sign in", access: .anybody,
                parameters: [Self.next], answers: [.page]
            ) { call in
                if call.context.identity != nil { return go(to: "/") }
                return page(try SignInPage(next: Self.own(call.text("next"))).html(in: frame("Sign in", call)))
            },
            Route(
                method: .post, path: "/sign-in", name: "signInForm", words: "Sign in", access: .anybody,
                input: .form, answers: [.page, .elsewhere], problems: [.signInNeeded, .csrf]
            ) { call in try await signInForm(call) },
            Route(
                method: .post, path: "/sign-out", name: "signOutForm", words: "Sign out", access: .signedIn,
                input: .form, answers: [.elsewhere]
            ) { call in
                let identity = try call.identity
                if case .session(let session) = identity.proof { try await sessions.end(session) }
                try await log(identity, .signOut, nil, call.route.name)
                var response = go(to: "/sign-in")
                cookies.clear(cookies.session, on: &response)
                return response
            },
            Route(
                method: .get, path: "/password", name: "passwordPage", words: "Change password", access: .signedIn,
                answers: [.page]
            ) { call in
                let mustChange = try call.identity.account.mustChangePassword
                return page(
                    try PasswordPage(mustChange: mustChange, shortest: PasswordRules.length.lowerBound)
                        .html(in: frame("Change password", call)))
            },
            Route(
                method: .post, path: "/password", name: "passwordForm", words: "Change password", access: .signedIn,
                input: .form, answers: [.page, .elsewhere]
            ) { call in try await passwordForm(call) },
        ]
    }

    private static let next = Parameter(
        place: .query, name: "next", shape: .text(length: 0...300), words: "Where to go on")

    /// A path of this server and of no other; nil for anything else.
    static func own(_ path: String?) -> String? {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"),
            path.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 })
        else { return nil }
        return path
    }

    private func signInForm(_ call: Call) async throws -> Response {
        try refuseForeign(call.request)
        let form = try call.form()
        do {
            if let wait = limits.signIn.take(call.context.address) {
                var problem = Problem(.tooMany, "too many attempts from this address", remedy: "Wait a little.")
                problem.retryAfter = wait
                throw problem
            }
            let begun = try await beginSession(
                form["name"] ?? "", form["password"] ?? "", replacing: call.request.cookies[cookies.session]?.value)
            let place = begun.identity.account.mustChangePassword ? "/password" : Self.own(form["next"]) ?? "/"
            var response = go(to: place)
            cookies.set(cookies.session, begun.secret.text, on: &response, seconds: configuration.sessions.absolute)
            return response
        } catch {
            let problem = Problem(error)
            guard [.signInNeeded, .tooMany].contains(problem.kind) else { throw error }
            let html = try SignInPage(state: problem.state(of: form), next: Self.own(form["next"]))
                .html(in: frame("Sign in", call))
            return page(html, problem.kind.status)
        }
    }

    private func passwordForm(_ call: Call) async throws -> Response {
        let identity = try call.identity
        let form = try call.form()
        do {
            guard form["new"] == form["again"] else {
                throw AccountFault(field: "again", problem: "it is not the same", remedy: "Type the new one twice.")
            }
            do {
                try await accounts.changePassword(
                    of: identity.account, from: form["current"] ?? "", to: form["new"] ?? "")
            } catch let fault as AccountFault where fault.field == "password" {
                throw AccountFault(field: "new", problem: fault.problem, remedy: fault.remedy)
            }
        } catch let fault as AccountFault {
            let state = Problem(fault).state(of: [:])
            let html = try PasswordPage(
                state: state, mustChange: identity.account.mustChangePassword, shortest: PasswordRules.length.lowerBound
            ).html(in: frame("Change password", call))
            return page(html, .unprocessableContent)
        }
        // The change ends every session; this browser gets a new one.
        try await log(identity, .account, nil, call.route.name)
        let begun = try await beginSession(identity.account.name, form["new"] ?? "", replacing: nil)
        var response = go(to: "/")
        cookies.set(cookies.session, begun.secret.text, on: &response, seconds: configuration.sessions.absolute)
        return response
    }
}

extension Route.Answer {
    static let page = Route.Answer(status: .ok, words: "A page", mediaType: "text/html", shape: .text())
    static let elsewhere = Route.Answer(status: .seeOther, words: "Taken; go on", mediaType: nil, headers: ["Location"])
}
