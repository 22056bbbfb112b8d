/// What the summaries of an ensemble's members have in common: one value a member and column.
public struct SummaryHeader: Sendable, Equatable {
    /// The model's name.
    public var model: String
    /// What is kept of each member; at least one.
    public var columns: [Quantity]
    /// Number of members, at least one; they are numbered from 0.
    public var members: Int
    /// Notes on the run, as in ``TrajectoryHeader/attributes``.
    public var attributes: [String: String]

    /// Makes a header.
    public init(model: String, columns: [Quantity], members: Int, attributes: [String: String] = [:]) {
        self.model = model
        self.columns = columns
        self.members = members
        self.attributes = attributes
    }
}
