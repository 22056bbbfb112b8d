import Therapy

extension CentreFigures {
    /// The figures of runs of a plan and its scenarios.
    ///
    /// - Parameters:
    ///   - cases: what was run, the plan first.
    ///   - result: its runs, in the same order.
    ///   - seconds: how long it took.
    public init(_ cases: [CentreTrial.Case], _ result: CentreTrial.Result, command: String, seconds: Double) {
        let (model, runs) = (cases[0].model, result.runs[0])
        let plan = model.plan
        self.plan = plan.id
        title = plan.title
        self.command = command
        seed = runs.first?.seed ?? 0
        self.runs = runs.count
        years = plan.time.years
        referred = runs.reduce(0) { $0 + $1.patients.count }
        bodies = result.bodies
        bodies_shared = result.shared
        wall_seconds = (seconds * 1000).rounded() / 1000
        littles_law_worst_error = result.runs.joined().map(\.worstLittle).max() ?? 0
        measures = Self.measures(runs) { _ in true }
        let parts = CentreFunnel(runs)
        funnel = parts.steps.map {
            .init(label: $0.label, during: nil, count: $0.count, share: .init($0.share, unit: "1"))
        }
        losses = parts.losses.map {
            .init(label: $0.fate.label, during: $0.stage.label, count: $0.count, share: .init($0.share, unit: "1"))
        }
        waits = Self.waits(runs)
        services = Self.services(runs, plan)
        stations = Self.stations(runs)
        staff = StaffHours.of(runs, plan).map { hours in
            Staff(
                role: hours.role, hours_per_week: hours.total,
                by_activity: Dictionary(uniqueKeysWithValues: hours.perWeek.map { ($0.key.rawValue, $0.value) }))
        }
        costs = Self.costs(runs, model)
        access = Self.access(CentreAccess(runs, model))
        scenarios = zip(cases, result.runs).dropFirst().map { one, other in
            Self.scenario(one, CentreComparison(runs, other))
        }
        assumed = CentreAssumptions.lines(plan)
    }

    private static func measures(_ runs: [CentreRun], _ belongs: (CentrePatient) -> Bool) -> [Measure] {
        CentreMeasure.allCases.map { measure in
            let values = runs.compactMap { measure.value(of: $0.patients.filter(belongs), days: $0.days) }
            return Measure(
                id: measure.rawValue, label: measure.label, unit: measure.unit,
                estimate: .init(RunEstimate(values), unit: measure.unit))
        }
    }

    private static func waits(_ runs: [CentreRun]) -> [Wait] {
        let patients = runs.flatMap(\.patients)
        let stages = CentreStage.allCases.map { stage in (stage.label, patients.compactMap { $0.days(of: stage) }) }
        let whole = [
            ("Referral to infusion", patients.compactMap(\.referralToInfusion)),
            ("Vein to vein", patients.compactMap(\.veinToVein)),
            ("First hospital stay", patients.compactMap { $0.outcome?.stepDays[.hospital] }),
        ]
        return (stages + whole).compactMap { label, days in wait(label, days) }
    }

    private static func wait(_ label: String, _ days: [Double]) -> Wait? {
        WaitDistribution(days).map { Wait(label: label, patients: $0.count, percentiles: $0.percentiles) }
    }

    private static func services(_ runs: [CentreRun], _ plan: CentrePlan) -> [Service] {
        plan.services.enumerated().map { place, service in
            let patients = runs.flatMap(\.patients).filter { $0.service == place }
            return Service(
                id: service.id, study: service.study, referred: patients.count,
                measures: measures(runs) { $0.service == place },
                vein_to_vein: wait("Vein to vein, \(service.id)", patients.compactMap(\.veinToVein)))
        }
    }

    private static func stations(_ runs: [CentreRun]) -> [Station] {
        (runs.first?.stations ?? []).indices.map { place in
            let all = runs.map { $0.stations[place] }
            func mean(_ value: (StationReport) -> Double) -> Double {
                all.reduce(0) { $0 + value($1) } / Double(all.count)
            }
            let one = all[0]
            return Station(
                resource: one.resource.rawValue, label: one.resource.label, owner: one.owner, unit: one.resource.unit,
                capacity: one.capacity, utilisation: mean(\.utilisation), mean_waiting: mean(\.meanWaiting),
                mean_wait_days: mean(\.meanWait), longest_line: all.map(\.longestLine).max() ?? 0,
                served: mean { Double($0.served) }, left: mean { Double($0.left) }, wasted: mean { Double($0.wasted) },
                beyond: mean { Double($0.beyond) })
        }
    }

    private static func costs(_ runs: [CentreRun], _ model: CentreModel) -> [Cost] {
        let patients = runs.flatMap(\.patients)
        let infused = Double(max(1, patients.count(where: \.isInfused)))
        return TherapyStep.allCases.map { step in
            func cost(_ patient: CentrePatient) -> Double {
                patient.outcome?.ledger.cost(of: step, by: model.settings[patient.service].product.prices) ?? 0
            }
            let own = patients.filter(\.isInfused).reduce(0) { $0 + cost($1) }
            return Cost(
                step: step.rawValue, label: step.label, usd_per_infused: own / infused,
                usd_all_per_infused: patients.reduce(0) { $0 + cost($1) } / infused)
        }
    }

    private static func access(_ access: CentreAccess) -> [Measure] {
        func row(_ id: String, _ label: String, _ unit: String, _ estimate: RunEstimate?) -> Measure {
            Measure(id: id, label: label, unit: unit, estimate: .init(estimate, unit: unit))
        }
        return [
            row(
                "medianHours", "Time on the road to the centre, median", "h",
                access.hours.flatMap { RunEstimate([$0.median]) }),
            row(
                "medianKilometres", "Distance to the centre, median", "km",
                access.distance.flatMap { RunEstimate([$0.median]) }),
            row("overOneHour", "Live more than an hour away", "1", access.overOneHour),
            row("beyondRule", "Live beyond the rule of proximity", "1", access.beyondRule),
            row("infusedNear", "Infused, of those who live within the rule", "1", access.infusedNear),
            row("infusedFar", "Infused, of those who live beyond it", "1", access.infusedFar),
            row("nights", "Nights near the centre, of an infused patient from beyond", "d", access.nights),
            row("trips", "Round trips of an infused patient", "{trips}", access.trips),
            row("travel", "Hours on the road of an infused patient", "h", access.travel),
        ]
    }

    private static func scenario(_ one: CentreTrial.Case, _ comparison: CentreComparison) -> Scenario {
        let path = comparison.path
        return Scenario(
            id: one.id, title: one.title, role: one.role.rawValue,
            rows: comparison.rows.map { row in
                Row(
                    id: row.measure.rawValue, label: row.measure.label, unit: row.measure.unit,
                    plan: .init(row.reference, unit: row.measure.unit),
                    scenario: .init(row.scenario, unit: row.measure.unit), difference: .init(row.difference))
            },
            path: Path(
                responses: .init(path.objective), complete_responses: .init(path.complete), gained: .init(path.gained),
                lost: .init(path.lost),
                rescued_from: path.rescued.map { fate, share in
                    Measure(id: fate.rawValue, label: fate.label, unit: "1", estimate: .init(share, unit: "1"))
                }, burden_ratio: .init(path.burdenRatio)))
    }
}
