import Foundation
import Therapy

extension Shelf {
    /// Names of the plans of centres that ship, sorted.
    public var centres: [String] {
        let folder = root.appendingPathComponent("Evidence/centres").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// Reads a plan of a centre: one of `Evidence/centres` by its name, or a file of the user's own by its path.
    ///
    /// - Parameter numbers: what `changes` may set.
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if it cannot be read or is wrong.
    public func centre(_ name: String, numbers: [String]? = nil) throws -> CentrePlanFile {
        let knowledge = CentreKnowledge(studies: studies, numbers: numbers)
        if name.hasSuffix(".yaml") || name.contains("/") {
            let text = try FileText.read(URL(fileURLWithPath: name), named: name)
            return try CentrePlanFile(from: text, file: name, knowledge: knowledge)
        }
        guard centres.contains(name) else { throw UnknownName(.centre, name, known: centres) }
        let file = "Evidence/centres/\(name).yaml"
        return try CentrePlanFile(from: text(of: file), file: file, knowledge: knowledge)
    }
}
