/// A model that reads well but cannot be run.
public struct ProgramError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The model's identifier.
    public var model: String
    /// The quantity at fault.
    public var symbol: String
    /// What is wrong.
    public var problem: String

    /// Model, symbol and problem.
    public var description: String { "model '\(model)': '\(symbol)': \(problem)" }
}
