import Hummingbird
import Logging

/// Counts and times every request, and writes one line of log for it: method, route (without its values), status,
/// milliseconds. No path, no query, no address of a patient.
struct TelemetryMiddleware: RouterMiddleware {
    let telemetry: Telemetry

    func handle(
        _ request: Request, context: CentreContext, next: (Request, CentreContext) async throws -> Response
    ) async throws -> Response {
        let begin = ContinuousClock.now
        telemetry.begin()
        var status = 499
        defer {
            let time = begin.duration(to: .now)
            let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
            let route = context.endpointPath ?? "none"
            let method = Self.known(request.method)
            telemetry.end(method, route, status, seconds: seconds)
            context.logger.info(
                "request",
                metadata: [
                    "method": "\(method)", "route": "\(route)", "status": "\(status)",
                    "milliseconds": "\((seconds * 1_000_000).rounded() / 1_000)",
                ])
        }
        let response = try await next(request, context)
        status = response.status.code
        return response
    }

    /// A method that somebody made up is not a label.
    private static func known(_ method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .put, .delete, .patch, .options].contains(method) ? method.rawValue : "other"
    }
}
