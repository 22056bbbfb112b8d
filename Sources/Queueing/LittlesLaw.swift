/// Little's law, L = λ·W, checked on one window of one run from sums that are kept apart: L from the queue's length
/// integrated over time as it changes, λ and W from the customers' own times of coming and going.
///
/// Customers count for the part of their stay that lies in the window (those who were there when it began and those who
/// still are when it ends included): then the law holds exactly, for any process and any discipline (Little 1961;
/// Stidham 1974), and a difference above rounding is an error of the books.
public struct LittlesLaw: Sendable, Equatable {
    /// L, the mean number over time.
    public let meanNumber: Double
    /// λ, customers of the window per unit of time.
    public let arrivalRate: Double
    /// W, mean time that they spent there within the window.
    public let meanTime: Double

    /// Makes the comparison.
    public init(meanNumber: Double, arrivalRate: Double, meanTime: Double) {
        self.meanNumber = meanNumber
        self.arrivalRate = arrivalRate
        self.meanTime = meanTime
    }

    /// |L − λ·W| as a share of L; the difference itself where nobody was there.
    public var error: Double {
        let difference = abs(meanNumber - arrivalRate * meanTime)
        return meanNumber > 0 ? difference / meanNumber : difference
    }

    /// What rounding may leave over millions of customers.
    public static let tolerance = 1e-6

    /// Whether the law holds.
    public var holds: Bool { error <= Self.tolerance }
}

/// The customers' side of Little's law: who is there since when.
struct StayBook<Customer: Hashable & Sendable>: Sendable {
    private var since: [Customer: Double] = [:]
    private var windowStart = 0.0
    private var stays = 0.0
    private var customers = 0

    mutating func come(_ customer: Customer, at time: Double) {
        precondition(since[customer] == nil, "one customer cannot be at one place twice")
        since[customer] = time
        customers += 1
    }

    /// The customer leaves; since when they were there, or nil if they were not.
    mutating func go(_ customer: Customer, at time: Double) -> Double? {
        guard let start = since.removeValue(forKey: customer) else { return nil }
        stays += time - max(start, windowStart)
        return start
    }

    func contains(_ customer: Customer) -> Bool { since[customer] != nil }

    mutating func restart(at time: Double) {
        windowStart = time
        stays = 0
        customers = since.count
    }

    /// The law for the window until a time, against the mean number that was kept elsewhere.
    func law(meanNumber: Double, until time: Double) -> LittlesLaw {
        let length = time - windowStart
        guard length > 0, customers > 0 else { return LittlesLaw(meanNumber: meanNumber, arrivalRate: 0, meanTime: 0) }
        // Sorted, because the order of a dictionary differs from run to run and would change the last digit.
        let open = since.values.sorted().reduce(0) { $0 + time - max($1, windowStart) }
        return LittlesLaw(
            meanNumber: meanNumber, arrivalRate: Double(customers) / length,
            meanTime: (stays + open) / Double(customers))
    }
}
