import Catalogue
import Dynamics
import Foundation
import Therapy

/// All models that ship.
struct ModelList: Encodable {
    struct Entry: Encodable {
        let name: String
        let title: String
        let product: String
        let data: String
        let states: Int
        let parameters: Int
        let reproduced: Int
        let mismatches: Int
        /// How the page was checked against the paper; nil for a model without a page.
        let verification: String?
    }

    let models: [Entry]

    init(_ shelf: Shelf) throws {
        let published = shelf.publishedModels
        models = try shelf.models.map { name in
            published.contains(name) ? Entry(try shelf.publishedModel(name)) : try Entry(name, shelf)
        }
    }

    /// A line of figures a model, with its title, product and data below.
    var text: String {
        var table = TextTable([
            ("name", .left), ("states", .right), ("reproduced", .right), ("mismatches", .right),
            ("verification", .left),
        ])
        for model in models {
            let hasChecks = model.verification != nil
            table.add([
                model.name, "\(model.states)", hasChecks ? "\(model.reproduced)" : "–",
                hasChecks ? "\(model.mismatches)" : "–", model.verification ?? "–",
            ])
        }
        let lines = table.text.split(separator: "\n").map(String.init)
        let entries = zip(lines.dropFirst(2), models).map { line, model in
            "\(line)\n    \(model.title)\n    \(model.product); \(model.data)"
        }
        return (lines.prefix(2) + entries).joined(separator: "\n") + """


            'reproduced' and 'mismatches' count the checks of a model's page: livingdrug models NAME shows them, --check
            runs them. Verification: read in the paper, read in a secondary copy of it, or unverified (from memory).
            """
    }
}

extension ModelList.Entry {
    fileprivate init(_ model: ShelvedModel) {
        let page = model.page
        let tally = page.tally
        self.init(
            name: page.id, title: page.title, product: page.product, data: page.data,
            states: model.program.states.count, parameters: model.program.parameters.count,
            reproduced: tally.reproduced, mismatches: tally.mismatches, verification: page.verification.rawValue)
    }

    fileprivate init(_ name: String, _ shelf: Shelf) throws {
        let url = try shelf.model(name)
        let program = try Program(
            Model(sbml: String(contentsOf: url, encoding: .utf8), file: url.lastPathComponent))
        self.init(
            name: name, title: "Composed body: one patient through CAR-T therapy",
            product: "all products of the catalogue", data: "hand-tuned and calibrated to studies",
            states: program.states.count, parameters: program.parameters.count, reproduced: 0, mismatches: 0,
            verification: nil)
    }
}
