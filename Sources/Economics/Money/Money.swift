/// The money that amounts are told in: a currency and the year whose prices are meant.
public struct MoneyBasis: Codable, Hashable, Sendable, CustomStringConvertible {
    /// ISO 4217 code, for example USD.
    public var currency: String
    /// Year of the prices.
    public var year: Int

    /// Makes a basis.
    public init(currency: String, year: Int) {
        self.currency = currency
        self.year = year
    }

    /// For example: USD of 2021.
    public var description: String { "\(currency) of \(year)" }
}

/// An amount of money. Amounts of another currency or another year cannot be added to it.
public struct Money: Hashable, Sendable, CustomStringConvertible {
    /// How much.
    public let amount: Double
    /// Of which money.
    public let basis: MoneyBasis

    /// Makes an amount.
    public init(_ amount: Double, _ basis: MoneyBasis) {
        self.amount = amount
        self.basis = basis
    }

    /// The sum of two amounts.
    /// - Throws: `MixedMoney` if they are of different currencies or years.
    public func adding(_ other: Money) throws(MixedMoney) -> Money {
        guard other.basis == basis else { throw MixedMoney(first: basis, second: other.basis) }
        return Money(amount + other.amount, basis)
    }

    /// So many of it.
    public func times(_ factor: Double) -> Money { Money(amount * factor, basis) }

    /// For example: 399000.0 USD of 2021.
    public var description: String { "\(amount) \(basis)" }
}

/// Amounts of different currencies or years were to be added.
public struct MixedMoney: Error, Sendable, Equatable, CustomStringConvertible {
    /// One of them.
    public let first: MoneyBasis
    /// The other.
    public let second: MoneyBasis

    /// What was mixed, and what to do.
    public var description: String {
        first.currency == second.currency
            ? "amounts in \(first) and in \(second) cannot be added. Restate one in the other's year by a price index."
            : "amounts in \(first) and in \(second) cannot be added. Give all prices of a list in one currency."
    }
}
