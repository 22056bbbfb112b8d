/// Birth, consent, cause, death.
extension DoubtSearch {
    /// What was recorded of a life so far.
    struct Life: Sendable {
        /// By the first referral: its entry, and the day before which nothing can have been.
        var birth: (referral: Referral, at: Instant, entry: Int, day: Instant)?
        /// What stands before the first referral.
        var unborn: [(type: EventType, at: Instant, entry: Int)] = []
        var consent: (given: Bool, entry: Int)?
        var hasConsent = false
        var isInfused = false
        var isCollected = false
        var released: Set<String> = []
        /// Batches that failed, each with the last entry that says so.
        var failed: [String: Int] = [:]
        var death: (death: Death, at: Instant, entry: Int)?
    }

    mutating func lookAtLife(_ entry: Entry) {
        lookAtBirth(entry)
        lookAtCauses(entry)
        lookAtDeath(entry)
    }

    private mutating func lookAtBirth(_ entry: Entry) {
        if life.birth == nil, case .referralReceived(let referral) = entry.event {
            // The age is in whole years at some places: a year of grace.
            let day = entry.occurredAt.advanced(byDays: -(referral.age + 1) * 365.25)
            life.birth = (referral, entry.occurredAt, entry.sequence, day)
            for earlier in life.unborn { holdAgainstBirth(earlier.type, at: earlier.at, entry: earlier.entry) }
            life.unborn = []
        }
        if life.birth == nil {
            life.unborn.append((entry.event.type, entry.occurredAt, entry.sequence))
        } else {
            holdAgainstBirth(entry.event.type, at: entry.occurredAt, entry: entry.sequence)
        }
    }

    private mutating func holdAgainstBirth(_ type: EventType, at: Instant, entry: Int) {
        guard let birth = life.birth, at < birth.day else { return }
        doubt(
            .beforeBirth, .impossible, [birth.entry, entry],
            "\(type.rawValue) at \(at) is before the patient, "
                + "\(birth.referral.age) years old at \(birth.at), was born",
            "Check the year of the entry and the age.")
    }

    /// What needs something that must have happened before it. Whether it may go on is a hard stop; here it is asked
    /// whether the record can be true.
    private mutating func lookAtCauses(_ entry: Entry) {
        let number = entry.sequence
        switch entry.event {
        case .consentRecorded(let value):
            life.consent = (value.given, number)
            life.hasConsent = true
        case .leukapheresisCompleted:
            life.isCollected = true
            needConsent("the collection", number)
        case .batchStarted:
            if !life.isCollected {
                doubt(
                    .beforeCause, .doubtful, [number], "a batch was started and no collection is recorded before",
                    "Record the collection, or correct the times.")
            }
        case .batchReleased(let release):
            life.released.insert(release.batch)
            if let entry = life.failed[release.batch] {
                doubt(
                    .contradiction, .impossible, [entry, number], "batch \(release.batch) failed and was released",
                    "A batch made again has its own identifier; strike out what is wrong.")
            }
        case .batchFailed(let failure): life.failed[failure.batch] = number
        case .infusionCompleted(let infusion):
            life.isInfused = true
            needConsent("the infusion", number)
            if !life.released.isEmpty, !life.released.contains(infusion.batch) {
                doubt(
                    .beforeCause, .impossible, [number],
                    "batch \(infusion.batch) was infused and is not released before",
                    "Check the batch's identifier and the times.")
            }
        case .followUpVisited where !life.isInfused:
            doubt(
                .beforeCause, .doubtful, [number], "a follow-up visit before any infusion",
                "Check its date, or record the infusion.")
        default: break
        }
    }

    private mutating func needConsent(_ what: String, _ number: Int) {
        let consent = life.consent
        guard consent?.given != true else { return }
        unconsented.append(
            Doubt(
                kind: .beforeConsent, weight: .impossible,
                entries: [consent?.entry, number].compactMap { $0 }.sorted(),
                problem: "\(what) stands "
                    + (consent == nil ? "before the consent" : "after the consent was withdrawn"),
                remedy: "Check the dates; if it is true, it is an event to report."))
    }

    private mutating func lookAtDeath(_ entry: Entry) {
        if case .died(let value) = entry.event {
            if let first = life.death {
                doubt(
                    .contradiction, .impossible, [first.entry, entry.sequence],
                    "two deaths (\(first.death.cause.rawValue), \(value.cause.rawValue))", "Strike one out.")
            } else {
                life.death = (value, entry.occurredAt, entry.sequence)
            }
        } else if let death = life.death, entry.occurredAt > death.at, entry.event.needsLife {
            doubt(
                .afterDeath, .impossible, [death.entry, entry.sequence],
                "\(entry.event.type.rawValue) at \(entry.occurredAt), after death at \(death.at)",
                "Check both times; what is written late bears the time at which it happened.")
        }
    }
}

extension Event {
    /// Whether it can happen to the living only. Results, forms, material and responsibilities outlive a patient.
    var needsLife: Bool {
        switch self {
        case .consentRecorded, .fitnessChecked, .collectionStarted, .leukapheresisCompleted, .bridgingGiven,
            .infusionStarted, .infusionCompleted, .admitted, .discharged, .vitalsTaken, .neurologyAssessed, .drugGiven,
            .orderPlaced, .transfused, .vaccinated, .followUpVisited, .identityVerified:
            true
        default: false
        }
    }
}
