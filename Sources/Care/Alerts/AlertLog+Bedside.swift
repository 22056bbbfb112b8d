/// Vital signs and fever at home.
extension AlertLog {
    mutating func watchBedside(_ entry: Entry) {
        switch entry.event {
        case .vitalsTaken(let signs):
            if chart.infusedAt != nil, chart.death == nil {
                resolve("vital-signs-missed", at: entry.occurredAt, why: "a set was taken", entry: entry.sequence)
                setVitalSignsClock(after: entry.occurredAt)
                watchFever(signs, entry)
            }
        case .infusionCompleted, .discharged:
            setVitalSignsClock(after: chart.latestVitals?.at ?? entry.occurredAt)
        case .admitted:
            setVitalSignsClock(after: entry.occurredAt)
            resolve("fever-at-home", at: entry.occurredAt, why: "admitted", entry: entry.sequence)
        case .drugGiven(let dose): if dose.drug == .tocilizumab { countTocilizumab(entry) }
        case .readinessConfirmed(let readiness):
            if readiness.what == .tocilizumab {
                memory.tocilizumabStock = readiness.ready ? readiness.count : 0
                watchStock(entry)
            }
        default: break
        }
        watchGrades(entry)
    }

    // MARK: Vital signs

    private mutating func setVitalSignsClock(after last: Instant) {
        stop("vital-signs-missed")
        stop("risk-window")
        guard let infusedAt = chart.infusedAt, chart.death == nil else { return }
        let riskDays = max(14, Double(label?.monitoring?.dailyDays ?? 0))
        let end = infusedAt.advanced(byDays: riskDays)
        let hours = chart.unit == nil ? 12.0 : 6
        let fires = last.advanced(byDays: max(0, hours * rules.missedIntervals / 24))
        let place = chart.unit == nil ? "at home" : "in hospital"
        if chart.unit == nil {
            guard fires < end else {
                if let now = chart.lastEventAt, now >= end {
                    resolve("vital-signs-missed", at: now, why: "the risk window is over")
                }
                return
            }
            set("risk-window", at: end, .resolve(family: "vital-signs-missed", why: "the risk window is over"))
        }
        let reason = AlertReason(
            finding: "no vital signs since \(last.iso8601)",
            threshold: "every \(Int(hours)) h \(place), said after \(Int(hours * rules.missedIntervals)) h",
            at: last, entry: nil, source: "reference schedule of practice", flag: .memory)
        set(
            "vital-signs-missed", at: fires,
            .raise(
                Draft(
                    family: "vital-signs-missed", title: "Vital signs are missing in the risk window", owner: .nurse,
                    urgency: .now, reasons: [reason])))
    }

    private mutating func watchFever(_ signs: VitalSigns, _ entry: Entry) {
        guard let temperature = signs.temperature else { return }
        if temperature >= CRSAxes.fever {
            guard chart.unit == nil, let day = chart.day(at: entry.occurredAt), (0...30).contains(day) else { return }
            raise(
                Draft(
                    family: "fever-at-home", title: "Fever at home, day \(Int(day)): call the patient in",
                    owner: .physician, urgency: .now,
                    reasons: [
                        AlertReason(
                            finding: "temperature \(temperature) °C", threshold: "38.0 °C or more in the first 30 days",
                            at: entry.occurredAt, entry: entry.sequence, source: "ASTCT 2019; 30 days as practised",
                            flag: .memory)
                    ]), at: entry.occurredAt)
        } else if let last = chart.lastFever, entry.occurredAt.hours(since: last) >= 24 {
            resolve("fever-at-home", at: entry.occurredAt, why: "no fever for 24 h", entry: entry.sequence)
        }
    }
}
