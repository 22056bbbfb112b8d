import Care
import Foundation
import Hummingbird

/// A request as a route sees it: who asks, and values that were checked.
struct Call: Sendable {
    let request: Request
    let context: CentreContext
    let route: Route
    /// Values of the parameters given, as texts.
    let values: [String: String]
    /// The body; empty if the route reads none.
    let data: Data
    /// The body as JSON, checked against the route's shape.
    let body: JSON?

    /// Who asks. A route that lets anybody in must not ask for it.
    var identity: Identity {
        get throws {
            guard let identity = context.identity else { throw Problem(.signInNeeded, "nobody is signed in") }
            return identity
        }
    }

    func text(_ name: String) -> String? { values[name] }
    func integer(_ name: String) -> Int? { values[name].flatMap { Int($0) } }
    func moment(_ name: String) -> Instant? { values[name].flatMap { try? Instant(iso8601: $0) } }

    /// A value of the path.
    func path(_ name: String) throws -> String {
        guard let value = values[name] else { throw Problem.notFound(name) }
        return value
    }

    /// The body as a type. Its shape was checked, so that what fails here is finer: a value that only the type knows.
    func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw Problem.invalid([FieldFault(error, under: "")])
        }
    }
}

extension FieldFault {
    /// What a decoder could not read. Its own words are left out where they might hold the value.
    init(_ error: DecodingError, under root: String) {
        func path(_ keys: [any CodingKey]) -> String {
            keys.reduce(root) { path, key in
                if let index = key.intValue { return "\(path)[\(index)]" }
                return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
            }
        }
        let remedy = "The OpenAPI document describes every field."
        switch error {
        case .keyNotFound(let key, let context):
            self.init(field: path(context.codingPath + [key]), problem: "it is missing", remedy: "Add it. " + remedy)
        case .typeMismatch(_, let context):
            self.init(field: path(context.codingPath), problem: "a value of another type belongs here", remedy: remedy)
        case .valueNotFound(_, let context):
            self.init(
                field: path(context.codingPath), problem: "null is not allowed here",
                remedy: "Leave the field out if it is unknown.")
        case .dataCorrupted(let context):
            self.init(field: path(context.codingPath), problem: "it cannot be read", remedy: remedy)
        @unknown default: self.init(field: root, problem: "it cannot be read", remedy: remedy)
        }
        if field.isEmpty { field = "body" }
    }
}
