import Hummingbird

/// The cookies that are set: never readable by scripts, never sent from another site; over TLS bound to this host.
struct CookieJar: Sendable {
    let isSecure: Bool

    /// Name of the session's cookie. The prefix makes browsers refuse it from anywhere but this host over TLS.
    var session: String { isSecure ? "__Host-livingdrug" : "livingdrug" }
    /// Name of the cookie of a visitor who is not signed in yet.
    var visit: String { isSecure ? "__Host-livingdrug-visit" : "livingdrug-visit" }

    func set(_ name: String, _ value: String, on response: inout Response, seconds: Double) {
        response.setCookie(
            Cookie(
                name: name, value: value, maxAge: Int(seconds), path: "/", secure: isSecure, httpOnly: true,
                sameSite: .strict))
    }

    func clear(_ name: String, on response: inout Response) { set(name, "", on: &response, seconds: 0) }
}
