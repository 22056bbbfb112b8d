import ArgumentParser
import Catalogue
import Dynamics
import Foundation
import Therapy

/// `livingdrug models`: what ships.
struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models", abstract: "List the models that ship, or show one: its equations and their origins.")

    @Argument(help: "A model's name.")
    var name: String?

    @Option(help: "Write the model's SBML to this file.")
    var export: String?

    func run() throws {
        let shelf = try Setting.shelf()
        guard let name else {
            guard export == nil else { throw ValidationError("--export needs a model's name") }
            for name in shelf.models {
                let model = try read(name, shelf).model
                let program = try Program(model)
                print("\(name)  \(program.states.count) states, \(program.parameters.count) parameters")
            }
            return
        }
        let (model, text, url) = try read(name, shelf)
        if let export {
            try OutputFolder.write(text, to: export)
            return
        }
        try show(model, url, shelf)
    }

    private func read(_ name: String, _ shelf: Shelf) throws -> (model: Model, text: String, url: URL) {
        let url = try shelf.model(name)
        let text = try String(contentsOf: url, encoding: .utf8)
        return (try Model(sbml: text, file: url.lastPathComponent), text, url)
    }

    private func show(_ model: Model, _ url: URL, _ shelf: Shelf) throws {
        let program = try Program(model)
        let origins = url.lastPathComponent == "body.xml" ? try shelf.bodyParameters() : [:]
        print("\(model.name): \(program.states.count) states, \(program.observables.count) assignments\n")
        let source = url.deletingPathExtension().appendingPathExtension("ant")
        if let antimony = try? String(contentsOf: source, encoding: .utf8) {
            let equations = antimony.split(separator: "\n", omittingEmptySubsequences: false)
                .prefix { !$0.contains("---- Parameters") }
            print(equations.joined(separator: "\n"))
        }
        var table = TextTable([
            ("parameter", .left), ("value", .right), ("unit", .left), ("origin", .left), ("meaning; source", .left),
        ])
        for parameter in program.parameters {
            let own = origins[parameter.id]
            table.add([
                parameter.id, "\(parameter.value)", own?.unit ?? parameter.unit, own?.origin.rawValue ?? "",
                own.map { "\($0.meaning); \($0.source)" } ?? parameter.name,
            ])
        }
        print(table.text)
    }
}
