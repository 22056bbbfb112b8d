import Hummingbird

/// Finds out who asks: by an API token, or by a browser's session. A credential that is not taken is no error yet: the page
/// for signing in must stay reachable.
struct Authenticator: RouterMiddleware {
    let desk: Desk

    func handle(
        _ request: Request, context: CentreContext, next: (Request, CentreContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let header = request.headers[.authorization] {
            do {
                context.identity = try await token(header)
            } catch let refusal as TokenRefusal {
                context.refusal = Problem(refusal)
            } catch let problem as Problem {
                context.refusal = problem
            }
        } else if let cookie = request.cookies[desk.cookies.session]?.value {
            context.identity = try await session(cookie)
            if context.identity == nil {
                context.refusal = Problem(.signInNeeded, "the session is over", remedy: "Sign in again.")
            }
        }
        return try await next(request, context)
    }

    private func token(_ header: String) async throws -> Identity {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw Problem(
                .signInNeeded, "this kind of authorization is not known here", remedy: "Send Bearer and a token.")
        }
        let (token, account) = try await desk.tokens.holder(of: String(parts[1]))
        guard let account, account.state == .active else { throw TokenRefusal.account }
        return Identity(account: account, proof: .token(id: token.id, scopes: token.scopes))
    }

    private func session(_ cookie: String) async throws -> Identity? {
        guard let session = try await desk.sessions.session(cookie),
            let account = try await desk.accounts.account(session.account), account.state == .active
        else { return nil }
        return Identity(account: account, proof: .session(session))
    }
}
