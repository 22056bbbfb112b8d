/// A quantity with what came out of the simulation.
public struct QuantityResult: Sendable, Equatable {
    /// The quantity.
    public let quantity: Quantity
    /// What came out; nil if it could not be simulated.
    public let simulated: QuantityEstimate?
    /// Why not, if not.
    public let reason: String?

    /// Makes a result.
    public init(_ quantity: Quantity, simulated: QuantityEstimate?, reason: String? = nil) {
        self.quantity = quantity
        self.simulated = simulated
        self.reason = reason
    }

    /// Whether it agrees; nil if it could not be simulated.
    public var holds: Bool? { simulated.map(quantity.holds) }
}

extension [QuantityResult] {
    /// How many hold of those that a simulation is asked for. What could not be simulated counts as not holding;
    /// arithmetic on published inputs is no simulation and is not counted.
    public var agreement: Agreement {
        let asked = filter { $0.quantity.measure.basis != .arithmetic }
        return Agreement(compared: asked.count, agreeing: asked.filter { $0.holds == true }.count)
    }
}

/// Why a quantity could not be simulated.
struct NotSimulated: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}
