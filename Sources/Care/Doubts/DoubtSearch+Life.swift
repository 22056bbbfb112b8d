/// Birth, consent, cause, death.
extension DoubtSearch {
    mutating func sequenceOfLife() {
        birth()
        causes()
        death()
    }

    private mutating func birth() {
        guard let entry = entries.first(where: { if case .referralReceived = $0.event { true } else { false } }),
            case .referralReceived(let referral) = entry.event
        else { return }
        // The age is in whole years at some places: a year of grace.
        let birth = entry.occurredAt.advanced(byDays: -(referral.age + 1) * 365.25)
        for other in entries where other.occurredAt < birth {
            doubt(
                .beforeBirth, .impossible, [entry.sequence, other.sequence],
                "\(other.event.type.rawValue) at \(other.occurredAt) is before the patient, "
                    + "\(referral.age) years old at \(entry.occurredAt), was born",
                "Check the year of the entry and the age.")
        }
    }

    /// What needs something that must have happened before it. Whether it may go on is a hard stop; here it is asked
    /// whether the record can be true.
    private mutating func causes() {
        var consent: (given: Bool, entry: Int)?
        let hasConsent = entries.contains { if case .consentRecorded = $0.event { true } else { false } }
        var isInfused = false
        var isCollected = false
        var released: Set<String> = []
        var failed: [String: Int] = [:]
        for entry in entries {
            let number = entry.sequence
            switch entry.event {
            case .consentRecorded(let value): consent = (value.given, number)
            case .leukapheresisCompleted:
                isCollected = true
                if hasConsent { needConsent(consent, "the collection", number) }
            case .batchStarted:
                if !isCollected {
                    doubt(
                        .beforeCause, .doubtful, [number], "a batch was started and no collection is recorded before",
                        "Record the collection, or correct the times.")
                }
            case .batchReleased(let release):
                released.insert(release.batch)
                if let entry = failed[release.batch] {
                    doubt(
                        .contradiction, .impossible, [entry, number], "batch \(release.batch) failed and was released",
                        "A batch made again has its own identifier; strike out what is wrong.")
                }
            case .batchFailed(let failure): failed[failure.batch] = number
            case .infusionCompleted(let infusion):
                isInfused = true
                if hasConsent { needConsent(consent, "the infusion", number) }
                if !released.isEmpty, !released.contains(infusion.batch) {
                    doubt(
                        .beforeCause, .impossible, [number],
                        "batch \(infusion.batch) was infused and is not released before",
                        "Check the batch's identifier and the times.")
                }
            case .followUpVisited where !isInfused:
                doubt(
                    .beforeCause, .doubtful, [number], "a follow-up visit before any infusion",
                    "Check its date, or record the infusion.")
            case .discharged, .admitted: break
            default: break
            }
        }
    }

    private mutating func needConsent(_ consent: (given: Bool, entry: Int)?, _ what: String, _ number: Int) {
        guard consent?.given != true else { return }
        doubt(
            .beforeConsent, .impossible, [consent?.entry, number].compactMap { $0 },
            "\(what) stands \(consent == nil ? "before the consent" : "after the consent was withdrawn")",
            "Check the dates; if it is true, it is an event to report.")
    }

    private mutating func death() {
        var death: Entry?
        for entry in entries {
            if case .died(let value) = entry.event {
                if let first = death, case .died(let other) = first.event {
                    doubt(
                        .contradiction, .impossible, [first.sequence, entry.sequence],
                        "two deaths (\(other.cause.rawValue), \(value.cause.rawValue))", "Strike one out.")
                } else {
                    death = entry
                }
            } else if let death, entry.occurredAt > death.occurredAt, entry.event.needsLife {
                doubt(
                    .afterDeath, .impossible, [death.sequence, entry.sequence],
                    "\(entry.event.type.rawValue) at \(entry.occurredAt), after death at \(death.occurredAt)",
                    "Check both times; what is written late bears the time at which it happened.")
            }
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
