/// How many comparisons were made, and how many agree.
public struct Agreement: Sendable, Equatable {
    /// Comparisons made.
    public let compared: Int
    /// Of these, the simulated value within what was asked.
    public let agreeing: Int

    /// Counts.
    public init(compared: Int, agreeing: Int) {
        self.compared = compared
        self.agreeing = agreeing
    }

    /// Counts comparisons.
    public init(_ comparisons: some Sequence<EndpointComparison>) {
        let inside = comparisons.map(\.isInside)
        self.init(compared: inside.count, agreeing: inside.filter { $0 }.count)
    }

    /// The share that agrees; nil if nothing was compared.
    public var share: Double? { compared > 0 ? Double(agreeing) / Double(compared) : nil }

    /// Whether the share reaches a limit. Nothing compared reaches none: unknown is not a pass.
    public func reaches(_ limit: Double) -> Bool { share.map { $0 >= limit } ?? false }
}
