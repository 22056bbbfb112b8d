import Foundation
import Inference
import Therapy

extension Shelf {
    /// Where the fitted values stand.
    public static let fittedPath = "Models/body/fitted.yaml"
    /// Where the plan stands.
    public static let planPath = "Models/body/calibration.yaml"

    /// The fitted values; nil if there are none.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public func fitted() throws -> FittedFile? {
        guard FileManager.default.fileExists(atPath: root.appendingPathComponent(Self.fittedPath).path) else {
            return nil
        }
        return try Self.fitted(
            from: text(of: Self.fittedPath), file: Self.fittedPath, body: bodyParameters(), products: products,
            diseases: diseases)
    }

    /// Fitted values of a file of the user's own.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public func fitted(at path: String) throws -> FittedFile {
        try Self.fitted(
            from: FileText.read(URL(fileURLWithPath: path), named: path), file: path, body: bodyParameters(),
            products: products, diseases: diseases)
    }

    /// Decodes fitted values and checks them against the names there are.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func fitted(
        from text: String, file: String, body: [String: BodyParameter], products: [String], diseases: [String]
    ) throws -> FittedFile {
        let document = try YAMLDocument(text, file: file)
        let fitted = try NodeDecoder.decode(FittedFile.self, from: document)
        var inspection = Inspection(of: document)
        inspection.check(fitted, body: body, products: products, diseases: diseases)
        try inspection.conclude()
        return fitted
    }

    /// Files that are no longer as they were when the values were fitted, or are gone.
    public func changed(since fitted: FittedFile) -> [String] {
        fitted.inputs.filter { (try? digest(of: $0.key)) != $0.value }.keys.sorted()
    }

    /// Digest of a file's content; for YAML without sources, notes and comments.
    func digest(of file: String) throws -> String {
        let text = try text(of: file)
        return file.hasSuffix(".yaml") ? ContentDigest.of(try YAMLDocument(text, file: file)) : Digest.of(text)
    }

    /// Everything that a calibration reads.
    ///
    /// - Parameters:
    ///   - selected: identifiers of the studies; nil for every study whose role is calibration.
    ///   - body: the body model.
    ///   - held: an earlier fit to begin at.
    /// - Returns: the material, and digests by file of what the fit depends on.
    /// - Throws: `UnknownName`; `CalibrationStudy.OnlyValidates`; `CatalogueError`.
    public func calibrationMaterial(
        studies selected: [String]?, body: Body, held: FittedParameters = .none
    ) throws -> (material: Material, inputs: [String: String]) {
        let all = try studies.map { try study($0) }
        for id in selected ?? [] {
            try require(id, .study, among: all.map(\.id))
            for study in all where study.id == id { _ = try CalibrationStudy(study) }
        }
        let readable = all.compactMap { try? CalibrationStudy($0) }
        var products: [String: Product] = [:]
        var diseases: [String: Disease] = [:]
        for study in readable.map(\.study) {
            products[study.product] = try product(study.product)
            diseases[study.disease] = try disease(study.disease)
        }
        let material = Material(
            studies: readable, selected: selected, products: products, diseases: diseases,
            covariates: try covariates(), course: try course(), body: body, base: try bodyParameters(), held: held)
        var files = [
            "Models/body/body.xml", "Models/body/parameters.yaml", "Evidence/covariates.yaml", "Evidence/course.yaml",
        ]
        for study in material.studies.map(\.study) {
            files += [
                "Evidence/studies/\(study.id).yaml", "Evidence/products/\(study.product).yaml",
                "Evidence/diseases/\(study.disease).yaml",
            ]
        }
        let inputs = try Set(files).map { ($0, try digest(of: $0)) }
        return (material, Dictionary(uniqueKeysWithValues: inputs))
    }
}
