import ArgumentParser
import Catalogue
import Foundation

/// `livingdrug models`: what ships, and whether it still gives what its page says.
struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List the models that ship, show one with its origins and checks, or run the checks.",
        discussion: """
            Try:
              livingdrug models
              livingdrug models stein-2019
              livingdrug models --check
              livingdrug models kimmel-2021 --export kimmel.xml

            A page lists what the paper reports and what comes out here; a mismatch \
            is listed as one. --check exits with 1 if any of it is no longer so.
            """)

    @Argument(help: "A model's name.")
    var name: String?

    @Flag(help: "Run the checks of the model, or of all, and say of each whether its verdict still holds.")
    var check = false

    @Option(help: "Write the model's SBML to this file.")
    var export: String?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func validate() throws {
        if export != nil {
            guard name != nil else { throw ValidationError("--export needs a model's name") }
            guard !check, !json else { throw ValidationError("--export writes a file: leave --check and --json out") }
        }
    }

    func run() throws {
        let shelf = try Setting.shelf()
        if let name, let export {
            try OutputFolder.write(String(contentsOf: shelf.model(name), encoding: .utf8), to: export)
        } else if check {
            try runChecks(shelf)
        } else if let name {
            try show(name, shelf)
        } else {
            let list = try ModelList(shelf)
            print(json ? try ModelsJSON.text(list) : list.text)
        }
    }

    private func show(_ name: String, _ shelf: Shelf) throws {
        // Every model has a page but the composed body, whose parameters are described in a file of their own.
        if shelf.models.contains(name), !shelf.publishedModels.contains(name) {
            let page = try BodyPage(name, shelf)
            return print(json ? try ModelsJSON.text(page) : page.text)
        }
        let page = try ModelPageText(shelf.publishedModel(known(name, shelf)), source: shelf.antimony(of: name))
        print(json ? try ModelsJSON.text(page) : page.text)
    }

    private func runChecks(_ shelf: Shelf) throws {
        if let name, shelf.models.contains(name), !shelf.publishedModels.contains(name) {
            throw CommandError(
                "the model '\(name)' has no page with checks. Models with checks: "
                    + shelf.publishedModels.joined(separator: ", "))
        }
        let names = try name.map { [try known($0, shelf)] } ?? shelf.publishedModels
        let report = CheckReport(try names.map { CheckReport.Entry(try shelf.publishedModel($0)) })
        print(json ? try ModelsJSON.text(report) : report.text)
        guard report.holds else { throw WorkFailed(description: report.complaint) }
    }

    /// A model's name that exists; the list of a misspelt one's neighbours has the body too.
    private func known(_ name: String, _ shelf: Shelf) throws -> String {
        guard shelf.models.contains(name) else { throw UnknownName(.model, name, known: shelf.models) }
        return name
    }
}
