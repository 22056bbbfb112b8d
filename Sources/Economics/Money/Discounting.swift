/// Yearly rates at which later costs and effects count for less.
public struct Discounting: Codable, Sendable, Equatable {
    /// Rate for costs, per year (0.03 for 3 %).
    public var costs: Double
    /// Rate for effects (life-years and QALYs), per year.
    public var effects: Double

    /// Makes rates.
    public init(costs: Double, effects: Double) {
        self.costs = costs
        self.effects = effects
    }

    /// No discounting.
    public static let none = Discounting(costs: 0, effects: 0)
    /// Customary in the United States: 3 % for both (Sanders 2016, second panel on cost-effectiveness).
    public static let unitedStates = Discounting(costs: 0.03, effects: 0.03)

    /// What one unit after so many years is worth today.
    public static func factor(rate: Double, years: Double) -> Double { power(1 + rate, -years) }

    /// The mean worth of what is spread evenly over an interval of years.
    public static func meanFactor(rate: Double, from start: Double, to end: Double) -> Double {
        guard rate != 0, end > start else { return factor(rate: rate, years: start) }
        let force = naturalLogarithm(1 + rate)
        return (factor(rate: rate, years: start) - factor(rate: rate, years: end)) / (force * (end - start))
    }

    /// - Throws: `Fault` for a rate that is no rate.
    public func check() throws(Fault) {
        for (name, rate) in [("costs", costs), ("effects", effects)] where !(rate >= 0 && rate < 0.5) {
            throw Fault(
                [name], found: "\(rate)", expected: "a yearly rate from 0 to 0.5", remedy: "Write 3 % as 0.03.")
        }
    }
}
