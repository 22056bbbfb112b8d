/// What a guideline would do now.
public enum Recommendation: Sendable, Equatable {
    /// Order something. The order's identifier is given when it is placed.
    case order(ProposedOrder)
    /// End a running order.
    case stop(order: String, reason: String)
}

/// An order that a guideline proposes.
public struct ProposedOrder: Sendable, Equatable {
    /// How soon.
    public enum Urgency: String, Sendable { case now, today }

    /// What.
    public var drug: Drug
    /// One dose, in `unit`.
    public var amount: Double
    /// UCUM unit.
    public var unit: String
    /// Length of the infusion, minutes.
    public var minutes: Double
    /// Hours between doses; nil for a single one.
    public var intervalHours: Double?
    /// Doses; nil until stopped.
    public var doses: Int?
    /// How oxygen is to be given.
    public var oxygen: OxygenSupport?
    /// How the drug is to be given, where it leaves that open.
    public var route: Route?
    /// How soon.
    public var urgency: Urgency
    /// Why, in words.
    public var reason: String
    /// Where the rule stands.
    public var source: String

    /// The order with its identifier.
    public func order(id: String) -> Order {
        Order(
            id: id, drug: drug, amount: amount, unit: unit, minutes: minutes, intervalHours: intervalHours,
            doses: doses, oxygen: oxygen, route: route, reason: reason, source: source)
    }
}
