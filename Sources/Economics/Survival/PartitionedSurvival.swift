/// Time in the states progression-free, progressed and dead, read off two curves: a partitioned survival model with
/// half-cycle correction.
///
/// The share of a cycle in a state is the mean of its beginning and end; discounting is by the cycle's mean.
public struct PartitionedSurvival: Sendable {
    /// One cycle.
    public struct Cycle: Sendable, Equatable {
        /// Years at its start.
        public let start: Double
        /// Years at its end.
        public let end: Double
        /// Mean share alive without progression.
        public let progressionFree: Double
        /// Mean share alive after progression.
        public let progressed: Double
        /// Share that left the progression-free state, by progression or death.
        public let left: Double
        /// Share that died.
        public let died: Double

        /// Length, a.
        public var length: Double { end - start }
        /// Mean share alive.
        public var alive: Double { progressionFree + progressed }
    }

    /// What to do where the curves cross.
    public enum Crossing: String, Codable, Sendable, CaseIterable {
        /// Refuse: those without progression cannot outnumber the living
        case refused
        /// Take the lower curve, as most models do in the tails of extrapolations
        case capped
    }

    /// Cycles in order.
    public let cycles: [Cycle]

    /// Reads the states off two curves of time in years.
    ///
    /// - Parameters:
    ///   - horizon: years.
    ///   - cycle: length of a cycle, years.
    ///   - startingFree: share without progression at the start; below 1 for a cohort that is looked at later.
    /// - Throws: `Fault` if a curve rises, leaves 0…1, or progression-free survival exceeds survival.
    public init(
        progressionFree: (Double) -> Double, overall: (Double) -> Double, horizon: Double, cycle: Double,
        startingFree: Double = 1, crossing: Crossing = .refused
    ) throws(Fault) {
        try Fault.requirePositive(horizon, "horizonYears")
        try Fault.requirePositive(cycle, "cycleMonths")
        let count = max(1, Int((horizon / cycle).rounded(.up)))
        guard count <= 100_000 else {
            throw Fault(
                ["cycleMonths"], found: "\(count) cycles", expected: "at most 100,000", remedy: "Use longer cycles.")
        }
        var cycles: [Cycle] = []
        cycles.reserveCapacity(count)
        var before = (free: startingFree, alive: 1.0)
        for index in 0..<count {
            let (start, end) = (Double(index) * cycle, min(horizon, Double(index + 1) * cycle))
            var now = (free: progressionFree(end), alive: overall(end))
            try Self.require(now.alive, after: before.alive, "overallSurvival", end)
            if now.free > now.alive + 1e-9, crossing == .refused {
                throw Fault(
                    ["progressionFreeSurvival"], found: "\(now.free) at \(end) years, survival \(now.alive)",
                    expected: "no more than survival",
                    remedy: "Those without progression are alive: correct a curve, or say `crossing: capped`.")
            }
            now.free = min(now.free, now.alive)
            try Self.require(now.free, after: before.free, "progressionFreeSurvival", end)
            let free = (before.free + now.free) / 2
            cycles.append(
                Cycle(
                    start: start, end: end, progressionFree: free,
                    progressed: max(0, (before.alive + now.alive) / 2 - free), left: before.free - now.free,
                    died: before.alive - now.alive))
            before = now
        }
        self.cycles = cycles
    }

    private static func require(
        _ value: Double, after before: Double, _ name: String, _ years: Double
    ) throws(Fault) {
        guard value >= -1e-12, value <= 1 + 1e-12 else {
            throw Fault(
                [name], found: "\(value) at \(years) years", expected: "a share from 0 to 1",
                remedy: "Correct the curve.")
        }
        guard value <= before + 1e-9 else {
            throw Fault(
                [name], found: "a rise from \(before) to \(value) at \(years) years",
                expected: "survival that never rises",
                remedy: "Correct the published shares or the curve's parameters.")
        }
    }

    /// Years lived in a state, each weighed by the mean discount factor of its cycle.
    public func years(_ state: KeyPath<Cycle, Double>, rate: Double = 0, within span: Range<Double>? = nil) -> Double {
        cycles.reduce(0) { sum, cycle in
            let start = max(cycle.start, span?.lowerBound ?? 0)
            let end = min(cycle.end, span?.upperBound ?? .infinity)
            guard end > start else { return sum }
            return sum + cycle[keyPath: state] * (end - start)
                * Discounting.meanFactor(rate: rate, from: start, to: end)
        }
    }

    /// Events of a kind, each weighed by the mean discount factor of its cycle.
    public func events(_ event: KeyPath<Cycle, Double>, rate: Double = 0) -> Double {
        cycles.reduce(0) {
            $0 + $1[keyPath: event] * Discounting.meanFactor(rate: rate, from: $1.start, to: $1.end)
        }
    }
}
