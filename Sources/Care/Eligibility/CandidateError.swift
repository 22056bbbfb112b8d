/// A patient file that cannot be used, with all its faults.
public struct CandidateError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One fault.
    public struct Problem: Sendable, Equatable {
        /// The field, as a path (`lines[1].outcome`); "" for the file as a whole.
        public var field: String
        /// What was found.
        public var found: String
        /// What was expected.
        public var expected: String
        /// What to do.
        public var remedy: String
    }
    /// File, if there is one.
    public var file: String?
    /// The faults, by field.
    public var problems: [Problem]

    /// One fault a line.
    public var description: String {
        problems.map { problem in
            let place = problem.field.isEmpty ? "" : "\(problem.field): "
            return
                "\(file ?? "patient"): \(place)found \(problem.found); expected \(problem.expected). \(problem.remedy)"
        }.joined(separator: "\n")
    }
}
