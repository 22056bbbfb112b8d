/// A scenario beside the plan as it stands, in the same patients.
public struct CentreComparison: Sendable {
    /// A measure of both, and the difference run by run.
    public struct Row: Sendable {
        /// What is measured.
        public let measure: CentreMeasure
        /// The plan as it stands; the scenario; scenario less plan, paired by run.
        public let reference: RunEstimate?, scenario: RunEstimate?, difference: RunEstimate?
    }

    /// The path by which responses are gained or lost, in shares of all who were referred. The three parts sum to the
    /// whole.
    public struct Path: Sendable {
        /// Responses of patients who are infused only in the scenario; less those of patients infused only without it
        public let infused: RunEstimate?
        /// Responses gained less those lost among patients infused in both: the body met the cells at another time
        public let disease: RunEstimate?
        /// All responses gained less those lost.
        public let all: RunEstimate?
        /// Patients infused only in the scenario, and only without it, of those referred.
        public let gained: RunEstimate?, lost: RunEstimate?
        /// What had ended the way of those who are infused only in the scenario: shares of those referred.
        public let rescued: [(fate: CentreFate, share: RunEstimate)]
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
        var sums: [String: [Double]] = [:]
        var rescued: [CentreFate: [Double]] = [:]
        for (reference, scenario) in pairs {
            let others = Dictionary(uniqueKeysWithValues: scenario.patients.map { ($0.index, $0) })
            var counts: [String: Double] = [:]
            var fates: [CentreFate: Double] = [:]
            for one in reference.patients {
                guard let other = others[one.index] else { continue }
                let change = (other.hasResponded ? 1.0 : 0) - (one.hasResponded ? 1 : 0)
                counts["all", default: 0] += change
                if one.isInfused, other.isInfused {
                    counts["disease", default: 0] += change
                } else {
                    counts["infused", default: 0] += change
                }
                if !one.isInfused, other.isInfused {
                    counts["gained", default: 0] += 1
                    fates[one.fate ?? .unresolved, default: 0] += 1
                }
                if one.isInfused, !other.isInfused { counts["lost", default: 0] += 1 }
            }
            let n = max(1, Double(reference.patients.count))
            for name in ["all", "disease", "infused", "gained", "lost"] {
                sums[name, default: []].append((counts[name] ?? 0) / n)
            }
            for fate in CentreFate.allCases { rescued[fate, default: []].append((fates[fate] ?? 0) / n) }
        }
        func estimate(_ name: String) -> RunEstimate? { RunEstimate(sums[name] ?? []) }
        return Path(
            infused: estimate("infused"), disease: estimate("disease"), all: estimate("all"),
            gained: estimate("gained"), lost: estimate("lost"),
            rescued: CentreFate.allCases.compactMap { fate in
                guard let share = RunEstimate(rescued[fate] ?? []), share.value > 0 else { return nil }
                return (fate, share)
            })
    }
}
