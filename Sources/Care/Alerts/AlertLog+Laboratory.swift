/// Laboratory values against their limits.
extension AlertLog {
    mutating func watchLaboratory(_ entry: Entry) {
        guard case .labReported(let result) = entry.event, chart.death == nil else { return }
        for limit in rules.limits where limit.analyte == result.analyte { watch(result, limit, entry) }
        if result.analyte == .ferritin { watchRise(result.value, entry) }
    }

    private mutating func watch(_ result: LabResult, _ limit: AlertRules.Limit, _ entry: Entry) {
        let (value, at) = (result.value, entry.occurredAt)
        let isCleared = limit.isUpper ? value <= limit.clears : value >= limit.clears && !result.belowDetection
        let isRaised =
            limit.isUpper ? value >= limit.raises : value < limit.raises || (result.belowDetection && !isCleared)
        if isCleared, !isRaised {
            let why = "\(result.analyte.rawValue) \(value) \(result.analyte.unit)"
            resolve(limit.name, at: at, why: why, entry: entry.sequence)
            if limit.name == "anc-below-0.5" {
                resolve("anc-below-0.5-long", at: at, why: why, entry: entry.sequence)
            }
        }
        guard isRaised, !isOpen(limit.name) else { return }
        let reason = AlertReason(
            finding: "\(result.analyte.rawValue) \(value) \(result.analyte.unit)",
            threshold: "\(limit.isUpper ? "from" : "below") \(limit.raises)", at: at, entry: entry.sequence,
            source: limit.source, flag: limit.flag)
        raise(
            Draft(
                family: limit.name, title: title(result, limit), owner: .physician, urgency: limit.urgency,
                reasons: [reason]), at: at)
        guard limit.name == "anc-below-0.5" else { return }
        let days = rules.longNeutropeniaDays
        set(
            "anc-below-0.5-long", at: at.advanced(byDays: days),
            .raise(
                Draft(
                    family: "anc-below-0.5-long", title: "Neutrophils have not recovered for \(Int(days)) days",
                    owner: .physician, urgency: .today,
                    reasons: [
                        reason,
                        AlertReason(
                            finding: "not above \(limit.clears) since", threshold: "\(Int(days)) days", at: at,
                            entry: nil, source: "EHA/EBMT 2023 (ICAHT grade 3)", flag: .memory),
                    ])))
    }

    private func title(_ result: LabResult, _ limit: AlertRules.Limit) -> String {
        "\(result.analyte.rawValue) \(limit.isUpper ? "at or above" : "below") \(limit.raises) \(result.analyte.unit)"
    }

    /// A fast rise of ferritin once CRS is past its height, or without CRS: it may be IEC-HS.
    private mutating func watchRise(_ value: Double, _ entry: Entry) {
        let at = entry.occurredAt
        memory.ferritin.removeAll { at.hours(since: $0.at) > 48 }
        let lowest = memory.ferritin.map(\.value).min()
        memory.ferritin.append((value, at))
        if isOpen("ferritin-rising") {
            memory.ferritinPeak = max(memory.ferritinPeak, value)
            if value <= 0.7 * memory.ferritinPeak {
                resolve(
                    "ferritin-rising", at: at, why: "ferritin has fallen to \(value) from \(memory.ferritinPeak)",
                    entry: entry.sequence)
            }
            return
        }
        guard let lowest, lowest > 0, value >= rules.ferritinFloor, value >= rules.ferritinRise * lowest,
            chart.day(at: at).map({ (0...60).contains($0) }) ?? false,
            chart.crsGrade == .none || chart.crsGrade < (chart.crsEpisode?.peak ?? .none)
        else { return }
        memory.ferritinPeak = value
        raise(
            Draft(
                family: "ferritin-rising", title: "Ferritin rises fast, CRS is past its height: think of IEC-HS",
                owner: .physician, urgency: .today,
                reasons: [
                    AlertReason(
                        finding:
                            "ferritin \(value) ng/mL, \(lowest) within two days; CRS grade \(chart.crsGrade.rawValue)",
                        threshold: "\(rules.ferritinRise) times in two days, from \(rules.ferritinFloor)", at: at,
                        entry: entry.sequence, source: "ASTCT 2023 (IEC-HS: rapidly rising); numbers assumed",
                        flag: .memory)
                ]), at: at)
    }
}
