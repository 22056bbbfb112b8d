/// Looks at the entries that count, one after another in the order in which they happened: a fold, like the chart. What one
/// entry is held against is remembered, and never the whole journal.
struct DoubtSearch: Sendable {
    private var found: [Doubt] = []
    /// Collections and infusions without a consent that stands; doubtful only where consents are recorded at all.
    var unconsented: [Doubt] = []
    /// Entries of the moment that is being looked at.
    var moment: [Entry] = []
    var once = Once()
    var life = Life()
    var person: (referral: Referral, at: Instant, entry: Int)?
    var zones = Zones()
    /// Vital signs of the last hour that are hardly equal by chance.
    var lastHour = SharedArray<Entry>()
    var scale = Scale()

    /// Takes the next entry in, in the order in which things happened.
    mutating func take(_ entry: Entry) {
        if moment.first?.occurredAt != entry.occurredAt { moment.removeAll(keepingCapacity: true) }
        lookForTwice(entry)
        lookAtLife(entry)
        lookForContradiction(entry)
        lookForDuplicate(entry)
        lookAtClocks(entry)
        lookAtUnits(entry)
        moment.append(entry)
    }

    /// All doubts about the entries so far, by the entry at which each shows.
    var doubts: [Doubt] {
        (found + (life.hasConsent ? unconsented : []) + strangeZones).sorted {
            ($0.entries.max() ?? 0, $0.kind.rawValue, $0.problem) < (
                $1.entries.max() ?? 0, $1.kind.rawValue, $1.problem
            )
        }
    }

    mutating func doubt(
        _ kind: Doubt.Kind, _ weight: Doubt.Weight, _ numbers: [Int], _ problem: String, _ remedy: String
    ) {
        found.append(
            Doubt(kind: kind, weight: weight, entries: numbers.sorted(), problem: problem, remedy: remedy))
    }
}
