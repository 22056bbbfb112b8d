/// A number of equal servers (beds, chairs, rooms) with one line before them.
///
/// Customers who wait are served as servers come free. A customer who cannot wait is taken at once, over capacity if
/// need be; so is nobody turned away, and what was beyond the capacity is counted.
public struct Station<Customer: Hashable & Sendable>: Sendable {
    /// Servers that there are.
    public private(set) var servers: Int
    /// Those who wait.
    public private(set) var line: WaitingLine<Customer>
    private var occupied: TimeAverage
    private var beyond: TimeAverage
    private var book = StayBook<Customer>()
    /// Customers of the window who were taken though no server was free.
    public private(set) var takenBeyond = 0
    /// Customers of the window whose service began.
    public private(set) var started = 0
    /// Times in service of those who finished in the window.
    public private(set) var services = Tally()

    /// - Parameter servers: 0 or more.
    public init(servers: Int, _ discipline: QueueDiscipline = .firstCome) {
        precondition(servers >= 0, "a station has no negative number of servers")
        self.servers = servers
        line = WaitingLine(discipline)
        occupied = TimeAverage()
        beyond = TimeAverage()
    }

    /// Customers in service.
    public var busy: Int { Int(occupied.value) }
    /// Servers that are free; 0 while the station is over capacity.
    public var free: Int { max(0, servers - busy) }
    /// The most that were in service at once in the window.
    public var mostBusy: Int { Int(occupied.maximum) }

    /// Whether somebody is in service here.
    public func serves(_ customer: Customer) -> Bool { book.contains(customer) }

    /// Somebody comes and waits; `startNext` says who begins.
    public mutating func arrive(_ customer: Customer, priority: Double = 0, at time: Double) {
        line.join(customer, priority: priority, at: time)
    }

    /// The next of the line begins, if a server is free; nil otherwise. Call it until it says nil after every arrival,
    /// departure and change of servers.
    public mutating func startNext(at time: Double) -> Customer? {
        guard free > 0, let customer = line.serveNext(at: time) else { return nil }
        begin(customer, at: time)
        return customer
    }

    /// Somebody begins at once, past the line and over capacity if no server is free.
    /// - Returns: Whether a server was free.
    @discardableResult
    public mutating func takeAtOnce(_ customer: Customer, at time: Double) -> Bool {
        let fits = free > 0
        if !fits { takenBeyond += 1 }
        begin(customer, at: time)
        return fits
    }

    /// Somebody's service ends.
    /// - Returns: Whether they were in service.
    @discardableResult
    public mutating func finish(_ customer: Customer, at time: Double) -> Bool {
        guard let since = book.go(customer, at: time) else { return false }
        services.add(time - since)
        note(busy: busy - 1, at: time)
        return true
    }

    /// Somebody leaves the line.
    @discardableResult
    public mutating func leave(_ customer: Customer, at time: Double) -> Bool { line.leave(customer, at: time) }

    /// The number of servers changes; who is in service stays.
    public mutating func setServers(_ servers: Int, at time: Double) {
        precondition(servers >= 0, "a station has no negative number of servers")
        self.servers = servers
        note(busy: busy, at: time)
    }

    /// Begins the statistics anew; nobody moves.
    public mutating func restart(at time: Double) {
        line.restart(at: time)
        occupied.restart(at: time)
        beyond.restart(at: time)
        book.restart(at: time)
        takenBeyond = 0
        started = 0
        services = Tally()
    }

    private mutating func begin(_ customer: Customer, at time: Double) {
        book.come(customer, at: time)
        started += 1
        note(busy: busy + 1, at: time)
    }

    private mutating func note(busy: Int, at time: Double) {
        occupied.set(Double(busy), at: time)
        beyond.set(Double(max(0, busy - servers)), at: time)
    }

    /// Mean number in service in the window until a time.
    public func meanBusy(until time: Double) -> Double { occupied.mean(until: time) }

    /// Mean number in service beyond the servers in the window until a time.
    public func meanBeyond(until time: Double) -> Double { beyond.mean(until: time) }

    /// Share of the servers that was busy; above 1 for a station that was over capacity all the time.
    public func utilisation(until time: Double) -> Double {
        servers > 0 ? meanBusy(until: time) / Double(servers) : 0
    }

    /// Little's law of those in service in the window until a time.
    public func serviceLaw(until time: Double) -> LittlesLaw {
        book.law(meanNumber: occupied.mean(until: time), until: time)
    }
}
