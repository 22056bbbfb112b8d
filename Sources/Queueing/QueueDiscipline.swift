/// Who of those that wait is served next.
public enum QueueDiscipline: String, Codable, Sendable, CaseIterable {
    /// In the order of arrival.
    case firstCome
    /// The latest arrival first.
    case lastCome
    /// The highest priority first; among equals the first come.
    case priority

    /// Whether one entry is served before another. Never both ways, and never undecided: arrivals are numbered.
    func serves(
        _ one: (priority: Double, arrival: Int), before other: (priority: Double, arrival: Int)
    ) -> Bool {
        switch self {
        case .firstCome: one.arrival < other.arrival
        case .lastCome: one.arrival > other.arrival
        case .priority:
            one.priority != other.priority ? one.priority > other.priority : one.arrival < other.arrival
        }
    }
}
