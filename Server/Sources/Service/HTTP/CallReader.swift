import NIOCore
import HTTPTypes
import Foundation
import Hummingbird

/// Reads a request into a call: parameters and body, checked against the route's own description.
struct CallReader: Sendable {
    let route: Route

    /// Deepest nesting of a body.
    static let depth = 32

    func call(_ request: Request, _ context: CentreContext) async throws -> Call {
        let values = try parameters(of: request, context)
        guard let input = route.input else {
            return Call(request: request, context: context, route: route, values: values, data: Data(), body: nil)
        }
        let given = request.headers[.contentType]?.split(separator: ";").first.map {
            $0.trimmingCharacters(in: .whitespaces).lowercased()
        }
        guard let given, input.mediaTypes.contains(given) else {
            throw Problem(
                .mediaType, "this media type is not taken here",
                remedy: "Send Content-Type: \(input.mediaTypes.joined(separator: " or ")).")
        }
        let data = try await body(of: request, upTo: input.limit)
        guard input.isChecked else {
            return Call(request: request, context: context, route: route, values: values, data: data, body: nil)
        }
        let json = try Self.json(data)
        let faults = input.shape.faults(in: json, at: "")
        guard faults.isEmpty else { throw Problem.invalid(Array(faults.prefix(50))) }
        return Call(request: request, context: context, route: route, values: values, data: data, body: json)
    }

    private func body(of request: Request, upTo limit: Int) async throws -> Data {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Problem(.tooLarge, "the body has \(length) bytes", remedy: "Send \(limit) at the most.")
        }
        do {
            return Data(try await request.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Problem(.tooLarge, "the body is larger than \(limit) bytes", remedy: "Send less at once.")
        }
    }

    /// Reads JSON of bounded depth.
    static func json(_ data: Data) throws -> JSON {
        guard JSON.depth(of: data) <= depth else {
            throw Problem(
                .badRequest, "the body is nested deeper than \(depth)", remedy: "Send what the document describes.")
        }
        do {
            return try JSONDecoder().decode(JSON.self, from: data)
        } catch {
            throw Problem(.badRequest, "the body is not JSON", remedy: "Send one JSON value in UTF-8.")
        }
    }

    private func parameters(of request: Request, _ context: CentreContext) throws -> [String: String] {
        var values: [String: String] = [:]
        var faults: [FieldFault] = []
        let query = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        let known = Set(route.parameters.filter { $0.place == .query }.map(\.name))
        for name in Set(query.map(\.0)).subtracting(known).sorted() {
            faults.append(
                FieldFault(
                    field: String(name.prefix(60)), problem: "this parameter is not known here",
                    remedy: known.isEmpty ? "Leave it out." : "Known: \(known.sorted().joined(separator: ", "))."))
        }
        for parameter in route.parameters {
            let given = given(parameter, request, context, query)
            guard given.count < 2 else {
                faults.append(FieldFault(field: parameter.name, problem: "it is given twice", remedy: "Give it once."))
                continue
            }
            guard let text = given.first else {
                if parameter.isRequired {
                    faults.append(FieldFault(field: parameter.name, problem: "it is missing", remedy: "Add it."))
                }
                continue
            }
            faults += parameter.shape.faults(in: parameter.shape.read(text), at: parameter.name)
            values[parameter.name] = text
        }
        guard faults.isEmpty else { throw Problem.invalid(faults) }
        return values
    }

    private func given(
        _ parameter: Parameter, _ request: Request, _ context: CentreContext, _ query: [(String, String)]
    ) -> [String] {
        switch parameter.place {
        case .path:
            return context.parameters.get(parameter.name).map { [$0.removingPercentEncoding ?? $0] } ?? []
        case .query: return query.filter { $0.0 == parameter.name }.map(\.1)
        case .header:
            guard let name = HTTPField.Name(parameter.name) else { return [] }
            return request.headers[values: name]
        }
    }
}

extension Shape {
    /// A parameter's text as the value that it stands for.
    fileprivate func read(_ text: String) -> JSON {
        switch self {
        case .integer: Int(text).map { .integer($0) } ?? .string(text)
        case .number: Double(text).map { .number($0) } ?? .string(text)
        case .boolean: text == "true" ? true : text == "false" ? false : .string(text)
        default: .string(text)
        }
    }
}
