import Care
import Records

/// The journals of a centre in one realm, and the rules that speak before something is written.
struct CentreRecords: Sendable {
    let store: JournalStore
    let realm: JournalRealm
    let clock: ServiceClock
    let book: LabelBook
    let jurisdiction: Jurisdiction
    let site: Site?
    let signatures: Signatures
    let folds = FoldShelf()
    let writers = WritersLine()

    /// The label that governs a journal's product; nil where none is known, and the rules say so.
    func label(of chart: Chart, at instant: Instant) -> Label? {
        guard let order = chart.productOrder else { return nil }
        if let recorded = book.label(named: order.productVersion) { return recorded }
        return try? book.label(of: order.product, in: jurisdiction, on: Day(of: instant))
    }

    /// The centre's registers. Slots and therapies of others are looked up by the store when it writes: a claim that is
    /// taken is refused there, whoever was first.
    var register: Site? {
        guard var site else { return nil }
        site.otherTherapies = site.otherTherapies ?? []
        site.otherSlots = site.otherSlots ?? []
        return site
    }

    /// What the steps say of a chart.
    func rules(_ chart: Chart, at instant: Instant) -> StepRules {
        StepRules(chart, at: instant, label: label(of: chart, at: instant), site: register)
    }

    /// The kind of journal that this realm holds.
    var subject: SubjectKind { realm == .training ? .training : .real }
}
