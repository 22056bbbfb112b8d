import Foundation
import Hummingbird

/// The OpenAPI 3.1 document, written from the routes that are registered.
struct OpenAPI: Sendable {
    let routes: [Route]
    /// `docs/journal.schema.json`, for the payloads of entries; nil where it is not at hand.
    let journalSchema: JSON?

    var document: JSON {
        var paths: [String: [String: JSON]] = [:]
        for route in routes { paths[route.path, default: [:]][route.method.rawValue.lowercased()] = operation(route) }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "LivingDrug", "version": "1",
                "description":
                    "A treatment centre's CAR-T patients, and virtual ones. Research and education software, not a medical device.",
            ],
            "servers": [["url": "/"]],
            "paths": .object(paths.mapValues { .object($0) }),
            "components": .object([
                "schemas": .object(schemas),
                "securitySchemes": [
                    "session": ["type": "apiKey", "in": "cookie", "name": "livingdrug"],
                    "token": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"],
                ],
            ]),
        ]
    }

    private var schemas: [String: JSON] {
        [
            "Problem": Problem.shape.json, "Stop": StopAnswer.shape.json, "Account": Desk.accountShape.json,
            "AccessLine": AccessLine.shape.json, "Token": Desk.tokenShape.json, "Trial": TrialAnswer.shape.json,
            "EntryRequest": EntryRequest.shape.json, "Payload": payload, "Entry": entry, "Chart": ["type": "object"],
            "Part": ["type": "object"],
        ]
    }

    /// What an entry's payload may be: each type's own shape, from the journal's schema.
    private var payload: JSON {
        guard let journalSchema, let definitions = journalSchema["$defs"] else { return ["type": "object"] }
        return [
            "type": "object",
            "$defs": definitions.referring(from: "#/$defs/", to: "#/components/schemas/Payload/$defs/"),
            "description": "The shape that docs/journal.schema.json gives the type",
        ]
    }

    private var entry: JSON {
        [
            "type": "object",
            "properties": ["entry": ["type": "object"], "hash": ["type": "string"]],
            "required": ["entry", "hash"],
        ]
    }

    private func operation(_ route: Route) -> JSON {
        var operation: [String: JSON] = [
            "operationId": .string(route.name), "summary": .string(route.words), "responses": .object(responses(route)),
        ]
        if !route.parameters.isEmpty { operation["parameters"] = .array(route.parameters.map(parameter)) }
        if let input = route.input {
            let schema = input.shape.json
            operation["requestBody"] = [
                "required": true,
                "content": .object(
                    Dictionary(uniqueKeysWithValues: input.mediaTypes.map { ($0, ["schema": schema]) })),
            ]
        }
        switch route.access {
        case .anybody: operation["security"] = []
        case .signedIn: operation["security"] = [["session": []], ["token": []]]
        case .needs(let permission):
            operation["security"] = [["session": []], ["token": []]]
            operation["x-permission"] = .string(permission.rawValue)
            operation["x-roles"] = .array(
                (Permission.table[permission] ?? []).map(\.rawValue).sorted().map { .string($0) })
        }
        return .object(operation)
    }

    private func parameter(_ parameter: Parameter) -> JSON {
        [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
            "required": .bool(parameter.isRequired), "description": .string(parameter.words),
            "schema": parameter.shape.json,
        ]
    }

    private func responses(_ route: Route) -> [String: JSON] {
        var responses: [String: JSON] = [:]
        for answer in route.answers {
            var response: [String: JSON] = ["description": .string(answer.words)]
            if let type = answer.mediaType { response["content"] = .object([type: ["schema": answer.shape.json]]) }
            if !answer.headers.isEmpty {
                response["headers"] = .object(
                    Dictionary(uniqueKeysWithValues: answer.headers.map { ($0, ["schema": ["type": "string"]]) }))
            }
            responses["\(answer.status.code)"] = .object(response)
        }
        let kinds = Dictionary(grouping: route.allProblems, by: \.status.code)
        for (status, kinds) in kinds {
            let names = kinds.map(\.rawValue).sorted().joined(separator: ", ")
            var content: [String: JSON] = [
                "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
            ]
            // What is wrong with a resource itself is told as FHIR tells it.
            if route.path.hasPrefix("/fhir"), kinds.contains(.invalid) {
                content["application/fhir+json"] = ["schema": ["type": "object", "description": "OperationOutcome"]]
            }
            responses["\(status)"] = .object([
                "description": .string("Problem: \(names)"), "content": .object(content),
            ])
        }
        return responses
    }
}
