import Foundation
import Therapy

extension Shelf {
    /// Names of the models, sorted: each folder of `Models` that holds an SBML file.
    public var models: [String] {
        let folder = root.appendingPathComponent("Models")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { modelFile($0) != nil }.sorted()
    }

    /// The SBML file of a model.
    ///
    /// - Throws: `UnknownName` with the near matches.
    public func model(_ name: String) throws -> URL {
        guard let file = modelFile(name) else { throw UnknownName(.model, name, known: models) }
        return file
    }

    /// The parameters of the body model, by identifier.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public func bodyParameters() throws -> [String: BodyParameter] {
        let file = "Models/body/parameters.yaml"
        return try Self.bodyParameters(from: text(of: file), file: file)
    }

    /// Names of the body's parameters, sorted; nil if this data root has no body model.
    func bodyParameterNames() throws -> [String]? {
        let file = root.appendingPathComponent("Models/body/parameters.yaml").path
        return FileManager.default.fileExists(atPath: file) ? try bodyParameters().keys.sorted() : nil
    }

    /// Decodes the parameters of the body model and checks them.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func bodyParameters(from text: String, file: String) throws -> [String: BodyParameter] {
        let document = try YAMLDocument(text, file: file)
        let parameters = try NodeDecoder.decode([String: BodyParameter].self, from: document)
        var inspection = Inspection(of: document)
        for (name, parameter) in parameters {
            inspection.check(parameter, FieldPath([.key(name)]))
        }
        try inspection.conclude()
        return parameters
    }

    /// A file named as its folder, else the only SBML file there.
    private func modelFile(_ name: String) -> URL? {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else { return nil }
        let folder = root.appendingPathComponent("Models").appendingPathComponent(name)
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let sbml = files.filter { $0.hasSuffix(".xml") }.sorted()
        return (sbml.first { $0 == "\(name).xml" } ?? sbml.first).map(folder.appendingPathComponent)
    }
}

extension Inspection {
    fileprivate mutating func check(_ parameter: BodyParameter, _ path: FieldPath) {
        check(
            SourcedValue(
                value: parameter.value, unit: parameter.unit, cv: parameter.cv, bounded: parameter.bounded,
                origin: parameter.origin, source: parameter.source), path)
        requireText(parameter.meaning, path + "meaning")
    }
}
