/// Two statements that differ, and one statement twice.
extension DoubtSearch {
    /// Two statements of one fact.
    mutating func contradictions() {
        people()
        moments()
    }

    private mutating func people() {
        var first: (referral: Referral, entry: Entry)?
        for entry in entries {
            guard case .referralReceived(let referral) = entry.event else { continue }
            if let (other, old) = first {
                let years = entry.occurredAt.days(since: old.occurredAt) / 365.25
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
                if !differences.isEmpty {
                    doubt(
                        .contradiction, .doubtful, [old.sequence, entry.sequence],
                        "two referrals differ: \(differences.joined(separator: "; "))",
                        "Is it the same patient? Strike out the one that is wrong.")
                }
            } else {
                first = (referral, entry)
            }
        }
    }

    /// Two different measurements of one thing at one moment.
    private mutating func moments() {
        var seen: [Moment: Entry] = [:]
        for entry in entries {
            guard let what = entry.event.measured else { continue }
            let moment = Moment(milliseconds: entry.occurredAt.milliseconds, what: what)
            if let other = seen[moment] {
                guard other.event != entry.event else { continue }
                doubt(
                    .contradiction, .doubtful, [other.sequence, entry.sequence],
                    "two different results of \(what) at \(entry.occurredAt)",
                    "Strike out the wrong one, or correct its time; the chart takes the one that stands last by value.")
            } else {
                seen[moment] = entry
            }
        }
    }

    private struct Moment: Hashable {
        var milliseconds: Int64
        var what: String
    }

    /// The same content at the same moment. A device that sends twice with two identifiers is not caught when adding.
    mutating func duplicates() {
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].occurredAt == entries[start].occurredAt { end += 1 }
            for second in start..<end {
                guard let first = (start..<second).first(where: { entries[$0].event == entries[second].event }),
                    entries[second].event.type != .alertAcknowledged
                else { continue }
                doubt(
                    .duplicate, .doubtful, [entries[first].sequence, entries[second].sequence],
                    "\(entries[second].event.type.rawValue) with the same content at one moment",
                    "If it was sent twice, strike one out; a dose counts as often as it stands.")
            }
            start = end
        }
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
