import HTTPTypes
import Hummingbird

/// Where a request comes from, when a proxy that we trust stands before us: what it added last to `X-Forwarded-For`. What a
/// client wrote there itself stands before that, and is not believed.
struct Addresses: RouterMiddleware {
    let isBehindProxy: Bool

    func handle(
        _ request: Request, context: CentreContext, next: (Request, CentreContext) async throws -> Response
    ) async throws -> Response {
        guard isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return try await next(request, context) }
        var context = context
        context.address = String(last.drop { $0 == " " }.prefix(64))
        return try await next(request, context)
    }
}
