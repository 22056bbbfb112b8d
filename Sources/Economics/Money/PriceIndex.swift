/// How prices moved from year to year in one currency: brings a price of one year to the money of another.
public struct PriceIndex: Codable, Sendable, Equatable {
    /// Level of one year.
    public struct Level: Codable, Sendable, Equatable {
        /// Which year.
        public var year: Int
        /// Level, on any scale.
        public var level: Double

        /// Makes a level.
        public init(year: Int, level: Double) {
            self.year = year
            self.level = level
        }
    }
    /// What is measured (for example: medical care, consumers, United States).
    public var name: String
    /// ISO 4217 code.
    public var currency: String
    /// Levels by year.
    public var levels: [Level]
    /// Publication.
    public var source: String

    /// Makes an index.
    public init(name: String, currency: String, levels: [Level], source: String) {
        self.name = name
        self.currency = currency
        self.levels = levels
        self.source = source
    }

    /// The same purchasing power in the money of `year`.
    ///
    /// - Throws: `Fault` if the amount is in another currency or a year is not in the index.
    public func restate(_ money: Money, in year: Int) throws(Fault) -> Money {
        if money.basis.year == year { return money }
        guard money.basis.currency == currency else {
            throw Fault(
                ["currency"], found: money.basis.currency, expected: currency,
                remedy: "An index restates its own currency only; give the price in \(currency).")
        }
        return Money(
            money.amount * (try level(year)) / (try level(money.basis.year)),
            MoneyBasis(currency: currency, year: year))
    }

    private func level(_ year: Int) throws(Fault) -> Double {
        guard let level = levels.first(where: { $0.year == year })?.level else {
            throw Fault(
                ["year"], found: "\(year)", expected: "a year of the index '\(name)'",
                remedy: "Add the year to the index, or give the price in another year's money.")
        }
        return level
    }
}
