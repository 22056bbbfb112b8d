import Care

/// What the way to the centre means for the patients.
public struct CentreAccess: Sendable {
    /// Hours one way, of all who were referred.
    public let hours: WaitDistribution?
    /// Kilometres one way.
    public let distance: WaitDistribution?
    /// Share who live more than an hour away; share who live beyond the rule of proximity.
    public let overOneHour: RunEstimate?, beyondRule: RunEstimate?
    /// Share infused, of those who live within the rule and of those beyond.
    public let infusedNear: RunEstimate?, infusedFar: RunEstimate?
    /// Nights away from home near the centre, of an infused patient who lives beyond the rule.
    public let nights: RunEstimate?
    /// Round trips, and hours on the road, of an infused patient.
    public let trips: RunEstimate?, travel: RunEstimate?

    /// The access of these runs.
    public init(_ runs: [CentreRun], _ model: CentreModel) {
        let rule = model.plan.proximity
        let within = rule.withinHours.value
        let all = runs.flatMap(\.patients)
        hours = WaitDistribution(all.map(\.hours))
        distance = WaitDistribution(all.map(\.distance))
        func share(_ counts: (CentrePatient) -> Bool, of belongs: (CentrePatient) -> Bool) -> RunEstimate? {
            RunEstimate(
                runs.compactMap { run in
                    let some = run.patients.filter(belongs)
                    return some.isEmpty ? nil : Double(some.count(where: counts)) / Double(some.count)
                })
        }
        func mean(_ value: (CentrePatient) -> Double, of belongs: (CentrePatient) -> Bool) -> RunEstimate? {
            RunEstimate(
                runs.compactMap { run in
                    let some = run.patients.filter(belongs).map(value)
                    return some.isEmpty ? nil : some.reduce(0, +) / Double(some.count)
                })
        }
        overOneHour = share({ $0.hours > 1 }, of: { _ in true })
        beyondRule = share({ $0.hours > within }, of: { _ in true })
        infusedNear = share(\.isInfused, of: { $0.hours <= within })
        infusedFar = share(\.isInfused, of: { $0.hours > within })
        nights = mean({ max(0, rule.days.value - ($0.outcome?.stepDays[.hospital] ?? 0)) }) {
            $0.isInfused && $0.hours > within
        }
        func trips(_ patient: CentrePatient) -> Double {
            let study = model.settings[patient.service].study
            let visits = patient.outcome?.ledger[.visit] ?? 0
            // Visits while a patient lodges near the centre are no trips: one a day to day 28, weekly after that.
            let lodging = patient.hours > within ? rule.days.value : 0
            let near = max(0, min(lodging, Calendar.dailyUntil) - (patient.outcome?.stepDays[.hospital] ?? 0))
            let weekly = max(0, lodging - Calendar.dailyUntil) / 7
            let depletion = Double(Set(study.lymphodepletion.map(\.day)).count)
            return 1 + Double(patient.outcome?.collections ?? 0) + depletion + 1 + max(0, visits - near - weekly)
        }
        self.trips = mean(trips, of: \.isInfused)
        travel = mean({ trips($0) * 2 * $0.hours }, of: \.isInfused)
    }
}
