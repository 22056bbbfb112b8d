import Hummingbird
import Logging

/// Turns whatever is thrown into an answer: problem+json for programs, a page for people. The log gets the kind of the
/// error and the route, never a text that a request might have brought.
struct ProblemMiddleware: RouterMiddleware {
    /// A page for people, where the request asks for one; nil: problem+json.
    let page: @Sendable (Problem, Request, CentreContext) -> Response?

    func handle(
        _ request: Request, context: CentreContext, next: (Request, CentreContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let problem = Problem(error)
            if problem.kind == .failed || problem.kind == .broken {
                context.logger.error("request failed", metadata: ["error": "\(type(of: error))"])
            }
            return page(problem, request, context) ?? problem.response(request: context.id)
        }
    }
}
