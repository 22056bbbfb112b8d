/// What is wrong with a file of the catalogue. All that one reading finds is reported at once.
public struct CatalogueError: Error, Equatable, CustomStringConvertible {
    /// One fault: where it is, what stands there, what should, and what to do.
    public struct Problem: Sendable, Equatable, CustomStringConvertible {
        /// The file, as it was named to the reader.
        public var file: String
        /// Line, from 1.
        public var line: Int
        /// Column, from 1.
        public var column: Int
        /// The field (for example `population.age.median` or `published[3].n`); empty for the file as a whole.
        public var field: String
        /// What was found.
        public var found: String
        /// What was expected.
        public var expected: String
        /// What to do about it.
        public var remedy: String

        /// For example: zuma-1.yaml:21:14: population.age.median: found 'old'; expected a number. Write …
        public var description: String {
            let place = field.isEmpty ? "" : "\(field): "
            return "\(file):\(line):\(column): \(place)found \(found); expected \(expected). \(remedy)"
        }
    }
    /// The faults, by line.
    public var problems: [Problem]

    /// Makes an error of faults found.
    public init(_ problems: [Problem]) {
        self.problems = problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// One fault a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
