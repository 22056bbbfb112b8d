import Foundation

/// Reads a text file; what is wrong with it is told with its line.
enum FileText {
    static func read(_ url: URL, named name: String) throws -> String {
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw fault(
                name, 1, "a file that cannot be read (\(error.localizedDescription))", "a readable file",
                "Check the path and its permissions.")
        }
        return try text(of: data, named: name)
    }

    /// Text from bytes in UTF-8.
    static func text(of data: some Collection<UInt8>, named name: String) throws -> String {
        if let text = String(validating: data, as: UTF8.self) { return text }
        var (decoder, bytes, line) = (UTF8(), data.makeIterator(), 1)
        while case .scalarValue(let scalar) = decoder.decode(&bytes) {
            if scalar == "\n" { line += 1 }
        }
        throw fault(name, line, "bytes that are not UTF-8", "UTF-8 text", "Save the file as UTF-8.")
    }

    private static func fault(
        _ file: String, _ line: Int, _ found: String, _ expected: String, _ remedy: String
    ) -> CatalogueError {
        CatalogueError([
            .init(file: file, line: line, column: 1, field: "", found: found, expected: expected, remedy: remedy)
        ])
    }
}
