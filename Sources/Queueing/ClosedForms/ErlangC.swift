/// M/M/c: Poisson arrivals, exponential services, c servers, first come first served (Erlang 1917).
public struct ErlangC: Sendable, Equatable {
    /// Arrivals per unit of time.
    public let arrivalRate: Double
    /// Services per unit of time of one server.
    public let serviceRate: Double
    /// Servers.
    public let servers: Int

    /// - Returns: nil for a queue without a steady state (offered load of c or more), or a rate that is not above 0.
    public init?(arrivalRate: Double, serviceRate: Double, servers: Int) {
        guard arrivalRate > 0, serviceRate > 0, servers > 0, arrivalRate < serviceRate * Double(servers) else {
            return nil
        }
        self.arrivalRate = arrivalRate
        self.serviceRate = serviceRate
        self.servers = servers
    }

    /// Offered load in erlangs: the mean number in service.
    public var load: Double { arrivalRate / serviceRate }

    /// Share of the servers that is busy.
    public var utilisation: Double { load / Double(servers) }

    /// Probability that an arrival must wait: from Erlang's B by its recursion, which does not overflow.
    public var waitProbability: Double {
        var blocking = 1.0
        for servers in 1...servers { blocking = load * blocking / (Double(servers) + load * blocking) }
        return blocking / (1 - utilisation * (1 - blocking))
    }

    /// Mean wait before service.
    public var meanWait: Double { waitProbability / (Double(servers) * serviceRate - arrivalRate) }

    /// Mean number in the line.
    public var meanLine: Double { arrivalRate * meanWait }
}
