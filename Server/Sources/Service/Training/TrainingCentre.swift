import Care
import Records
import Therapy

/// A centre to learn on: virtual patients at every stage, as people made up. Their journals are those of the simulator, moved
/// to end now, under identifiers of their own; they are training journals and nothing else from then on.
struct TrainingCentre: Sendable {
    let shop: TrialShop
    let clock: ServiceClock
    /// Letters of the issuer.
    static let issuer = "TRN"
    /// Virtual patients that are looked at before a wish is given up.
    static let tries = 80

    /// The registers of the training centre: everything is qualified.
    static func site(_ shelf: [String], at now: Instant) -> Site {
        let later = now.advanced(byDays: 3650)
        return Site(
            name: "Training centre", products: Dictionary(uniqueKeysWithValues: shelf.map { ($0, later) }),
            workstations: ["WS-1": later], operators: ["simulator": later, "Training cell laboratory": later],
            otherTherapies: [], otherSlots: [], markerDays: 30,
            requiredMarkers: ["HBsAg", "anti-HBc", "anti-HCV", "anti-HIV 1/2", "syphilis"], countDays: 7, minimumCD3: 0,
            minimumCollectedCD3: 0, minimumCollectedNucleated: 0, transitDays: 1)
    }

    /// Puts the patients into a store that has none.
    /// - Returns: how many there are now.
    func settle(in store: JournalStore, report: (Int, Int) -> Void = { _, _ in }) async throws -> Int {
        guard try await store.journals(after: nil, limit: 1).isEmpty else { return 0 }
        let actor = Actor(role: .coordinator, name: "Training coordinator")
        var settings: [String: Trial] = [:]
        var taken: [String: Int] = [:]
        var count = 0
        for (number, plan) in TrainingPlan.all.enumerated() {
            let trial = try settings[plan.study] ?? Trial(shop.setting(TrialOrder(study: plan.study)))
            settings[plan.study] = trial
            guard let found = find(plan.moment, in: trial, from: &taken[plan.study, default: 0]) else { continue }
            let therapy = try ChainOfIdentity(issuer: Self.issuer, serial: number + 1).description
            let moved = TrainingJournal(found.journal, until: found.at, as: therapy, ending: clock.now())
            _ = try await store.adopt(moved.journal(), by: actor)
            count += 1
            report(count, TrainingPlan.all.count)
        }
        return count
    }

    private func find(_ moment: TrainingPlan.Moment, in trial: Trial, from next: inout Int) -> (
        journal: Journal, at: Instant
    )? {
        for index in next..<(next + Self.tries) {
            let (journal, outcome) = trial.patient(index)
            guard outcome.failure == nil, let at = Self.instant(of: moment, in: journal) else { continue }
            next = index + 1
            return (journal, at)
        }
        return nil
    }

    /// When a course stands at a moment; nil if it never does.
    static func instant(of moment: TrainingPlan.Moment, in journal: Journal) -> Instant? {
        guard let first = journal.entries.first?.occurredAt, let last = journal.entries.last?.recordedAt else {
            return nil
        }
        let whole = Chart(of: journal)
        switch moment {
        case .before(let share):
            guard let infusion = whole.infusedAt else { return nil }
            return first.advanced(byDays: infusion.days(since: first) * share)
        case .day(let day):
            guard let infusion = whole.infusedAt else { return nil }
            let at = infusion.advanced(byDays: day)
            return whole.death.map { $0.at < at } ?? false || last < at ? nil : at
        case .crs(let grade): return begin(in: journal) { $0.crsGrade.rawValue == grade }
        case .icans(let grade): return begin(in: journal) { $0.icansGrade.rawValue >= grade }
        case .died: return whole.infusedAt == nil ? nil : whole.death.map { $0.at.advanced(byDays: 1) }
        case .cancelled: return whole.cancellation == nil ? nil : last.advanced(byDays: 1)
        }
    }

    /// The first time after infusion at which the chart is so.
    private static func begin(in journal: Journal, where isSo: (Chart) -> Bool) -> Instant? {
        var chart = Chart(therapy: journal.therapy)
        for entry in journal.entries {
            chart.apply(entry)
            if chart.infusedAt != nil, isSo(chart) { return entry.recordedAt.advanced(byDays: 0.01) }
        }
        return nil
    }
}

extension TrialOrder {
    init(study: String) {
        self.init(["study": .string(study), "patients": 1])
    }
}
