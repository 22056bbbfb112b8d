import Care
import Foundation

extension Shelf {
    /// Names of the label files, sorted (`axicabtagene-ciloleucel-us`).
    public var labelFiles: [String] {
        let folder = root.appendingPathComponent("Evidence/labels").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// Reads all labels.
    ///
    /// - Throws: `CatalogueError` with the faults of all files, each with its line.
    public func labels() throws -> LabelBook {
        var histories: [Label.History] = []
        var problems: [CatalogueError.Problem] = []
        for name in labelFiles {
            do {
                histories.append(try label(file: name))
            } catch let error as CatalogueError {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw CatalogueError(inFileOrder: problems) }
        // The name of a file is its product and jurisdiction, so no two can be of the same.
        return try LabelBook(histories)
    }

    /// Reads one file of labels, and checks it.
    ///
    /// - Parameter name: the file's name without folder and `.yaml`.
    /// - Throws: `CatalogueError`.
    public func label(file name: String) throws -> Label.History {
        let file = "Evidence/labels/\(name).yaml"
        return try Self.label(from: text(of: file), file: file)
    }

    /// Decodes a label file and checks it.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - file: name of the file, for messages; must be `<product>-<jurisdiction>.yaml`.
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func label(from text: String, file: String) throws -> Label.History {
        let document = try YAMLDocument(text, file: file)
        let written = try NodeDecoder.decode(LabelFile.self, from: document)
        var inspection = Inspection(of: document)
        inspection.check(written)
        let history: Result<Label.History, HistoryError> = Result { () throws(HistoryError) in
            try Label.History(subject: written.subject, versions: written.versions)
        }
        if case .failure(let error) = history { inspection.check(error) }
        if case .success(let history) = history { inspection.check(history, written: written) }
        do {
            try inspection.conclude()
        } catch let error as CatalogueError {
            throw error.withoutRepetition
        }
        return try history.get()
    }
}

extension CatalogueError {
    /// The faults, one for each place: what stands behind an anchor is read wherever an alias names it.
    var withoutRepetition: CatalogueError {
        var seen: Set<String> = []
        return CatalogueError(problems.filter { seen.insert("\($0.line):\($0.column):\($0.expected)").inserted })
    }

    /// Faults of several files: file by file, each by line.
    init(inFileOrder problems: [Problem]) {
        self.init([])
        self.problems = problems
    }
}
