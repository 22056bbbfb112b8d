/// An SBML file that cannot be read, or says something that this engine does not know.
public struct SBMLError: Error, Sendable, Equatable, CustomStringConvertible {
    /// File, if there is one.
    public var file: String?
    /// Line, from 1; nil if the library does not say.
    public var line: Int?
    /// Element, with its identifier where it has one.
    public var element: String
    /// What is wrong.
    public var problem: String
    /// What to do about it.
    public var remedy: String

    /// File, line, element, problem and remedy in one line.
    public var description: String {
        let place = (file ?? "SBML") + (line.map { ":\($0)" } ?? "")
        return "\(place): \(element): \(problem). \(remedy)"
    }
}
