import Catalogue
import Foundation
import Hummingbird

extension Desk {
    /// The routes of the programming interface.
    var routes: [Route] {
        sessionRoutes + accountRoutes + tokenRoutes + journalRoutes + chartRoutes + trialRoutes + evidenceRoutes
            + systemRoutes + fhirRoutes
    }

    /// The pages for people.
    var pageRoutes: [Route] { doorPages + patientPages + entryForms + trialPages + adminPages }

    /// All of them, with the one that tells of them.
    var allRoutes: [Route] {
        let routes = routes
        let tell = Route(
            method: .get, path: "/api/v1/openapi.json", name: "openapi", words: "This document", access: .anybody,
            answers: [.init(status: .ok, words: "OpenAPI 3.1")]
        ) { _ in throw Problem.notFound("document") }
        let document =
            (try? Wire.data(OpenAPI(routes: routes + [tell], journalSchema: journalSchema).document)) ?? Data()
        return routes + [
            Route(
                method: tell.method, path: tell.path, name: tell.name, words: tell.words, access: tell.access,
                answers: tell.answers
            ) { _ in Reply.data(document) }
        ]
    }

    /// The journal's own schema, from the data that ship.
    private var journalSchema: JSON? {
        guard let data = try? Data(contentsOf: shelf.root.appendingPathComponent("docs/journal.schema.json")) else {
            return nil
        }
        return try? JSONDecoder().decode(JSON.self, from: data)
    }
}
