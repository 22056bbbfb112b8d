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

    init(_ name: String, _ shelf: Shelf) throws {
        let url = try shelf.model(name)
        let model = try Model(sbml: String(contentsOf: url, encoding: .utf8), file: url.lastPathComponent)
        let program = try Program(model)
        let origins = name == "body" ? try shelf.bodyParameters() : [:]
        self.name = model.name
        states = program.states.count
        assignments = program.observables.count
        equations = shelf.antimony(of: name)
        parameters = program.parameters.map { parameter in
            let own = origins[parameter.id]
            return ParameterRow(
                id: parameter.id, value: parameter.value, unit: own?.unit ?? parameter.unit,
                origin: own?.origin.rawValue ?? "", meaning: own?.meaning ?? parameter.name, source: own?.source ?? "",
                spread: nil)
        }
    }

    var text: String {
        [
            "\(name): \(states) states, \(assignments) assignments\n", equations ?? "",
            ParameterRow.table(parameters),
        ].joined(separator: "\n")
    }
}
