/// Those who wait for one thing, in the order in which they will get it.
public struct WaitingLine<Customer: Hashable & Sendable>: Sendable {
    private struct Entry: Sendable {
        let customer: Customer
        let rank: (priority: Double, arrival: Int)
    }

    /// Who is next.
    public let discipline: QueueDiscipline
    private var entries: [Entry] = []
    private var arrivals = 0
    private var length: TimeAverage
    private var book = StayBook<Customer>()
    /// Waits of those who were served in the window.
    public private(set) var waits = Tally()
    /// How many left unserved in the window.
    public private(set) var left = 0

    /// An empty line.
    public init(_ discipline: QueueDiscipline = .firstCome) {
        self.discipline = discipline
        length = TimeAverage()
    }

    /// How many wait.
    public var count: Int { entries.count }
    /// Whether nobody waits.
    public var isEmpty: Bool { entries.isEmpty }
    /// Who would be served next.
    public var first: Customer? { entries.first?.customer }
    /// Those who wait, the next one first.
    public var customers: [Customer] { entries.map(\.customer) }
    /// The longest that the line has been in the window.
    public var longest: Int { Int(length.maximum) }

    /// Whether somebody waits here.
    public func contains(_ customer: Customer) -> Bool { book.contains(customer) }

    /// Somebody comes. A higher priority is served earlier under `.priority`; the others do not look at it.
    public mutating func join(_ customer: Customer, priority: Double = 0, at time: Double) {
        let entry = Entry(customer: customer, rank: (priority, arrivals))
        arrivals += 1
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if discipline.serves(entries[middle].rank, before: entry.rank) { low = middle + 1 } else { high = middle }
        }
        entries.insert(entry, at: low)
        book.come(customer, at: time)
        length.set(Double(entries.count), at: time)
    }

    /// The next one is served; nil if nobody waits.
    public mutating func serveNext(at time: Double) -> Customer? {
        guard !entries.isEmpty else { return nil }
        let customer = entries.removeFirst().customer
        length.set(Double(entries.count), at: time)
        if let since = book.go(customer, at: time) { waits.add(time - since) }
        return customer
    }

    /// Somebody leaves without having been served.
    /// - Returns: Whether they were there.
    @discardableResult
    public mutating func leave(_ customer: Customer, at time: Double) -> Bool {
        guard let place = entries.firstIndex(where: { $0.customer == customer }) else { return false }
        entries.remove(at: place)
        length.set(Double(entries.count), at: time)
        _ = book.go(customer, at: time)
        left += 1
        return true
    }

    /// Begins the statistics anew; who waits goes on waiting.
    public mutating func restart(at time: Double) {
        length.restart(at: time)
        book.restart(at: time)
        waits = Tally()
        left = 0
    }

    /// Mean number waiting in the window until a time.
    public func meanLength(until time: Double) -> Double { length.mean(until: time) }

    /// Little's law of the line in the window until a time.
    public func law(until time: Double) -> LittlesLaw {
        book.law(meanNumber: length.mean(until: time), until: time)
    }
}
