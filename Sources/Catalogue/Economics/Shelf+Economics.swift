import Economics
import Foundation
import Yams

extension Shelf {
    /// Identifiers of the published analyses, sorted.
    public var analyses: [String] { names(in: "Evidence/economics") }
    /// Identifiers of the life tables, sorted.
    public var lifeTables: [String] { names(in: "Evidence/life-tables") }
    /// Identifiers of the price lists, sorted.
    public var priceLists: [String] { names(in: "Evidence/prices") }

    /// Reads a published analysis and makes it ready: what is to be solved is solved.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if a file is wrong.
    public func economicModel(_ id: String, view: View = .healthCare) throws -> EconomicModel {
        try require(id, .analysis, among: analyses)
        let file = file("Evidence/economics", id)
        let text = try text(of: file)
        return try Self.economicModel(from: text, file: file, view: view, lifeTable: lifeTable)
    }

    /// Decodes an analysis, checks it and solves what is to be solved.
    ///
    /// - Parameter lifeTable: gives a life table by name.
    /// - Throws: `CatalogueError`, with the line of the fault.
    public static func economicModel(
        from text: String, file: String, view: View = .healthCare, lifeTable: (String) throws -> LifeTable
    ) throws -> EconomicModel {
        let document = try YAMLDocument(text, file: file)
        let analysis = try NodeDecoder.decode(Analysis.self, from: document)
        var inspection = Inspection(of: document)
        inspection.require(analysis.id == stem(file), "id", "the name of the file", "Rename one of them.")
        inspection.requireDate(analysis.date, "date")
        inspection.requireText(analysis.title, "title")
        inspection.require(!analysis.sources.isEmpty, "sources", "one source at least", "Name the publication.")
        inspection.check(analysis.inputs, "inputs")
        for (index, item) in analysis.published.enumerated() {
            inspection.requireText(item.source, FieldPath("published") + index + "source")
        }
        try inspection.conclude()
        let table = try lifeTable(analysis.population.lifeTable)
        do {
            return try EconomicModel(analysis, lifeTable: table, view: view)
        } catch { throw CatalogueError([document.problem(error)]) }
    }

    /// Reads a life table and checks it.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if the file is wrong.
    public func lifeTable(_ id: String) throws -> LifeTable {
        try require(id, .lifeTable, among: lifeTables)
        let file = file("Evidence/life-tables", id)
        let document = try YAMLDocument(text(of: file), file: file)
        let table = try NodeDecoder.decode(LifeTable.self, from: document)
        var inspection = Inspection(of: document)
        inspection.require(table.id == id, "id", "the name of the file", "Rename one of them.")
        inspection.requireText(table.source, "source")
        try inspection.conclude()
        do { try table.check() } catch { throw CatalogueError([document.problem(error)]) }
        return table
    }
}

extension YAMLDocument {
    /// A fault of an economic model at its line: steps that are numbers count in lists.
    func problem(_ fault: Fault) -> CatalogueError.Problem {
        var path = FieldPath()
        for step in fault.path {
            if case .sequence? = node(at: path), let index = Int(step) {
                path = path + index
            } else {
                path = path + step
            }
        }
        return problem(at: path, found: fault.found, expected: fault.expected, remedy: fault.remedy)
    }
}

extension Inspection {
    /// Numbers of an analysis: what is assumed says so in words as well.
    mutating func check(_ inputs: [String: Input], _ path: FieldPath, under prefix: [String] = ["inputs"]) {
        for (name, input) in inputs {
            requireText(input.title, path + name + "title")
            requireText(input.source, path + name + "source")
            do { try input.check() } catch {
                add(
                    document.problem(
                        Fault(
                            prefix + [name] + error.path, found: error.found, expected: error.expected,
                            remedy: error.remedy)))
            }
        }
    }
}
