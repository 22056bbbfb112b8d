import Dynamics

/// Stations in series, each with its line: customers come by a Poisson process and pass all of them.
///
/// The smallest queue there is (one stage) and the check of the simulation against theory: `ErlangC`,
/// `PollaczekKhinchine`, and for exponential stages in series Jackson's theorem.
public struct TandemQueue: Sendable {
    /// One stage.
    public struct Stage: Sendable, Equatable {
        /// Servers.
        public var servers: Int
        /// Time of one service.
        public var service: ServiceLaw
        /// Who is next.
        public var discipline: QueueDiscipline

        /// Makes a stage.
        public init(servers: Int, service: ServiceLaw, discipline: QueueDiscipline = .firstCome) {
            self.servers = servers
            self.service = service
            self.discipline = discipline
        }
    }

    /// What came out of one stage.
    public struct StageResult: Sendable, Equatable {
        /// Mean wait before service.
        public let meanWait: Double
        /// Mean number in the line.
        public let meanLine: Double
        /// Mean number in service.
        public let meanBusy: Double
        /// Little's law of the line, and of the servers.
        public let line, service: LittlesLaw
    }

    /// Mean arrivals per unit of time.
    public let arrivalRate: Double
    /// The stages in order.
    public let stages: [Stage]

    /// Makes a queue.
    public init(arrivalRate: Double, stages: [Stage]) {
        self.arrivalRate = arrivalRate
        self.stages = stages
    }

    private enum Happening {
        case arrival
        case departure(stage: Int, customer: Int)
    }

    /// Runs until so many customers have come; the first `warmUp` of them are left out of the statistics.
    public func run(customers: Int, warmUp: Int, seed: UInt64) -> [StageResult] {
        var arrivals = RandomStream(seed: seed, patient: 0, purpose: RandomPurpose("tandem arrivals"))
        var services = stages.indices.map {
            RandomStream(seed: seed, patient: UInt64($0), purpose: RandomPurpose("tandem services"))
        }
        var stations = stages.map { Station<Int>(servers: $0.servers, $0.discipline) }
        var calendar = EventCalendar<Happening>()
        var arrived = 0
        func start(_ stage: Int, at time: Double) {
            while let customer = stations[stage].startNext(at: time) {
                calendar.schedule(
                    .departure(stage: stage, customer: customer),
                    at: time + stages[stage].service.draw(from: &services[stage]))
            }
        }
        func enter(_ customer: Int, _ stage: Int, at time: Double) {
            stations[stage].arrive(customer, at: time)
            start(stage, at: time)
        }
        calendar.schedule(.arrival, at: arrivals.exponential(mean: 1 / arrivalRate))
        while arrived < customers, let (time, happening) = calendar.next() {
            switch happening {
            case .arrival:
                if arrived == warmUp { for stage in stages.indices { stations[stage].restart(at: time) } }
                enter(arrived, 0, at: time)
                arrived += 1
                calendar.schedule(.arrival, at: time + arrivals.exponential(mean: 1 / arrivalRate))
            case .departure(let stage, let customer):
                stations[stage].finish(customer, at: time)
                start(stage, at: time)
                if stage + 1 < stages.count { enter(customer, stage + 1, at: time) }
            }
        }
        let end = calendar.now
        return stations.map { station in
            StageResult(
                meanWait: station.line.waits.mean, meanLine: station.line.meanLength(until: end),
                meanBusy: station.meanBusy(until: end), line: station.line.law(until: end),
                service: station.serviceLaw(until: end))
        }
    }
}
