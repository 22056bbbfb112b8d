import Hummingbird

/// One route: what it is, who may use it, what goes in, what comes out, and what is done. The routes are registered from
/// these values, and the OpenAPI document is written from them.
struct Route: Sendable {
    /// Who may use it.
    enum Access: Sendable, Equatable {
        /// Anybody; whoever is signed in; whoever may do this
        case anybody, signedIn, needs(Permission)
    }

    /// What a route reads.
    struct Input: Sendable {
        var mediaTypes: [String]
        var shape: Shape
        /// Largest size, bytes.
        var limit: Int
        /// Whether it is read as JSON and checked against the shape before the route sees it.
        var isChecked = true

        static func json(_ shape: Shape, limit: Int = 64 * 1024) -> Input {
            Input(mediaTypes: ["application/json"], shape: shape, limit: limit)
        }
    }

    /// What a route answers when all is well.
    struct Answer: Sendable {
        var status: HTTPResponse.Status
        var words: String
        var mediaType: String? = "application/json"
        var shape: Shape = .anything
        var headers: [String] = []
    }

    let method: HTTPRequest.Method
    /// With `{name}` for what varies.
    let path: String
    /// Name of the operation in the document.
    let name: String
    let words: String
    let access: Access
    var parameters: [Parameter] = []
    var input: Input?
    let answers: [Answer]
    /// Problems beside those that follow from the rest.
    var problems: [Problem.Kind] = []
    let handle: @Sendable (Call) async throws -> Response

    /// Whether it reads a form of a page; the session's secret is one of its fields then, else a header.
    var isForm: Bool { input?.mediaTypes == ["application/x-www-form-urlencoded"] }

    /// Everything that can go wrong here.
    var allProblems: Set<Problem.Kind> {
        var all: Set<Problem.Kind> = [.badRequest, .tooMany, .failed, .unavailable]
        all.formUnion(problems)
        if access != .anybody { all.formUnion([.signInNeeded, .forbidden, .passwordChangeNeeded]) }
        if access != .anybody, method.isUnsafe { all.insert(.csrf) }
        if path.contains("{") { all.insert(.notFound) }
        if !parameters.isEmpty { all.insert(.invalid) }
        if input != nil { all.formUnion([.tooLarge, .mediaType, .invalid]) }
        if method.isUnsafe { all.formUnion([.full, .outcomeUnknown]) }
        return all
    }
}

extension HTTPRequest.Method {
    /// Whether it changes something.
    var isUnsafe: Bool { ![.get, .head, .options].contains(self) }
}

/// A value in the path, the query or a header.
struct Parameter: Sendable {
    /// Where it stands.
    enum Place: String, Sendable { case path, query, header }
    var place: Place
    var name: String
    var shape: Shape
    var words: String
    var isRequired = false
}

extension Parameter {
    /// A therapy: a chain-of-identity identifier, ours or another's.
    static let therapy = Parameter(
        place: .path, name: "therapy", shape: .text(length: 1...100), words: "Identifier of the therapy",
        isRequired: true)
    static func limit(_ most: Int) -> Parameter {
        Parameter(
            place: .query, name: "limit", shape: .integer(1...most), words: "How many at most; \(most) if not given")
    }
    static let after = Parameter(
        place: .query, name: "after", shape: .text(length: 1...100),
        words: "Go on after this one: `next` of the last page")
    static let at = Parameter(
        place: .query, name: "at", shape: .moment, words: "The time to look at; now if not given")
    static let ifNoneMatch = Parameter(
        place: .header, name: "If-None-Match", shape: .text(length: 1...400), words: "ETags that are at hand")
    static let ifMatch = Parameter(
        place: .header, name: "If-Match", shape: .text(length: 1...400),
        words: "ETag of the version that the decision rests on; refused with 412 if it is not the latest")
    static let idempotencyKey = Parameter(
        place: .header, name: "Idempotency-Key", shape: .text(length: 8...100, pattern: "[A-Za-z0-9._~:-]{8,100}"),
        words: "Identifier of this act: sent again, it is done once and answered the same")
}
