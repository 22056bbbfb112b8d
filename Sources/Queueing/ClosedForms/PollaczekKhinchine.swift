/// M/G/1: Poisson arrivals, any service time, one server (Pollaczek 1930, Khinchine 1932).
public struct PollaczekKhinchine: Sendable, Equatable {
    /// Arrivals per unit of time.
    public let arrivalRate: Double
    /// Time of one service.
    public let service: ServiceLaw

    /// - Returns: nil for a queue without a steady state (load of 1 or more), or a rate that is not above 0.
    public init?(arrivalRate: Double, service: ServiceLaw) {
        guard arrivalRate > 0, service.mean > 0, arrivalRate * service.mean < 1 else { return nil }
        self.arrivalRate = arrivalRate
        self.service = service
    }

    /// Share of time that the server is busy.
    public var utilisation: Double { arrivalRate * service.mean }

    /// Mean wait before service: ρ·E[S]·(1 + CV²) / (2·(1 − ρ)).
    public var meanWait: Double {
        utilisation * service.mean * (1 + service.squaredCV) / (2 * (1 - utilisation))
    }
}
