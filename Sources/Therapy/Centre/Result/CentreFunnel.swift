/// From referral to infusion: how many reach each step, and what ended the way of the others.
public struct CentreFunnel: Sendable {
    /// A step and how many of those referred reached it.
    public struct Step: Sendable {
        /// What was reached.
        public let label: String
        /// Share of those referred.
        public let share: RunEstimate?
        /// Patients of all runs.
        public let count: Int
    }
    /// An end before infusion.
    public struct Loss: Sendable {
        /// How it ended, and during which stage.
        public let fate: CentreFate, stage: CentreStage
        /// Share of those referred.
        public let share: RunEstimate?
        /// Patients of all runs.
        public let count: Int
    }
    /// Steps in order.
    public let steps: [Step]
    /// Losses, by stage and then by size.
    public let losses: [Loss]

    /// The funnel of these runs.
    public init(_ runs: [CentreRun]) {
        func estimate(_ counts: (CentrePatient) -> Bool) -> (RunEstimate?, Int) {
            let shares = runs.map { run in
                Double(run.patients.count(where: counts)) / Double(max(1, run.patients.count))
            }
            return (RunEstimate(shares), runs.reduce(0) { $0 + $1.patients.count(where: counts) })
        }
        let reached: [(String, (CentrePatient) -> Bool)] = [
            ("Referred", { _ in true }), ("Seen", { $0.consulted != nil }), ("Accepted and covered", \.isAccepted),
            ("Manufacturing slot", { $0.slotted != nil }), ("Collected", { $0.collected != nil }),
            ("Product at the hospital", { $0.arrived != nil }), ("Lymphodepletion", { $0.conditioned != nil }),
            ("Infused", \.isInfused), ("Objective response", \.hasResponded),
        ]
        steps = reached.map { label, counts in
            let (share, count) = estimate(counts)
            return Step(label: label, share: share, count: count)
        }
        losses = CentreStage.allCases.flatMap { stage in
            CentreFate.allCases.filter { $0 != .infused }.compactMap { fate -> Loss? in
                let (share, count) = estimate { $0.fate == fate && $0.stage == stage }
                return count > 0 ? Loss(fate: fate, stage: stage, share: share, count: count) : nil
            }.sorted { $0.count > $1.count }
        }
    }
}
