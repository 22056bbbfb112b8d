/// In whom a check measures.
public enum CheckMembers: Sendable, Equatable {
    /// The model as it is.
    case typical
    /// One member of a table of parameters beside the model.
    case row(table: String, label: String)
    /// All members of a table whose label begins so, and what is said about them together.
    case rows(table: String, beginning: String, Statistic)
    /// Members drawn with the spreads of the parameters.
    case sampled(Int, seed: UInt64, reading: SpreadReading, Statistic)

    /// The table that is needed, if any.
    public var table: String? {
        switch self {
        case .typical, .sampled: nil
        case .row(let table, _), .rows(let table, _, _): table
        }
    }
}

/// What is said about many members together. Members in whom the quantity does not occur (a value that is never crossed)
/// have no number and are left out, except of `share`.
public enum Statistic: Sendable, Equatable {
    case median
    case mean
    case minimum
    case maximum
    /// exp of the mean of the logarithms.
    case geometricMean
    /// Standard deviation of the logarithms.
    case logSD
    /// √(exp(s²) - 1) with s the standard deviation of the logarithms; 1 is 100 %.
    case geometricCV
    /// The value below which this share of the members lies.
    case quantile(Double)
    /// Share of all members with a number within the limits.
    case share(ClosedRange<Double>)
    /// Share of the members with a number that have it within the limits.
    case shareOfOccurring(ClosedRange<Double>)
}

/// Parameters of members, as read from a table beside a model.
public struct MemberTable: Sendable, Equatable {
    /// The members' names, in order.
    public var labels: [String]
    /// Identifiers of the parameters.
    public var columns: [String]
    /// A row of values a member.
    public var rows: [[Double]]

    /// Makes a table.
    public init(labels: [String], columns: [String], rows: [[Double]]) {
        precondition(labels.count == rows.count && rows.allSatisfy { $0.count == columns.count })
        self.labels = labels
        self.columns = columns
        self.rows = rows
    }
}
