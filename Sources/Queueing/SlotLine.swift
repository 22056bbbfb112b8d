/// A line before dated slots (consult hours, apheresis runs, a factory's starts): each slot takes one customer at its
/// time, and a slot that nobody waits for is lost.
public struct SlotLine<Customer: Hashable & Sendable>: Sendable {
    /// Those who wait.
    public private(set) var line: WaitingLine<Customer>
    /// Slots of the window that came.
    public private(set) var offered = 0
    /// Slots of the window that somebody took.
    public private(set) var taken = 0
    /// Slots of the window that were taken and then came to nothing, because the customer dropped out.
    public private(set) var wasted = 0

    /// An empty line.
    public init(_ discipline: QueueDiscipline = .firstCome) { line = WaitingLine(discipline) }

    /// Somebody comes and waits.
    public mutating func arrive(_ customer: Customer, priority: Double = 0, at time: Double) {
        line.join(customer, priority: priority, at: time)
    }

    /// A slot comes.
    /// - Returns: Who gets it; nil if nobody waits and the slot is lost.
    public mutating func offer(at time: Double) -> Customer? {
        offered += 1
        guard let customer = line.serveNext(at: time) else { return nil }
        taken += 1
        return customer
    }

    /// Somebody leaves the line.
    @discardableResult
    public mutating func leave(_ customer: Customer, at time: Double) -> Bool { line.leave(customer, at: time) }

    /// A slot that was taken came to nothing.
    public mutating func waste() { wasted += 1 }

    /// Begins the statistics anew; nobody moves.
    public mutating func restart(at time: Double) {
        line.restart(at: time)
        offered = 0
        taken = 0
        wasted = 0
    }

    /// Share of the slots that somebody took; 0 if none came.
    public var utilisation: Double { offered > 0 ? Double(taken) / Double(offered) : 0 }
}
