/// All that is folded from the entries up to a moment.
struct FoldState: Sendable {
    /// Alerts, with the chart and what was done.
    private(set) var log: AlertLog
    private(set) var doubts = DoubtSearch()
    private(set) var identity: IdentityReading
    private(set) var results: [LaboratoryScales.Reading] = []
    /// The moment of the last entry; nil while there is none.
    private(set) var until: Instant?
    /// Entries taken in.
    private(set) var count = 0

    init(therapy: String, label: Label?) {
        log = AlertLog(therapy: therapy, label: label)
        identity = IdentityReading(therapy: therapy)
    }

    /// Takes the next entry in, in the order in which things happened.
    mutating func take(_ entry: Entry) {
        let known = log.chart.pathway.records.count
        log.take(entry)
        for record in log.chart.pathway.records.dropFirst(known) { identity.take(record) }
        doubts.take(entry)
        if let reading = LaboratoryScales.Reading(entry) { results.append(reading) }
        until = entry.occurredAt
        count += 1
    }
}
