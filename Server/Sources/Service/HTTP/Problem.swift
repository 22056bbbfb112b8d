import Foundation
import Hummingbird

/// What went wrong with a request, as RFC 9457 puts it: `application/problem+json`. Patients' data never stand in it; paths
/// of fields, numbers of entries and reasons of rules do.
public struct Problem: Error, Sendable, Equatable {
    /// Kinds of problem: the last part of `type`, and the status.
    public enum Kind: String, Sendable, CaseIterable {
        /// The request cannot be read
        case badRequest = "bad-request"
        /// Nobody is signed in; not allowed; the session's secret is missing; a password must be changed first
        case signInNeeded = "sign-in-needed", forbidden, csrf, passwordChangeNeeded = "password-change-needed"
        /// A second signature or the password is asked for
        case signatureNeeded = "signature-needed"
        /// There is none; not by this method
        case notFound = "not-found", method = "method-not-allowed"
        /// It exists; it was taken by another; the key was used for something else; two things at once
        case exists, claimed, keyReused = "key-reused", conflict
        /// A rule forbids it
        case stopped
        /// The version named is not the latest
        case stale
        /// Too large; of another media type; fields are wrong; a clock is ahead
        case tooLarge = "too-large", mediaType = "media-type", invalid, timeSkew = "time-skew"
        /// Too many requests, or locked
        case tooMany = "too-many-requests"
        /// The record is broken; the database is away or full; anything else
        case broken = "record-broken", unavailable, full, failed
        /// The database went away while it wrote
        case outcomeUnknown = "outcome-unknown"

        /// HTTP status.
        public var status: HTTPResponse.Status {
            switch self {
            case .badRequest: .badRequest
            case .signInNeeded: .unauthorized
            case .forbidden, .csrf, .passwordChangeNeeded, .signatureNeeded: .forbidden
            case .notFound: .notFound
            case .method: .methodNotAllowed
            case .exists, .claimed, .conflict, .stopped: .conflict
            case .stale: .preconditionFailed
            case .tooLarge: .contentTooLarge
            case .mediaType: .unsupportedMediaType
            case .invalid, .timeSkew, .keyReused: .unprocessableContent
            case .tooMany: .tooManyRequests
            case .broken, .failed: .internalServerError
            case .unavailable, .outcomeUnknown: .serviceUnavailable
            case .full: .init(code: 507, reasonPhrase: "Insufficient Storage")
            }
        }
    }

    /// What kind.
    public var kind: Kind
    /// In one line, the same for all of the kind or nearly.
    public var title: String
    /// What to do about it.
    public var remedy: String?
    /// Fields at fault.
    var fields: [FieldFault] = []
    /// Rules that forbid.
    var stops: [StopAnswer] = []
    /// Seconds to wait.
    public var retryAfter: Double?
    /// The version that is the latest.
    public var version: Int?

    /// Makes a problem.
    public init(_ kind: Kind, _ title: String, remedy: String? = nil) {
        self.kind = kind
        self.title = title
        self.remedy = remedy
    }

    /// There is none, or not here: the two are not told apart.
    static func notFound(_ what: String) -> Problem { Problem(.notFound, "there is no such \(what) here") }

    /// Fields are wrong.
    static func invalid(_ fields: [FieldFault]) -> Problem {
        var problem = Problem(.invalid, fields.count == 1 ? "a field is wrong" : "\(fields.count) fields are wrong")
        problem.fields = fields
        return problem
    }

    /// One field is wrong.
    static func invalid(_ field: String, _ problem: String, _ remedy: String) -> Problem {
        invalid([FieldFault(field: field, problem: problem, remedy: remedy)])
    }
}

/// As it goes over the wire.
private struct ProblemBody: Encodable {
    let type: String
    let title: String
    let status: Int
    let remedy: String?
    let errors: [FieldFault]?
    let stops: [StopAnswer]?
    let version: Int?
    let request: String?
}

extension Problem {
    /// The answer.
    func response(request: String?) -> Response {
        let body = ProblemBody(
            type: "/problems/\(kind.rawValue)", title: title, status: kind.status.code, remedy: remedy,
            errors: fields.isEmpty ? nil : fields, stops: stops.isEmpty ? nil : stops, version: version,
            request: request)
        var headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "no-store"]
        if let retryAfter { headers[.retryAfter] = "\(max(1, Int(retryAfter.rounded(.up))))" }
        if kind == .signInNeeded { headers[.wwwAuthenticate] = "Bearer realm=\"livingdrug\"" }
        let data = (try? Wire.data(body)) ?? Data(#"{"type":"/problems/failed"}"#.utf8)
        return Response(status: kind.status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    /// The shape of the answer, for the document.
    static let shape = Shape.object([
        .must("type", .text()), .must("title", .text()), .must("status", .integer(400...599)), .may("remedy", .text()),
        .may(
            "errors",
            .array(.object([.must("field", .text()), .must("problem", .text()), .must("remedy", .text())]))),
        .may("stops", .array(.component("Stop"))), .may("version", .integer(0...Int(Int32.max))),
        .may("request", .text()),
    ])
}
