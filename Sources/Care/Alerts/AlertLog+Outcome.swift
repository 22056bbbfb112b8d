/// Second malignancies, replication-competent virus, missed visits, transfers, overdue follow-up.
extension AlertLog {
    mutating func watchOutcome(_ entry: Entry) {
        let at = entry.occurredAt
        func reason(_ finding: String, _ threshold: String, _ source: String) -> AlertReason {
            AlertReason(
                finding: finding, threshold: threshold, at: at, entry: entry.sequence, source: source, flag: .read)
        }
        switch entry.event {
        case .secondMalignancyReported(let value): watch(value, entry)
        case .replicationTested(let test) where test.positive == true:
            raise(
                Draft(
                    family: "replication-competent-virus",
                    title: "Replication-competent virus: \(test.method) is positive",
                    owner: .physician, urgency: .now,
                    reasons: [reason("\(test.method) positive", "any", "FDA, replication-competent retrovirus, 2020")]),
                at: at)
        case .visitMissed(let visit):
            raise(
                Draft(
                    family: "visit-missed/\(visit.visit)", title: "Visit missed: \(visit.visit)", owner: .coordinator,
                    urgency: .week,
                    reasons: [reason(visit.reason ?? "no reason given", "any visit", "step 18 of the pathway")]),
                at: at)
        case .followUpVisited:
            resolve(prefix: "visit-missed/", at: at, why: "the patient was seen", entry: entry.sequence)
        case .careTransferred(let transfer):
            if transfer.givenBy != nil, transfer.takenBy != nil {
                return resolve("transfer-unsigned", at: at, why: "signed by both", entry: entry.sequence)
            }
            raise(
                Draft(
                    family: "transfer-unsigned", title: "The transfer to \(transfer.to) is not signed by both",
                    owner: .coordinator, urgency: .week,
                    reasons: [
                        reason(
                            "signed by \(transfer.givenBy?.name ?? "nobody") and \(transfer.takenBy?.name ?? "nobody")",
                            "both centres", "step 18 of the pathway: a transfer of responsibility is signed")
                    ]), at: at)
        default: break
        }
    }

    private mutating func watch(_ malignancy: SecondMalignancy, _ entry: Entry) {
        let isT = malignancy.lineage == .tCell
        let family = "second-malignancy/\(malignancy.lineage.rawValue)"
        let open = [
            malignancy.sampleKept == true
                ? nil : malignancy.sampleKept == false ? "no sample was kept" : "whether a sample was kept is unknown",
            malignancy.reportedTo == nil ? "it is not reported" : nil,
        ].compactMap { $0 }
        if isOpen(family), open.isEmpty {
            return resolve(
                family, at: entry.occurredAt, why: "reported to \(malignancy.reportedTo ?? "")", entry: entry.sequence)
        }
        raise(
            Draft(
                family: family,
                title: "Second malignancy: \(malignancy.description)"
                    + (open.isEmpty ? "" : " (\(open.joined(separator: "; ")))"), owner: .physician,
                urgency: isT || !open.isEmpty ? .now : .week,
                reasons: [
                    AlertReason(
                        finding: "\(malignancy.description), \(malignancy.lineage.rawValue)",
                        threshold: isT ? "a T-cell malignancy is tested for the vector and reported" : "any",
                        at: entry.occurredAt, entry: entry.sequence, source: "FDA class warning, 2024", flag: .memory)
                ]), at: entry.occurredAt)
    }

    /// What is to be done, by all that was done.
    func calendar(at instant: Instant) -> DueCalendar {
        DueCalendar(DueContext(chart: chart, deeds: deeds, label: label, now: instant))
    }

    /// Follow-up that has been overdue for longer than the rules allow: one alert a series, with all that is missing.
    func overdue(in calendar: DueCalendar) -> [Alert] {
        guard chart.death == nil, chart.cancellation == nil, chart.infusedAt != nil else { return [] }
        let instant = calendar.at
        let topics: Set<DueTopic> = [.visit, .immunity, .response, .replication, .malignancy, .registry, .handover]
        var bySeries: [String: [DueItem]] = [:]
        for item in calendar.items where item.isOverdue && topics.contains(item.topic) {
            guard let due = item.at, Day(of: instant) > Day(of: due).advanced(by: rules.overdueDays) else { continue }
            bySeries[item.series, default: []].append(item)
        }
        return bySeries.values.compactMap { late -> Alert? in
            // Named by the newest: when one more is overdue, somebody must look again.
            guard let newest = late.last, let due = newest.at else { return nil }
            let id = "overdue/\(newest.id)"
            let since = due.advanced(byDays: Double(rules.overdueDays + 1))
            return Alert(
                id: id, title: "Overdue: " + late.map(\.what).joined(separator: "; "), owner: newest.owner,
                urgency: .week, since: since,
                reasons: late.map { item in
                    AlertReason(
                        finding: "\(item.what) was due \(Day(of: item.at ?? due))",
                        threshold: "\(rules.overdueDays) days", at: item.at ?? due, entry: nil, source: item.source,
                        flag: item.flag)
                }, acknowledgement: acknowledged[id].flatMap { $0.at >= since ? $0 : nil })
        }
    }
}
