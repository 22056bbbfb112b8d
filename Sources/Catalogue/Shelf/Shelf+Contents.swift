import Care
import Foundation
import Therapy

extension Shelf {
    /// Identifiers of the studies, sorted.
    public var studies: [String] { names(in: "Evidence/studies") }
    /// Identifiers of the products, sorted.
    public var products: [String] { names(in: "Evidence/products") }
    /// Identifiers of the diseases, sorted.
    public var diseases: [String] { names(in: "Evidence/diseases") }
    /// Names of the policies, sorted. (A study's own, `as-published`, is in the study.)
    public var policies: [String] { names(in: "Evidence/policies").filter { $0 != "expected" } }

    /// Reads a study and checks it.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if the file is wrong.
    public func study(_ id: String) throws -> Study {
        try require(id, .study, among: studies)
        let file = file("Evidence/studies", id)
        return try Self.study(
            from: text(of: file), file: file, products: products, diseases: diseases, labels: drugLabels())
    }

    /// Reads a product and checks it.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if the file is wrong.
    public func product(_ id: String) throws -> Product {
        try require(id, .product, among: products)
        let file = file("Evidence/products", id)
        return try Self.product(from: text(of: file), file: file, parameters: bodyParameterNames())
    }

    /// Reads a disease and checks it.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if the file is wrong.
    public func disease(_ id: String) throws -> Disease {
        try require(id, .disease, among: diseases)
        let file = file("Evidence/diseases", id)
        return try Self.disease(from: text(of: file), file: file, parameters: bodyParameterNames())
    }

    /// Reads how covariates go together, and checks it.
    ///
    /// - Throws: `CatalogueError` if the file is wrong.
    public func covariates() throws -> CovariateModel {
        let file = "Evidence/covariates.yaml"
        return try Self.covariates(from: text(of: file), file: file)
    }

    /// Reads the numbers of the course, and checks them.
    ///
    /// - Throws: `CatalogueError` if the file is wrong.
    public func course() throws -> CourseConstants {
        let file = "Evidence/course.yaml"
        return try Self.course(from: text(of: file), file: file)
    }

    /// Reads a policy and checks it.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if the file is wrong.
    public func policy(_ id: String) throws -> ManagementPolicy {
        try require(id, .policy, among: policies)
        let file = file("Evidence/policies", id)
        return try Self.policy(from: text(of: file), file: file, labels: drugLabels())
    }

    /// Reads a policy from a file of the user's own, and checks its doses against the labels of this shelf.
    ///
    /// - Throws: `CatalogueError` if it cannot be read or is wrong.
    public func policy(at path: String) throws -> ManagementPolicy {
        let text = try FileText.read(URL(fileURLWithPath: path), named: path)
        return try Self.policy(from: text, file: path, named: nil, labels: drugLabels())
    }

    /// Reads the labels of the drugs against toxicity: largest doses and prices; none if this data root has none.
    ///
    /// - Throws: `CatalogueError` if the file is wrong.
    public func drugs() throws -> [DrugLabel] { try drugLabels() ?? [] }

    /// The labels; nil if this data root has none, so that nothing is checked against them.
    func drugLabels() throws -> [DrugLabel]? {
        let file = "Evidence/drugs.yaml"
        guard FileManager.default.fileExists(atPath: root.appendingPathComponent(file).path) else { return nil }
        return try Self.drugs(from: text(of: file), file: file)
    }

    func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path))
        return (files ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    func file(_ folder: String, _ id: String) -> String { "\(folder)/\(id).yaml" }

    func text(of file: String) throws -> String {
        try FileText.read(root.appendingPathComponent(file), named: file)
    }

    func require(_ name: String, _ kind: UnknownName.Kind, among known: [String]) throws {
        guard known.contains(name) else { throw UnknownName(kind, name, known: known) }
    }
}

extension Shelf {
    /// Decodes a study and checks it.
    ///
    /// - Parameters:
    ///   - text: The YAML text.
    ///   - file: What messages call the file; its name without `.yaml` must be the study's `id`.
    ///   - products: Identifiers of the products there are.
    ///   - diseases: Identifiers of the diseases there are.
    ///   - labels: Largest doses that `management` may order; nil if they are not at hand.
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func study(
        from text: String, file: String, products: [String], diseases: [String], labels: [DrugLabel]? = nil
    ) throws -> Study {
        let document = try YAMLDocument(text, file: file)
        let study = try NodeDecoder.decode(Study.self, from: document)
        var inspection = Inspection(of: document)
        inspection.require(study.id == stem(file), "id", "the name of the file", "Rename one of them.")
        inspection.check(study, products: products, diseases: diseases, labels: labels)
        try inspection.conclude()
        return study
    }

    /// Decodes a disease and checks it.
    ///
    /// - Parameters:
    ///   - file: What messages call the file; its name without `.yaml` must be the disease's `id`.
    ///   - parameters: Parameters of the body model that `body` may name; nil if they are not at hand.
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func disease(from text: String, file: String, parameters: [String]? = nil) throws -> Disease {
        let document = try YAMLDocument(text, file: file)
        let disease = try NodeDecoder.decode(Disease.self, from: document)
        var inspection = Inspection(of: document)
        inspection.require(disease.id == stem(file), "id", "the name of the file", "Rename one of them.")
        inspection.check(disease, parameters: parameters)
        try inspection.conclude()
        return disease
    }

    /// Decodes a product and checks it; `file` and `parameters` as for a disease.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func product(from text: String, file: String, parameters: [String]? = nil) throws -> Product {
        let document = try YAMLDocument(text, file: file)
        let product = try NodeDecoder.decode(Product.self, from: document)
        var inspection = Inspection(of: document)
        inspection.require(
            product.definition.id == stem(file), "definition.id", "the name of the file", "Rename one of them.")
        inspection.check(product, parameters: parameters)
        try inspection.conclude()
        return product
    }

    /// Decodes how covariates go together, and checks it: the correlations must not contradict each other.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func covariates(from text: String, file: String) throws -> CovariateModel {
        let document = try YAMLDocument(text, file: file)
        let covariates = try NodeDecoder.decode(CovariateModel.self, from: document)
        var inspection = Inspection(of: document)
        inspection.check(covariates)
        try inspection.conclude()
        return covariates
    }

    /// Decodes the numbers of the course and checks them.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func course(from text: String, file: String) throws -> CourseConstants {
        let document = try YAMLDocument(text, file: file)
        let course = try NodeDecoder.decode(CourseConstants.self, from: document)
        var inspection = Inspection(of: document)
        inspection.check(course)
        try inspection.conclude()
        return course
    }

    /// Decodes a policy and checks it; `file` and `labels` as for a study.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func policy(
        from text: String, file: String, labels: [DrugLabel]? = nil
    ) throws -> ManagementPolicy {
        try policy(from: text, file: file, named: stem(file), labels: labels)
    }

    private static func policy(
        from text: String, file: String, named name: String?, labels: [DrugLabel]?
    ) throws -> ManagementPolicy {
        let document = try YAMLDocument(text, file: file)
        let policy = try NodeDecoder.decode(ManagementPolicy.self, from: document)
        var inspection = Inspection(of: document)
        if let name {
            inspection.require(policy.id == name, "id", "the name of the file", "Rename one of them.")
        }
        inspection.check(policy, labels: labels)
        try inspection.conclude()
        return policy
    }

    /// Decodes the labels of drugs and checks them.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func drugs(from text: String, file: String) throws -> [DrugLabel] {
        let document = try YAMLDocument(text, file: file)
        let labels = try NodeDecoder.decode([DrugLabel].self, from: document)
        var inspection = Inspection(of: document)
        inspection.check(labels)
        try inspection.conclude()
        return labels
    }

    static func stem(_ file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    }
}
