/// Clocks, zones and dates.
extension DoubtSearch {
    /// Days after which an entry is written late, for what is measured or given (assumed).
    private static let lateDays = 30.0

    mutating func clocks() {
        zones()
        shifted()
        late()
    }

    /// Offsets that no zone has, and entries of the clinic far from its usual zone.
    private mutating func zones() {
        var counts: [Int: Int] = [:]
        for entry in entries where entry.actor.role.isAtTheClinic {
            counts[entry.occurredAt.zoneOffsetMinutes, default: 0] += 1
        }
        let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        // Once care was handed over, another place writes.
        let handover = entries.first { if case .careTransferred = $0.event { true } else { false } }?.occurredAt
        for entry in entries {
            let offset = entry.occurredAt.zoneOffsetMinutes
            if offset % 15 != 0 || !(-720...840).contains(offset) {
                doubt(
                    .zone, .doubtful, [entry.sequence], "no place has the zone of \(entry.occurredAt)",
                    "Check the offset from UTC.")
            } else if let usual, entry.actor.role.isAtTheClinic, abs(offset - usual) > 60,
                entry.occurredAt < handover ?? entry.occurredAt.advanced(byDays: 1)
            {
                doubt(
                    .zone, .doubtful, [entry.sequence],
                    "\(entry.occurredAt) is in another zone than most entries of the clinic, more than summer time makes",
                    "Check the device's zone; hours between doses are counted by the moment.")
            }
        }
    }

    /// The same set of vital signs one hour apart to the millisecond: a clock that was changed, or a zone mistaken.
    private mutating func shifted() {
        var last: [Int64: Entry] = [:]
        for entry in entries {
            guard case .vitalsTaken(let signs) = entry.event, signs.isTelling else { continue }
            let hour: Int64 = 3_600_000
            if let other = last[entry.occurredAt.milliseconds - hour], other.event == entry.event {
                doubt(
                    .clock, .doubtful, [other.sequence, entry.sequence],
                    "the same vital signs exactly one hour apart, at \(other.occurredAt) and \(entry.occurredAt)",
                    "If a clock was changed between, one of them is the other again: strike it out.")
            }
            last[entry.occurredAt.milliseconds] = entry
        }
    }

    private mutating func late() {
        for entry in entries where entry.event.momentRank != 0 && entry.event.momentRank != 9 {
            let days = entry.recordedAt.days(since: entry.occurredAt)
            guard days > Self.lateDays else { continue }
            doubt(
                .writtenLate, .doubtful, [entry.sequence],
                "\(entry.event.type.rawValue) of \(entry.occurredAt) was written \(Int(days)) days later",
                "Check month and year of its date.")
        }
    }
}

extension Role {
    /// Whether somebody in this role writes at the treatment centre; couriers and factories are anywhere.
    fileprivate var isAtTheClinic: Bool {
        switch self {
        case .coordinator, .nurse, .physician, .laboratory, .cellLab, .pharmacist, .dataManager: true
        case .quality, .factory, .courier, .qualifiedPerson, .payer, .registry: false
        }
    }
}

extension VitalSigns {
    /// Whether two sets that are equal are hardly equal by chance.
    fileprivate var isTelling: Bool {
        temperature != nil && meanArterialPressure != nil && heartRate != nil && oxygenSaturation != nil
    }
}
