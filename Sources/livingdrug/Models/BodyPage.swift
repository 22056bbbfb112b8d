import Catalogue
import Therapy
import Dynamics
import Foundation

/// A model without a page of its own: its equations, and the parameters as their data file describes them.
struct BodyPage: Encodable {
    let name: String
    let states: Int
    let assignments: Int
    let equations: String?
    let parameters: [ParameterRow]
    /// What was fitted of products and diseases, which lies over the body's own values, by owner.
    let fitted: [String: [ParameterRow]]

    init(_ name: String, _ shelf: Shelf) throws {
        let url = try shelf.model(name)
        let model = try Model(sbml: String(contentsOf: url, encoding: .utf8), file: url.lastPathComponent)
        let program = try Program(model)
        let origins = name == "body" ? try shelf.bodyParameters() : [:]
        let found = name == "body" ? try Setting.fitted(shelf) : .none
        self.name = model.name
        states = program.states.count
        assignments = program.observables.count
        equations = shelf.antimony(of: name)
        parameters = program.parameters.map { parameter in
            let own = origins[parameter.id]
            let fit = found.body[parameter.id]
            let cv = fit?.cv ?? own?.cv
            return ParameterRow(
                id: parameter.id, value: fit?.value ?? parameter.value, unit: own?.unit ?? parameter.unit,
                origin: (fit == nil ? own?.origin : .fitted)?.rawValue ?? "", meaning: own?.meaning ?? parameter.name,
                source: fit == nil ? own?.source ?? "" : found.source, spread: cv.map { "CV \(Figure.text($0))" })
        }
        fitted = found.products.merging(found.diseases) { own, _ in own }.mapValues { entries in
            entries.sorted { $0.key < $1.key }.map { id, entry in
                ParameterRow(
                    id: id, value: entry.value ?? .nan, unit: origins[id]?.unit ?? "1", origin: Origin.fitted.rawValue,
                    meaning: origins[id]?.meaning ?? "", source: found.source,
                    spread: entry.cv.map { "CV \(Figure.text($0))" })
            }
        }
    }

    var text: String {
        [
            "\(name): \(states) states, \(assignments) assignments\n", equations ?? "",
            ParameterRow.table(parameters),
        ].joined(separator: "\n")
            + fitted.sorted { $0.key < $1.key }.map { "\nOf \($0.key)\n\n\(ParameterRow.table($0.value))" }.joined()
    }
}
