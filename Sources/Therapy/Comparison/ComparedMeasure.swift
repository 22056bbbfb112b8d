import Care

/// What arms are compared by: every endpoint of a trial, and means that a policy trades against each other.
public struct ComparedMeasure: Sendable {
    /// What is made of the patients' values.
    public enum Statistic: String, Codable, Sendable { case share, median, mean }

    /// Name in files.
    public let name: String
    /// For people.
    public let label: String
    /// UCUM unit; "1" for a share.
    public let unit: String
    /// What is made of the patients' values.
    public let statistic: Statistic
    /// One patient's value; nil where there is nothing to judge.
    let value: @Sendable (Outcome) -> Double?

    /// All measures for a study, in the order of tables.
    static func all(for study: Study) -> [ComparedMeasure] {
        EndpointName.allCases.map(endpoint) + means(until: study.followUpDays)
    }

    /// An endpoint of a trial. One patient's value is the endpoint of a cohort of one, so that there is a single
    /// definition of each.
    private static func endpoint(_ name: EndpointName) -> ComparedMeasure {
        let statistic: Statistic =
            name.rawValue.hasSuffix("_median") ? .median : name.rawValue.hasSuffix("_mean") ? .mean : .share
        return ComparedMeasure(name: name.rawValue, label: name.label, unit: name.unit, statistic: statistic) {
            Endpoints.value(of: name, in: $0)
        }
    }

    /// Means over the infused. Everyone is followed to the end or to death, so that a restricted mean is a plain mean.
    private static func means(until end: Double) -> [ComparedMeasure] {
        func mean(_ name: String, _ label: String, _ unit: String, _ value: @escaping @Sendable (Outcome) -> Double?)
            -> ComparedMeasure
        {
            ComparedMeasure(name: name, label: label, unit: unit, statistic: .mean) { $0.infused ? value($0) : nil }
        }
        let day = Int(end.rounded())
        return [
            mean("progression_free_days_restricted_mean", "Days free of progression, mean to day \(day)", "d") {
                $0.progressionFree.map { min($0, end) }
            },
            mean("survival_days_restricted_mean", "Days alive, mean to day \(day)", "d") {
                $0.survival.map { min($0, end) }
            },
            mean("intensive_care_days_mean", "Days in intensive care, mean", "d") { $0.intensiveCareDays },
            mean("dexamethasone_equivalent_mg_mean", "Dexamethasone equivalent, mean", "mg") {
                $0.dexamethasoneEquivalent
            },
            mean("tocilizumab_doses_mean", "Tocilizumab doses, mean", "{doses}") { Double($0.tocilizumabDoses) },
            mean("severe_infections_mean", "Infections, grade ≥ 3, mean per patient", "{infections}") {
                Double($0.severeInfections)
            },
        ]
    }
}

extension Endpoints {
    /// The endpoint of a cohort of this one patient: 0 or 1 for a share, the patient's own figure for a median or mean.
    static func value(of name: EndpointName, in outcome: Outcome) -> Double? {
        guard outcome.failure == nil else { return nil }
        return compute(name, all: [outcome], counted: outcome.infused ? [outcome] : [], set: .infused).value
    }
}
