import Therapy

extension TrialFigures.Band {
    /// Percentiles of every measured quantity, by day from infusion.
    /// - Parameters:
    ///   - traces: of the patients that are followed by day; a day that fewer than three of them have is left out.
    ///   - course: says what assays see: what lies below is drawn at their limit.
    public static func all(of traces: [PatientTrace], study: Study, course: CourseConstants) -> [Self] {
        let days = Calendar.reportDays(until: study.followUpDays)
        return PatientTrace.Quantity.allCases.map { quantity in
            let days = days.filter { $0 <= quantity.reportedDays }
            let columns = days.map { day in
                traces.compactMap { $0.value(quantity, near: day).map { max($0, quantity.detection(course)) } }
            }
            let kept = days.indices.filter { columns[$0].count >= 3 }
            func percentile(_ p: Double) -> [Double] { kept.map { Quantile.of(columns[$0], p) ?? 0 } }
            return .init(
                name: quantity.name, label: quantity.label, unit: quantity.unit, logScale: quantity.isLogarithmic,
                days: kept.map { days[$0] }, p5: percentile(0.05), p25: percentile(0.25), p50: percentile(0.5),
                p75: percentile(0.75), p95: percentile(0.95))
        }
    }
}

extension TrialFigures.Curve {
    private static let daysPerMonth = 30.4375

    /// Progression-free (in leukaemia: event-free) and overall survival from infusion, and the duration of response.
    /// - Parameter outcomes: of all patients; those not infused and those whose integration failed are left out.
    public static func all(of outcomes: [Outcome], study: Study) -> [Self] {
        let infused = outcomes.filter { $0.failure == nil && $0.infused }
        let responders = infused.filter { $0.responseDay != nil }
        return [
            Self(
                study.response.criteria == .leukaemia ? "Event-free survival" : "Progression-free survival",
                infused.map { ($0.progressionFree ?? 0, $0.progressed) }, until: study.followUpDays),
            Self(
                "Overall survival", infused.map { ($0.survival ?? 0, $0.died) }, until: study.followUpDays),
            Self(
                "Duration of response",
                responders.map { (max(0, ($0.progressionFree ?? 0) - ($0.responseDay ?? 0)), $0.progressed) },
                until: study.followUpDays),
        ]
    }

    private init(_ name: String, _ times: [(days: Double, event: Bool)], until end: Double) {
        let months = times.map { $0.days / Self.daysPerMonth }
        let estimate = KaplanMeier(times: months, events: times.map(\.event))
        self.init(
            name: name, time: estimate.steps.map(\.time), s: estimate.steps.map(\.survival),
            low: estimate.steps.map(\.low), high: estimate.steps.map(\.high),
            atRisk: stride(from: 0.0, through: end / Self.daysPerMonth, by: 3).map {
                .init(month: $0, n: estimate.atRisk(at: $0))
            })
    }
}
