/// A price of one unit of a resource, as it was published or assumed.
public struct ResourcePrice: Codable, Sendable, Equatable {
    /// Name of the resource.
    public var resource: String
    /// Price of one unit, in the money of `currency` and `year`.
    public var amount: Double
    /// ISO 4217 code.
    public var currency: String
    /// Year of the price.
    public var year: Int
    /// Lower and upper end of its range.
    public var low, high: Double?
    /// Where it comes from.
    public var origin: InputOrigin
    /// How well it was checked.
    public var verification: InputCheck?
    /// Publication or grounds.
    public var source: String
}

/// A list price of a product from a date on.
public struct ProductPrice: Codable, Sendable, Equatable {
    /// Identifier of the product.
    public var product: String
    /// Disease that it holds for; all if not given.
    public var disease: String?
    /// First day of the price, ISO 8601.
    public var from: String
    /// Price of one infusion, in the currency of the list and the money of its day.
    public var amount: Double
    /// How well it was checked.
    public var verification: InputCheck
    /// Publication.
    public var source: String
}

/// What resources cost in one country: each price with its year and source, all brought to the money of one year.
public struct PriceList: Codable, Sendable, Equatable {
    /// Identifier: the name of the file.
    public var id: String
    /// For people.
    public var title: String
    /// Country, ISO 3166.
    public var country: String
    /// The money that the list answers in.
    public var money: MoneyBasis
    /// The day of the list, ISO 8601: list prices of products are those in force then.
    public var date: String
    /// How prices of other years are restated; without it every price must be of the list's year.
    public var index: PriceIndex?
    /// Prices of resources.
    public var resources: [ResourcePrice]
    /// List prices of products.
    public var products: [ProductPrice]
    /// How much of what society bears goes with a therapy (shares, days), by name.
    public var society: [String: Input]?

    /// Prices by resource, in the money of the list.
    ///
    /// - Parameter required: names that must have a price.
    /// - Throws: `Fault` for a price of another currency or year that cannot be restated, one given twice, or a missing
    ///   one.
    public func prices(required: [String]) throws(Fault) -> [String: Money] {
        var prices: [String: Money] = [:]
        for (index, price) in resources.enumerated() {
            guard price.amount >= 0, price.amount.isFinite else {
                throw Fault(
                    ["resources", "\(index)", "amount"], found: "\(price.amount)", expected: "0 or more",
                    remedy: "Write the price of one unit.")
            }
            guard price.currency == money.currency else {
                throw Fault(
                    ["resources", "\(index)", "currency"], found: price.currency, expected: money.currency,
                    remedy: "A list has one currency: convert the price and say at what rate in `source`.")
            }
            guard prices[price.resource] == nil else {
                throw Fault(
                    ["resources", "\(index)", "resource"], found: "'\(price.resource)' again",
                    expected: "each resource once", remedy: "Keep one of the prices.")
            }
            prices[price.resource] = try restated(price, index)
        }
        let missing = required.filter { prices[$0] == nil }
        guard missing.isEmpty else {
            throw Fault(
                ["resources"], found: "no price of \(missing.joined(separator: ", "))",
                expected: "a price of every resource", remedy: "Add each, assumed if need be; 0 says that it is free.")
        }
        return prices
    }

    private func restated(_ price: ResourcePrice, _ place: Int) throws(Fault) -> Money {
        let given = Money(price.amount, MoneyBasis(currency: price.currency, year: price.year))
        if given.basis == money { return given }
        guard let index else {
            throw Fault(
                ["resources", "\(place)", "year"], found: "\(price.year)", expected: "\(money.year), as the list",
                remedy: "Years cannot be mixed: add an `index` to restate prices, or give the price of \(money.year).")
        }
        do { return try index.restate(given, in: money.year) } catch {
            throw Fault(
                ["resources", "\(place)", "year"], found: error.found, expected: error.expected, remedy: error.remedy)
        }
    }

    /// The list price of a product on the day of the list: the latest that began by then, that of the disease before the
    /// general one.
    ///
    /// - Throws: `Fault` if there is none.
    public func price(ofProduct product: String, for disease: String) throws(Fault) -> Money {
        let own = products.filter { $0.product == product && $0.from <= date }
        let candidates =
            own.contains { $0.disease == disease }
            ? own.filter { $0.disease == disease }
            : own
                .filter { $0.disease == nil }
        guard let price = candidates.max(by: { $0.from < $1.from }) else {
            throw Fault(
                ["products"], found: "no price of \(product) for \(disease) on \(date)", expected: "a list price",
                remedy: "Add it with the day from which it holds.")
        }
        return Money(price.amount, money)
    }
}
