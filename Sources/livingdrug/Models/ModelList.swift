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
        /// Checks against figures that the paper reports.
        let paper: Tally
        /// Checks against the stated equations integrated elsewhere.
        let computed: Tally
        /// How the page was checked against the paper; nil for a model without a page.
        let verification: String?
    }

    struct Tally: Encodable {
        let reproduced: Int
        let mismatches: Int

        init(_ counts: (reproduced: Int, mismatches: Int)) { (reproduced, mismatches) = counts }

        /// For example: 7 of 8.
        var text: String {
            reproduced + mismatches == 0 ? "–" : "\(reproduced) of \(reproduced + mismatches)"
        }
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
            ("name", .left), ("states", .right), ("paper's figures", .right), ("computed", .right),
            ("verification", .left),
        ])
        for model in models {
            table.add([
                model.name, "\(model.states)", model.paper.text, model.computed.text, model.verification ?? "–",
            ])
        }
        let lines = table.text.split(separator: "\n").map(String.init)
        let entries = zip(lines.dropFirst(2), models).map { line, model in
            "\(line)\n    \(model.title)\n    \(model.product); \(model.data)"
        }
        return (lines.prefix(2) + entries).joined(separator: "\n") + """


            Paper's figures: how many of those that a model's page lists come out. Computed: of the stated equations'
            figures by another integrator, which say only that nothing was mistyped. livingdrug models NAME shows them,
            --check runs them. Verification: read in the paper or an encoded copy of it (read), in somebody's copy of its
            numbers (secondary), or from memory (unverified).
            """
    }
}

extension ModelList.Entry {
    fileprivate init(_ model: ShelvedModel) {
        let page = model.page
        self.init(
            name: page.id, title: page.title, product: page.product, data: page.data,
            states: model.program.states.count, parameters: model.program.parameters.count,
            paper: .init(page.tally(.paper)), computed: .init(page.tally(.computed)),
            verification: page.verification.rawValue)
    }

    fileprivate init(_ name: String, _ shelf: Shelf) throws {
        let url = try shelf.model(name)
        let program = try Program(
            Model(sbml: String(contentsOf: url, encoding: .utf8), file: url.lastPathComponent))
        self.init(
            name: name, title: "Composed body: one patient through CAR-T therapy",
            product: "all products of the catalogue", data: "assumed, and fitted to published endpoints",
            states: program.states.count, parameters: program.parameters.count, paper: .init((0, 0)),
            computed: .init((0, 0)), verification: nil)
    }
}
