import Economics

/// What a ledger's resources cost by one price list, for one product in one disease.
public struct PriceBook: Sendable, Equatable {
    /// The money of all amounts.
    public let money: MoneyBasis
    /// Prices of one unit.
    public let prices: [Price.Resource: Double]
    /// Prices of what only society bears, by name.
    public let societal: [String: Double]

    /// What society bears beside the health-care sector.
    public enum Societal: String, CaseIterable, Sendable {
        /// One journey to the centre and back; one night near it
        case travelTrip, lodgingNight
        /// One day of a carer; one day of lost work
        case carerDay, lostWorkDay
    }

    /// - Throws: `Fault` for a missing price, or one in another currency or year.
    public init(_ list: PriceList, product: String, disease: String) throws(Fault) {
        let needed = Price.Resource.allCases.filter { $0 != .product }.map(\.rawValue)
        let found = try list.prices(required: needed + Societal.allCases.map(\.rawValue))
        var prices: [Price.Resource: Double] = [:]
        for resource in Price.Resource.allCases { prices[resource] = found[resource.rawValue]?.amount }
        prices[.product] = try list.price(ofProduct: product, for: disease).amount
        let known = Set(needed + Societal.allCases.map(\.rawValue))
        if let index = list.resources.firstIndex(where: { !known.contains($0.resource) }) {
            throw Fault(
                ["resources", "\(index)", "resource"], found: "'\(list.resources[index].resource)'",
                expected: "a resource that is counted", remedy: "Known: \(known.sorted().joined(separator: ", ")).")
        }
        self.prices = prices
        societal = found.filter { Societal(rawValue: $0.key) != nil }.mapValues(\.amount)
        money = list.money
    }

    /// Cost of everything in a ledger.
    public func cost(of ledger: Ledger) -> Money {
        Money(prices.reduce(0) { $0 + $1.value * ledger[$1.key] }, money)
    }

    /// Cost of one step of the therapy.
    public func cost(of ledger: Ledger, in step: TherapyStep) -> Money {
        Money(prices.reduce(0) { $0 + ($1.key.step == step ? $1.value * ledger[$1.key] : 0) }, money)
    }
}
