import Dynamics
import Foundation
import Tables
import Therapy

extension Shelf {
    /// Names of the models that have a page (`model.yaml`), sorted.
    public var publishedModels: [String] {
        models.filter {
            FileManager.default.fileExists(atPath: folder(of: $0).appendingPathComponent("model.yaml").path)
        }
    }

    /// Reads a published model: page, equations and tables, checked against each other.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if the page is wrong; `SBMLError`, `ProgramError`
    ///   if the model is; `TableError` if a table is.
    public func publishedModel(_ name: String) throws -> ShelvedModel {
        guard publishedModels.contains(name) else { throw UnknownName(.model, name, known: publishedModels) }
        let sbml = try model(name)
        let place = "Models/\(name)/"
        let model = try Model(sbml: text(of: place + sbml.lastPathComponent), file: place + sbml.lastPathComponent)
        let program = try Program(model)
        var tables: [String: MemberTable] = [:]
        for file in try tableFiles(of: name) { tables[file] = try table(place + file, program) }
        let file = place + "model.yaml"
        let page = try Self.modelPage(from: text(of: file), file: file, program: program, tables: tables)
        return ShelvedModel(page: page, model: model, program: program, tables: tables)
    }

    /// Decodes a model's page and checks it.
    ///
    /// - Parameters:
    ///   - text: The YAML text.
    ///   - file: What messages call the file; the folder that it lies in must have the name of the model's `id`.
    ///   - program: The model that the page is of.
    ///   - tables: Tables beside the model.
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func modelPage(
        from text: String, file: String, program: Program, tables: [String: MemberTable] = [:]
    ) throws -> PublishedModel {
        let document = try YAMLDocument(text, file: file)
        let page = try NodeDecoder.decode(ModelPage.self, from: document)
        var inspection = Inspection(of: document)
        let folder = file.split(separator: "/").dropLast().last.map(String.init)
        inspection.require(folder == nil || page.id == folder, "id", "the name of the folder", "Rename one of them.")
        inspection.check(page, program: program, tables: tables.mapValues(\.labels))
        try inspection.conclude()
        return page.published
    }

    private func folder(of name: String) -> URL { root.appendingPathComponent("Models").appendingPathComponent(name) }

    private func tableFiles(of name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder(of: name).path).filter { $0.hasSuffix(".csv") }
            .sorted()
    }

    private func table(_ file: String, _ program: Program) throws -> MemberTable {
        let table = try ParameterTable(
            contentsOf: root.appendingPathComponent(file).path, knownColumns: program.parameters.map(\.id))
        return MemberTable(
            labels: table.labels ?? (0..<table.rowCount).map { "\($0)" }, columns: table.columns,
            rows: (0..<table.rowCount).map { Array(table[row: $0]) })
    }
}
