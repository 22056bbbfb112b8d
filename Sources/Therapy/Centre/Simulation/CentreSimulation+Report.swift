import Queueing

extension CentreSimulation {
    /// What every resource was used for in the window that ends now.
    func report() -> [StationReport] {
        var reports: [StationReport] = []
        for (place, site) in plan.sites.enumerated() {
            let (state, kind) = (sites[place], kinds[place])
            reports.append(slots(.consult, site.id, state.consults, kind.consultsPerWeek.value))
            reports.append(slots(.collection, site.id, state.collections, kind.collectionsPerWeek.value))
            reports.append(beds(.bed, site.id, state.beds, line: state.bedLine))
            reports.append(beds(.intensiveCareBed, site.id, state.intensiveCare, line: nil))
            reports.append(clinic(site.id, state.visits, kind.visitsPerWeek.value))
        }
        for (place, service) in plan.services.enumerated() {
            for (line, state) in factory[place].enumerated() {
                let owner = service.slotsShared ? service.id : "\(service.id) for \(plan.sites[line].id)"
                // What a month offers, as a week does.
                reports.append(slots(.slot, owner, state, service.slotsPerMonth.value))
            }
        }
        return reports
    }

    private func slots(
        _ resource: StationReport.Resource, _ owner: String, _ line: SlotLine<Int>, _ capacity: Double
    ) -> StationReport {
        StationReport(
            resource: resource, owner: owner, capacity: capacity, utilisation: line.utilisation,
            meanWaiting: line.line.meanLength(until: now), longestLine: line.line.longest,
            meanWait: line.line.waits.mean, served: line.taken, left: line.line.left, wasted: line.wasted, beyond: 0,
            law: line.line.law(until: now))
    }

    private func beds(
        _ resource: StationReport.Resource, _ owner: String, _ station: Station<Int>, line: WaitingLine<Int>?
    ) -> StationReport {
        let waiting = line?.law(until: now)
        let service = station.serviceLaw(until: now)
        return StationReport(
            resource: resource, owner: owner, capacity: Double(station.servers),
            utilisation: station.utilisation(until: now), meanWaiting: line?.meanLength(until: now) ?? 0,
            longestLine: line?.longest ?? 0, meanWait: line?.waits.mean ?? 0, served: station.started,
            left: line?.left ?? 0, wasted: 0, beyond: station.takenBeyond,
            // Of the two laws the one that holds worse.
            law: waiting.map { $0.error > service.error ? $0 : service } ?? service)
    }

    private func clinic(_ owner: String, _ load: VisitLoad, _ capacity: Double) -> StationReport {
        let weeks = load.visits(from: plan.time.start, to: plan.time.end)
        let total = weeks.reduce(0, +)
        return StationReport(
            resource: .clinic, owner: owner, capacity: capacity,
            utilisation: weeks.isEmpty ? 0 : Double(total) / (capacity * Double(weeks.count)), meanWaiting: 0,
            longestLine: 0, meanWait: 0, served: total, left: 0, wasted: 0,
            beyond: weeks.count { Double($0) > capacity }, law: nil)
    }
}
