/// What to do for the chart as it is now, under a management policy. Pure: the same chart gets the same answer at a
/// bedside and in a simulation.
public struct Guideline: Sendable {
    /// The thresholds in force.
    public let policy: ManagementPolicy

    /// A guideline with these thresholds.
    public init(policy: ManagementPolicy) { self.policy = policy }

    /// The ASCO guideline of 2021.
    public static let asco2021 = Guideline(policy: .asco2021)

    /// All that is recommended now, most urgent first. Nothing that already runs is proposed again.
    public func advice(for chart: Chart, at instant: Instant) -> [Recommendation] {
        guard chart.death == nil, let day = chart.day(at: instant), day >= 0, let patient = chart.referral else {
            return []
        }
        var advice: [Recommendation] = []
        support(chart, instant, patient.weight, &advice)
        tocilizumab(chart, instant, day, patient.weight, &advice)
        siltuximab(chart, instant, patient.weight, &advice)
        corticosteroid(chart, instant, day, patient, &advice)
        anakinra(chart, instant, day, patient, &advice)
        filgrastim(chart, day, patient.weight, &advice)
        immunoglobulin(chart, instant, patient.weight, &advice)
        levetiracetam(chart, instant, &advice)
        return advice
    }
}
