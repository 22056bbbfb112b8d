import Dynamics
import Foundation

/// The body model that ships, found beside the package's sources.
enum TestBody {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func program() throws -> Program {
        let url = root.appendingPathComponent("Models/body/body.xml")
        return try Program(Model(sbml: String(contentsOf: url, encoding: .utf8), file: "body.xml"))
    }
}
