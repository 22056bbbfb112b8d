/// Grades that the team has not signed.
extension AlertLog {
    mutating func watchGrades(_ entry: Entry) {
        if case .crsGraded = entry.event { signed("crs", entry) }
        if case .icansGraded = entry.event { signed("icans", entry) }
        if chart.crsGrade != memory.crs || isCRSGraded(entry) {
            memory.crs = chart.crsGrade
            compare(
                "crs", "CRS", shown: chart.crsGrade.rawValue, written: chart.recordedCRS.rawValue,
                chart.crs.reasons.first, entry)
        }
        if chart.icansGrade != memory.icans || isICANSGraded(entry) {
            memory.icans = chart.icansGrade
            compare(
                "icans", "ICANS", shown: chart.icansGrade.rawValue, written: chart.recordedICANS.rawValue,
                chart.icans.reasons.first, entry)
        }
    }

    private func isCRSGraded(_ entry: Entry) -> Bool { if case .crsGraded = entry.event { true } else { false } }
    private func isICANSGraded(_ entry: Entry) -> Bool { if case .icansGraded = entry.event { true } else { false } }

    private mutating func signed(_ scale: String, _ entry: Entry) {
        resolve(prefix: "\(scale)-grade-", at: entry.occurredAt, why: "the team wrote a grade", entry: entry.sequence)
        stop("\(scale)-settled")
    }

    /// The signs' grade beside the team's. A rise waits for a signature until the team writes a grade, or the signs have
    /// been back at its grade for a day; a fall is said after a day.
    private mutating func compare(
        _ scale: String, _ name: String, shown: Int, written: Int, _ basis: Reason?, _ entry: Entry
    ) {
        let reason = AlertReason(
            finding: "\(name) grade \(shown) by the signs" + (basis.map { " (\($0.finding))" } ?? ""),
            threshold: "the team last wrote grade \(written)", at: entry.occurredAt, entry: entry.sequence,
            source: "ASTCT 2019; unsigned grades are a warning of step 16", flag: .read)
        if shown > written {
            stop("\(scale)-settled")
            stop("\(scale)-grade-fall-unsigned")
            let family = "\(scale)-grade-\(shown)-unsigned"
            for lower in 1..<max(1, shown) {
                resolve(
                    "\(scale)-grade-\(lower)-unsigned", at: entry.occurredAt, why: "now grade \(shown)",
                    entry: entry.sequence)
            }
            let draft = Draft(
                family: family, title: "\(name) grade \(shown) is not signed by the team", owner: .physician,
                urgency: shown >= 2 ? .now : .today, reasons: [reason])
            if shown >= 3 {
                raise(draft, at: entry.occurredAt)
            } else if !isOpen(family) {
                set(family, at: entry.occurredAt.advanced(byDays: rules.signingHours / 24), .raise(draft))
            }
            return
        }
        for grade in 1...5 {
            let family = "\(scale)-grade-\(grade)-unsigned"
            if isOpen(family) {
                set(
                    "\(scale)-settled", at: entry.occurredAt.advanced(byDays: 1),
                    .resolve(family: family, why: "the signs have been at the team's grade for a day"))
            } else {
                stop(family)
            }
        }
        if shown < written, !isOpen("\(scale)-grade-fall-unsigned"), written < 5 {
            let draft = Draft(
                family: "\(scale)-grade-fall-unsigned", title: "\(name) has fallen to grade \(shown), not signed",
                owner: .physician, urgency: .week, reasons: [reason])
            set("\(scale)-grade-fall-unsigned", at: entry.occurredAt.advanced(byDays: 1), .raise(draft))
        } else if shown == written {
            resolve(
                "\(scale)-grade-fall-unsigned", at: entry.occurredAt, why: "the grades agree", entry: entry.sequence)
        }
    }
}
