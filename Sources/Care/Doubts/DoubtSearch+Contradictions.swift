/// Two statements that differ, and one statement twice.
extension DoubtSearch {
    /// Two statements of one fact.
    mutating func lookForContradiction(_ entry: Entry) {
        if case .referralReceived(let referral) = entry.event { compare(referral, entry) }
        // Two different measurements of one thing at one moment.
        guard let what = entry.event.measured, let other = moment.first(where: { $0.event.measured == what }),
            other.event != entry.event
        else { return }
        doubt(
            .contradiction, .doubtful, [other.sequence, entry.sequence],
            "two different results of \(what) at \(entry.occurredAt)",
            "Strike out the wrong one, or correct its time; the chart takes the one that stands last by value.")
    }

    /// A second referral is held against the first.
    private mutating func compare(_ referral: Referral, _ entry: Entry) {
        guard let (other, at, number) = person else {
            person = (referral, entry.occurredAt, entry.sequence)
            return
        }
        let years = entry.occurredAt.days(since: at) / 365.25
        var differences: [String] = []
        if other.sex != referral.sex {
            differences.append("sex \(other.sex.rawValue), \(referral.sex.rawValue)")
        }
        if abs(referral.age - other.age - years) > 1.5 {
            differences.append("age \(other.age), \(years < 1 ? "" : "later ")\(referral.age)")
        }
        if abs(referral.height - other.height) > 5, other.age >= 18 {
            differences.append("height \(other.height), \(referral.height) cm")
        }
        guard !differences.isEmpty else { return }
        doubt(
            .contradiction, .doubtful, [number, entry.sequence],
            "two referrals differ: \(differences.joined(separator: "; "))",
            "Is it the same patient? Strike out the one that is wrong.")
    }

    /// The same content at the same moment. A device that sends twice with two identifiers is not caught when adding.
    mutating func lookForDuplicate(_ entry: Entry) {
        if case .alertAcknowledged = entry.event { return }
        guard let first = moment.first(where: { $0.event == entry.event }) else { return }
        doubt(
            .duplicate, .doubtful, [first.sequence, entry.sequence],
            "\(entry.event.type.rawValue) with the same content at one moment",
            "If it was sent twice, strike one out; a dose counts as often as it stands.")
    }
}

extension Event {
    /// What it measures, where there is one true result at a moment.
    fileprivate var measured: String? {
        switch self {
        case .vitalsTaken: "vital signs"
        case .labReported(let result): result.analyte.rawValue
        case .crsGraded: "CRS grade"
        case .icansGraded: "ICANS grade"
        default: nil
        }
    }
}
