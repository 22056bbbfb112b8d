/// What the trajectories of an ensemble have in common.
public struct TrajectoryHeader: Sendable, Equatable {
    /// The model's name.
    public var model: String
    /// Unit of the times.
    public var timeUnit: String
    /// Times that are saved of every member; at least one.
    public var times: [Double]
    /// What is saved at each time; at least one.
    public var quantities: [Quantity]
    /// Number of members, at least one; they are numbered from 0.
    public var members: Int
    /// Notes on the run, such as its seed and tolerances, for formats that hold them. `title`, `source` and `history`
    /// replace the writer's own.
    public var attributes: [String: String]

    /// Makes a header.
    public init(
        model: String, timeUnit: String, times: [Double], quantities: [Quantity], members: Int,
        attributes: [String: String] = [:]
    ) {
        self.model = model
        self.timeUnit = timeUnit
        self.times = times
        self.quantities = quantities
        self.members = members
        self.attributes = attributes
    }
}
