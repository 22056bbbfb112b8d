import HTTPTypes
import Care
import Hummingbird
import Logging

/// All routes of the programming interface, registered as they are described.
struct RouteTable: Sendable {
    let routes: [Route]

    func register(on router: Router<CentreContext>, _ desk: Desk) {
        for route in routes {
            let reader = CallReader(route: route)
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await desk.admit(context, to: route, request)
                let call = try await reader.call(request, context)
                if route.isForm { try desk.checkForm(call) }
                return try await route.handle(call)
            }
        }
    }
}

/// Who is let through to a route.
extension Desk {
    func admit(_ context: CentreContext, to route: Route, _ request: Request) async throws {
        guard route.access != .anybody else { return }
        guard let identity = context.identity else {
            throw context.refusal ?? Problem(.signInNeeded, "nobody is signed in", remedy: "Sign in, or send a token.")
        }
        if case .session(let session) = identity.proof, route.method.isUnsafe, !route.isForm {
            guard let given = request.headers[.csrfToken], isSame(given, session.csrf) else {
                throw Problem(
                    .csrf, "the request does not carry this session's secret",
                    remedy: "Send X-CSRF-Token as /api/v1/session gives it.")
            }
        }
        if let wait = limits.accounts.take("\(identity.account.id)") {
            var problem = Problem(.tooMany, "too many requests of this account", remedy: "Wait.")
            problem.retryAfter = wait
            throw problem
        }
        guard case .needs(let permission) = route.access else { return }
        if identity.account.mustChangePassword {
            throw Problem(
                .passwordChangeNeeded, "the one-time password must be changed first", remedy: "PUT /api/v1/password.")
        }
        guard identity.may(permission) else {
            try await log(
                identity, .refused, context.parameters.get("therapy").map { String($0.prefix(100)) }, route.name)
            throw Problem(
                .forbidden, "\(identity.account.role.rawValue) may not \(permission.rawValue) here",
                remedy: "Let somebody do it whose work it is, or use a token with that scope.")
        }
    }
}

extension Desk {
    /// A form that somebody who is signed in sends must carry the session's secret.
    fileprivate func checkForm(_ call: Call) throws {
        guard case .session(let session)? = call.context.identity?.proof, call.route.access != .anybody else { return }
        guard let given = try call.form()["csrf"], isSame(given, session.csrf) else {
            throw Problem(
                .csrf, "the form does not carry this session's secret", remedy: "Open the page again and send it.")
        }
    }
}

extension HTTPField.Name {
    /// The session's secret, sent back by our own pages only.
    static let csrfToken = HTTPField.Name("X-CSRF-Token") ?? .authorization
    /// As RFC drafts name it.
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .authorization
}
