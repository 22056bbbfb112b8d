import Catalogue
import Foundation
import Testing

/// The text of a shipped file, to be spoilt by the tests.
func shippedText(_ file: String) throws -> String {
    let shelf = try #require(shipped)
    return try String(contentsOf: shelf.root.appendingPathComponent(file), encoding: .utf8)
}

/// A shipped file of which one passage is replaced.
struct Spoilt {
    let text: String
    /// Line of the passage, from 1.
    let line: Int

    /// - Throws: if the passage does not stand in the file, so that a test cannot pass by spoiling nothing.
    init(_ file: String, replacing passage: String, by replacement: String) throws {
        let whole = try shippedText(file)
        let range = try #require(whole.range(of: passage), "'\(passage)' no longer stands in \(file)")
        line = 1 + whole[..<range.lowerBound].filter { $0 == "\n" }.count
        text = whole.replacingCharacters(in: range, with: replacement)
    }
}

/// A shipped product with other differences of the body; `body` stands last in the file.
func product(_ file: String, body: String) throws -> String {
    let whole = try shippedText(file)
    let range = try #require(whole.range(of: "\nbody:"))
    return whole[..<range.lowerBound] + "\nbody: \(body)\n"
}

/// The faults that reading something gives; empty if it reads well.
func problems(_ read: () throws -> some Any) throws -> [CatalogueError.Problem] {
    do {
        _ = try read()
        return []
    } catch let error as CatalogueError {
        return error.problems
    }
}

let diseases = ["large-b-cell-lymphoma", "multiple-myeloma", "paediatric-b-all"]
let products = ["axicabtagene-ciloleucel", "ciltacabtagene-autoleucel", "tisagenlecleucel"]
