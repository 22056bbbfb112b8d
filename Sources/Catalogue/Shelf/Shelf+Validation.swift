import Care
import Foundation
import Therapy

extension Shelf {
    private static let quantitiesFile = "Evidence/quantities.yaml"
    private static let expectationsFile = "Evidence/policies/expected.yaml"
    /// A file among the policies that is none.
    static let notAPolicy = "expected"

    /// Quantities that the simulation should give, and how many must agree.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public func quantities() throws -> QuantityList {
        try Self.quantities(from: text(of: Self.quantitiesFile), file: Self.quantitiesFile)
    }

    /// What publications say that policies change; none if there is no such file.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public func policyExpectations() throws -> [PolicyExpectation] {
        let path = root.appendingPathComponent(Self.expectationsFile).path
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try Self.policyExpectations(
            from: text(of: Self.expectationsFile), file: Self.expectationsFile, policies: policies)
    }

    /// Decodes quantities and checks them. Studies and policies that they name need not exist: such a quantity is then
    /// reported as not simulated.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func quantities(from text: String, file: String) throws -> QuantityList {
        let document = try YAMLDocument(text, file: file)
        let list = try NodeDecoder.decode(QuantityList.self, from: document)
        var inspection = Inspection(of: document)
        inspection.check(list)
        try inspection.conclude()
        return list
    }

    /// Decodes a list of expectations and checks them.
    ///
    /// - Parameter policies: Identifiers of the policies there are.
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func policyExpectations(
        from text: String, file: String, policies: [String]
    ) throws -> [PolicyExpectation] {
        let document = try YAMLDocument(text, file: file)
        let list = try NodeDecoder.decode([PolicyExpectation].self, from: document)
        var inspection = Inspection(of: document)
        for (index, expectation) in list.enumerated() {
            inspection.check(expectation, FieldPath([.index(index)]), policies: policies)
        }
        try inspection.conclude()
        return list
    }
}
