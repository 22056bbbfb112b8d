import Care

/// An entry as a timeline tells it: what, and the identifiers and figures that go with it.
struct EventWords {
    /// What happened.
    var what: String
    /// Details, each a short phrase.
    var details: [String]

    init(_ what: String, _ details: [String?] = []) {
        self.what = what
        self.details = details.compactMap(\.self).filter { !$0.isEmpty }
    }

    init(_ event: Event) {
        self =
            Self.referral(event) ?? Self.collection(event) ?? Self.manufacture(event) ?? Self.hospital(event)
            ?? Self.outcome(event) ?? EventWords(Words.sentence(Words.spaced(event.type.rawValue)))
    }

    private static func referral(_ event: Event) -> EventWords? {
        switch event {
        case .referralReceived(let value):
            EventWords(
                "Referred",
                [
                    value.disease, "\(Words.number(value.age)) years", value.sex.rawValue,
                    "\(Words.number(value.weight)) kg", "\(value.priorLines) prior lines",
                    value.ecog.map { "ECOG \($0)" },
                ])
        case .eligibilityAssessed(let value):
            EventWords(value.eligible ? "Eligible" : "Not eligible", value.reasons + ["by \(value.productVersion)"])
        case .consentRecorded(let value): EventWords(value.given ? "Consent signed" : "Consent withdrawn")
        case .coverageVerified(let value): EventWords("Coverage \(value.status.rawValue)", [value.payer])
        case .fitnessChecked(let value):
            EventWords(
                "Fitness checked",
                [
                    value.ecog.map { "ECOG \($0)" },
                    value.activeInfection.map { $0 ? "active infection" : "no infection" },
                    value.oxygenSaturation.map { "SpO₂ \(Words.number($0)) %" },
                    value.ejectionFraction.map { "ejection fraction \(Words.number($0)) %" },
                    value.creatinineClearance.map { "creatinine clearance \(Words.number($0)) mL/min" },
                ])
        case .productOrdered(let value): EventWords("Product ordered", [value.product, value.productVersion])
        case .slotChanged(let value):
            EventWords(
                "Slot \(value.status.rawValue)",
                [value.slot, value.manufacturer, value.startsAt.map { "starts \(Words.day($0))" }])
        case .washoutChecked(let value):
            EventWords(
                "Washout checked",
                [
                    value.treatment, value.lastGivenAt.map { "last \(Words.day($0))" },
                    value.neverGiven == true ? "never given" : nil,
                ])
        case .infectiousMarkersReported(let value):
            EventWords(
                "Infectious markers",
                value.markers.map { marker in
                    "\(marker.name) \(marker.reactive.map { $0 ? "REACTIVE" : "negative" } ?? "not known")"
                })
        case .bridgingGiven(let value): EventWords("Bridging therapy", [value.regimen])
        case .readinessConfirmed(let value):
            EventWords(
                "\(Words.sentence(Words.spaced(value.what.rawValue))) \(value.ready ? "ready" : "no longer ready")",
                [value.count.map { "\($0)" }, value.batch])
        case .lymphodepletionReviewed(let value):
            EventWords(
                "Lymphodepletion reviewed",
                [
                    "creatinine clearance \(Words.number(value.creatinineClearance)) mL/min",
                    "fludarabine \(Words.number(value.fludarabineDose)) mg/m²",
                ])
        default: nil
        }
    }

    private static func hospital(_ event: Event) -> EventWords? {
        switch event {
        case .admitted(let value):
            EventWords(value.unit == .ward ? "Admitted to the ward" : "In intensive care", [value.reason])
        case .discharged(let value): EventWords("Discharged", [value.destination])
        case .vitalsTaken(let signs): EventWords("Vital signs", VitalWords.parts(signs))
        case .neurologyAssessed(let value): EventWords("Neurology", VitalWords.parts(value))
        case .labReported(let result):
            EventWords("Laboratory", [LaboratoryWords.result(result)])
        case .crsGraded(let value): EventWords("Team recorded CRS", [value.grade.words])
        case .icansGraded(let value): EventWords("Team recorded ICANS", [value.grade.words])
        case .orderPlaced(let order): EventWords("Ordered", [DrugWords.order(order), order.reason])
        case .orderStopped(let stop): EventWords("Order ended", [stop.id, stop.reason])
        case .drugGiven(let dose): EventWords("Given", [DrugWords.dose(dose)])
        case .infectionReported(let value): EventWords("Infection, grade \(value.grade)", [value.description])
        case .transfused(let value):
            EventWords(
                "Transfused",
                [
                    "\(value.units) \(Words.spaced(value.kind.rawValue))",
                    value.irradiated.map { $0 ? "irradiated" : "NOT irradiated" },
                ])
        case .vaccinated(let value): EventWords("Vaccinated", [value.vaccine, value.live ? "live" : nil])
        case .alertAcknowledged(let value): EventWords("Alert taken on", [value.alert, value.action])
        case .stopOverridden(let value):
            EventWords(
                "Stop overridden",
                [value.stop, value.reason, "second signature \(value.secondSignature.name)"])
        default: nil
        }
    }
}
