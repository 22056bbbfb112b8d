import Dynamics

/// Runs of a centre: the plan and its scenarios, each in the same virtual patients, several seeds of them.
public struct CentreTrial: Sendable {
    /// What is to be run.
    public struct Case: Sendable {
        /// The scenario's identifier; `plan` for the plan as it stands.
        public let id: String
        /// Title for people.
        public let title: String
        /// Why it is run.
        public let role: Role
        /// Plan and settings.
        public let model: CentreModel

        /// Why a case is run: as the plan stands, to compare, or to see what one more of a resource would buy.
        public enum Role: String, Sendable { case plan, scenario, oneMore }

        /// Makes a case.
        public init(id: String, title: String, role: Role = .plan, model: CentreModel) {
            self.id = id
            self.title = title
            self.role = role
            self.model = model
        }
    }

    /// Runs of all cases.
    public struct Result: Sendable {
        /// By case, then by seed.
        public let runs: [[CentreRun]]
        /// Bodies that were run, and those that were known from another scenario.
        public let bodies: Int, shared: Int
    }

    /// The plan as it stands first.
    public let cases: [Case]

    /// Cases that share their identities of settings.
    public init(_ cases: [Case]) { self.cases = cases }

    /// Runs every case with every seed. The same whatever the threads.
    /// - Parameters:
    ///   - seeds: one a run.
    ///   - keepingEvents: whether the first run of the first case keeps its events.
    ///   - progress: told how many bodies have been run.
    public func run(
        seeds: [UInt64], threads: Int, keepingEvents: Bool = false,
        progress: @escaping @Sendable (Int) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(Trial.Interrupted) -> Result {
        let bench = BodyBench(threads: threads, progress: progress, isCancelled: isCancelled)
        var simulations: [CentreSimulation] = []
        for (place, one) in cases.enumerated() {
            for (number, seed) in seeds.enumerated() {
                simulations.append(
                    CentreSimulation(
                        one.model.seeded(seed), keepsEvents: keepingEvents && place == 0 && number == 0))
            }
        }
        // All runs wait for each other at the bodies, so that many bodies run side by side.
        var wanted = [[BodyRequest]](repeating: [], count: simulations.count)
        for index in simulations.indices { wanted[index] = simulations[index].advance(with: []) }
        while wanted.contains(where: { !$0.isEmpty }) {
            var orders: [BodyBench.Order] = []
            for (index, requests) in wanted.enumerated() {
                let model = simulations[index].model
                orders += requests.map { request in
                    BodyBench.Order(
                        request: request, setting: model.settings[request.service],
                        identity: model.identities[request.service])
                }
            }
            let answers = try bench.answers(to: orders)
            var place = 0
            for index in simulations.indices where !wanted[index].isEmpty {
                let found = Array(zip(wanted[index], answers[place..<(place + wanted[index].count)]))
                place += wanted[index].count
                wanted[index] = simulations[index].advance(with: found)
            }
        }
        let runs = simulations.map(CentreRun.init)
        let perCase = max(1, seeds.count)
        return Result(
            runs: stride(from: 0, to: runs.count, by: perCase).map { Array(runs[$0..<($0 + perCase)]) },
            bodies: bench.runs, shared: bench.repeats)
    }
}
