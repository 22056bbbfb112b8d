/// Clocks, zones and dates.
extension DoubtSearch {
    /// Days after which an entry is written late, for what is measured or given (assumed).
    private static let lateDays = 30.0

    /// Where the clinic's entries were written, and until when they are the clinic's.
    struct Zones: Sendable {
        /// Entries of the clinic by their offset from UTC, minutes; without those whose offset no zone has.
        var clinic: [Int: SharedArray<(at: Instant, entry: Int)>] = [:]
        var counts: [Int: Int] = [:]
        /// Once care was handed over, another place writes.
        var handover: Instant?
    }

    mutating func lookAtClocks(_ entry: Entry) {
        lookAtZone(entry)
        lookForShift(entry)
        lookForLate(entry)
    }

    /// Offsets that no zone has are doubtful at once; which zone is the usual one, only all entries tell.
    private mutating func lookAtZone(_ entry: Entry) {
        let offset = entry.occurredAt.zoneOffsetMinutes
        let isAtTheClinic = entry.actor.role.isAtTheClinic
        if isAtTheClinic { zones.counts[offset, default: 0] += 1 }
        if zones.handover == nil, case .careTransferred = entry.event { zones.handover = entry.occurredAt }
        if offset % 15 != 0 || !(-720...840).contains(offset) {
            doubt(
                .zone, .doubtful, [entry.sequence], "no place has the zone of \(entry.occurredAt)",
                "Check the offset from UTC.")
        } else if isAtTheClinic {
            zones.clinic[offset, default: SharedArray()].append((entry.occurredAt, entry.sequence))
        }
    }

    /// Entries of the clinic far from its usual zone.
    var strangeZones: [Doubt] {
        guard let usual = zones.counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return [] }
        return zones.clinic.filter { abs($0.key - usual) > 60 }.values.joined()
            .filter { item in zones.handover.map { item.at < $0 } ?? true }
            .map { item in
                Doubt(
                    kind: .zone, weight: .doubtful, entries: [item.entry],
                    problem: "\(item.at) is in another zone than most entries of the clinic, more than summer time "
                        + "makes",
                    remedy: "Check the device's zone; hours between doses are counted by the moment.")
            }
    }

    /// The same set of vital signs one hour apart to the millisecond: a clock that was changed, or a zone mistaken.
    private mutating func lookForShift(_ entry: Entry) {
        guard case .vitalsTaken(let signs) = entry.event, signs.isTelling else { return }
        let hourAgo = entry.occurredAt.milliseconds - 3_600_000
        lastHour.forgetMost { $0.occurredAt.milliseconds < hourAgo }
        // They stand in the order in which they happened.
        let after = lastHour.firstPosition(where: { $0.occurredAt.milliseconds > hourAgo })
        if after > 0, lastHour[after - 1].occurredAt.milliseconds == hourAgo, lastHour[after - 1].event == entry.event {
            let other = lastHour[after - 1]
            doubt(
                .clock, .doubtful, [other.sequence, entry.sequence],
                "the same vital signs exactly one hour apart, at \(other.occurredAt) and \(entry.occurredAt)",
                "If a clock was changed between, one of them is the other again: strike it out.")
        }
        lastHour.append(entry)
    }

    private mutating func lookForLate(_ entry: Entry) {
        let days = entry.recordedAt.days(since: entry.occurredAt)
        guard days > Self.lateDays, entry.event.momentRank != 0, entry.event.momentRank != 9 else { return }
        doubt(
            .writtenLate, .doubtful, [entry.sequence],
            "\(entry.event.type.rawValue) of \(entry.occurredAt) was written \(Int(days)) days later",
            "Check month and year of its date.")
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
