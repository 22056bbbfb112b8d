import Foundation

/// Where a value stands on the horizontal axis of a forest plot, in per cent of its width.
struct ForestAxis {
    /// A labelled line across the plot.
    struct Tick {
        let value: Double
        let label: String
    }

    let ticks: [Tick]
    private let low: Double
    private let high: Double
    private let isLogarithmic: Bool

    /// Shares from 0 to 100 %.
    static let shares = ForestAxis(
        low: 0, high: 1, isLogarithmic: false,
        ticks: [0, 0.25, 0.5, 0.75, 1].map { ($0, "\(Int($0 * 100)) %") })

    /// Values as multiples of the published one, from an eighth to eight times, on a logarithmic scale.
    static let multiples = ForestAxis(
        low: 1.0 / 8, high: 8, isLogarithmic: true,
        ticks: [(1.0 / 8, "⅛"), (0.25, "¼"), (0.5, "½"), (1, "× 1"), (2, "2"), (4, "4"), (8, "8")])

    private init(low: Double, high: Double, isLogarithmic: Bool, ticks: [(Double, String)]) {
        self.low = low
        self.high = high
        self.isLogarithmic = isLogarithmic
        self.ticks = ticks.map(Tick.init)
    }

    /// Per cent from the left; values beyond the ends stand at the end.
    func place(_ value: Double) -> Double {
        let held = min(max(value, low), high)
        let share = isLogarithmic ? log(held / low) / log(high / low) : (held - low) / (high - low)
        return (share * 1000).rounded() / 10
    }

    /// Whether a value lies beyond an end.
    func isBeyond(_ value: Double) -> Bool { value < low || value > high }
}
