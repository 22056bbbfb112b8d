import HTTPTypes
import Hummingbird

/// Headers that every answer carries.
struct SecurityHeaders: RouterMiddleware {
    let isSecure: Bool

    /// What a page may load: from this server only; nothing inline.
    static let policy =
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

    /// Made once: a header's name is checked letter by letter whenever one is made.
    private static let always: [HTTPField] = [
        ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(self), geolocation=(), microphone=()"), ("Cache-Control", "no-store"),
    ].compactMap(field)
    private static let overTLS = [("Strict-Transport-Security", "max-age=31536000; includeSubDomains")].compactMap(
        field)

    private static func field(_ name: String, _ value: String) -> HTTPField? {
        HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    }

    func handle(
        _ request: Request, context: CentreContext, next: (Request, CentreContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in isSecure ? Self.always + Self.overTLS : Self.always where !response.headers.contains(field.name) {
            response.headers.append(field)
        }
        return response
    }
}
