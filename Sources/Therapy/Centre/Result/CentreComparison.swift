/// A scenario beside the plan as it stands, in the same patients.
public struct CentreComparison: Sendable {
    /// A measure of both, and the difference run by run.
    public struct Row: Sendable {
        /// What is measured.
        public let measure: CentreMeasure
        /// The plan as it stands; the scenario; scenario less plan, paired by run.
        public let reference: RunEstimate?, scenario: RunEstimate?, difference: RunEstimate?
    }

    /// Responses gained less those lost, in shares of all who were referred, and through which path. The two parts sum
    /// to the whole.
    public struct Gain: Sendable {
        /// All.
        public let all: RunEstimate?
        /// Of patients who are infused only in the scenario, less those of patients infused only without it.
        public let infused: RunEstimate?
        /// Of patients infused in both: the cells met the disease at another time.
        public let disease: RunEstimate?
    }

    /// What a scenario changes in whom.
    public struct Path: Sendable {
        /// Objective responses, and complete ones.
        public let objective: Gain, complete: Gain
        /// Patients infused only in the scenario, and only without it, of those referred.
        public let gained: RunEstimate?, lost: RunEstimate?
        /// What had ended the way of those who are infused only in the scenario: shares of those referred.
        public let rescued: [(fate: CentreFate, share: RunEstimate)]
        /// Tumour before lymphodepletion of patients infused in both, scenario over plan: the median ratio.
        public let burdenRatio: RunEstimate?
    }

    /// All measures.
    public let rows: [Row]
    /// Where responses come from.
    public let path: Path

    /// - Parameters: runs of the plan and of the scenario, in the same order of seeds.
    public init(_ reference: [CentreRun], _ scenario: [CentreRun]) {
        let pairs = Array(zip(reference, scenario))
        rows = CentreMeasure.allCases.map { measure in
            func value(_ run: CentreRun) -> Double? { measure.value(of: run.patients, days: run.days) }
            return Row(
                measure: measure, reference: RunEstimate(reference.compactMap(value)),
                scenario: RunEstimate(scenario.compactMap(value)),
                difference: RunEstimate(
                    pairs.compactMap { pair in
                        guard let one = value(pair.0), let other = value(pair.1) else { return nil }
                        return other - one
                    }))
        }
        path = Self.path(pairs)
    }

    private static func path(_ pairs: [(CentreRun, CentreRun)]) -> Path {
        let runs = pairs.map(PairedRun.init)
        func gain(_ responds: @escaping (CentrePatient) -> Bool) -> Gain {
            Gain(
                all: RunEstimate(runs.map { $0.gain(in: $0.pairs, of: responds) }),
                infused: RunEstimate(runs.map { $0.gain(in: $0.notBoth, of: responds) }),
                disease: RunEstimate(runs.map { $0.gain(in: $0.both, of: responds) }))
        }
        return Path(
            objective: gain(\.hasResponded), complete: gain(\.hasCompleteResponse),
            gained: RunEstimate(runs.map { $0.share(of: $0.gained.count) }),
            lost: RunEstimate(runs.map { run in run.share(of: run.notBoth.count { $0.plan.isInfused }) }),
            rescued: CentreFate.allCases.compactMap { fate in
                let shares = runs.map { run in run.share(of: run.gained.count { $0.plan.fate == fate }) }
                guard let share = RunEstimate(shares), share.value > 0 else { return nil }
                return (fate, share)
            },
            burdenRatio: RunEstimate(runs.compactMap(\.burdenRatio)))
    }
}

/// The patients of one run beside themselves.
private struct PairedRun {
    typealias Pair = (plan: CentrePatient, scenario: CentrePatient)

    let pairs: [Pair]

    init(_ runs: (CentreRun, CentreRun)) {
        let others = Dictionary(uniqueKeysWithValues: runs.1.patients.map { ($0.index, $0) })
        pairs = runs.0.patients.compactMap { one in others[one.index].map { (one, $0) } }
    }

    var both: [Pair] { pairs.filter { $0.plan.isInfused && $0.scenario.isInfused } }
    var notBoth: [Pair] { pairs.filter { $0.plan.isInfused != $0.scenario.isInfused } }
    var gained: [Pair] { notBoth.filter { $0.scenario.isInfused } }

    func share(of count: Int) -> Double { Double(count) / Double(max(1, pairs.count)) }

    func gain(in some: [Pair], of responds: (CentrePatient) -> Bool) -> Double {
        share(of: some.count { responds($0.scenario) } - some.count { responds($0.plan) })
    }

    var burdenRatio: Double? {
        Quantile.of(
            both.compactMap { pair in
                guard let one = pair.plan.outcome?.baselineBurden, let other = pair.scenario.outcome?.baselineBurden,
                    one > 0
                else { return nil }
                return other / one
            }, 0.5)
    }
}
