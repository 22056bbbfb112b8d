/// A model that reads well but cannot be run.
public struct ProgramError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The model's identifier.
    public var model: String
    /// The quantity at fault.
    public var symbol: String
    /// What is wrong.
    public var problem: String
    /// What to do about it.
    public var remedy: String

    /// Model, symbol, problem and remedy in one line.
    public var description: String { "model '\(model)': '\(symbol)': \(problem). \(remedy)" }
}
