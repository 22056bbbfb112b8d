import Foundation
import Therapy

extension Shelf {
    /// Quantities that the simulation should give, and how many must agree (`Evidence/quantities.yaml`).
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public func quantities() throws -> QuantityList {
        let file = "Evidence/quantities.yaml"
        return try Self.quantities(from: text(of: file), file: file)
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
}
