/// Grades that the team has not signed, or has written otherwise than the signs show.
extension AlertLog {
    mutating func watchGrades(_ entry: Entry) {
        var isCRSWritten = false
        var isICANSWritten = false
        if case .crsGraded = entry.event { isCRSWritten = true }
        if case .icansGraded = entry.event { isICANSWritten = true }
        if isCRSWritten || chart.crsGrade != memory.crs {
            memory.crs = chart.crsGrade
            let grades = Grades(
                scale: "crs", name: "CRS", shown: chart.crsGrade.rawValue, written: chart.recordedCRS.rawValue,
                basis: chart.crs.reasons.first?.finding)
            compare(grades, isWritten: isCRSWritten, entry)
        }
        if isICANSWritten || chart.icansGrade != memory.icans {
            memory.icans = chart.icansGrade
            let grades = Grades(
                scale: "icans", name: "ICANS", shown: chart.icansGrade.rawValue,
                written: chart.recordedICANS.rawValue, basis: chart.icans.reasons.first?.finding)
            compare(grades, isWritten: isICANSWritten, entry)
        }
    }

    /// The signs' grade beside the team's.
    private struct Grades {
        var scale: String
        var name: String
        var shown: Int
        var written: Int
        var basis: String?

        func unsigned(_ grade: Int) -> String { "\(scale)-grade-\(grade)-unsigned" }
        func differs(_ grade: Int) -> String { "\(scale)-grade-\(grade)-differs" }
        var fall: String { "\(scale)-grade-fall-unsigned" }
    }

    /// A rise waits for a signature until the team writes a grade, or the signs have been back at its grade for a day.
    /// A team that writes less than the signs show has signed, and is told once that they differ. A fall is said after a
    /// day.
    private mutating func compare(_ grades: Grades, isWritten: Bool, _ entry: Entry) {
        let at = entry.occurredAt
        if isWritten {
            for grade in 1...5 {
                resolve(grades.unsigned(grade), at: at, why: "the team wrote a grade", entry: entry.sequence)
            }
            resolve(grades.fall, at: at, why: "the team wrote a grade", entry: entry.sequence)
        }
        if grades.shown > grades.written {
            rise(grades, isWritten: isWritten, entry)
        } else {
            settle(grades, isWritten: isWritten, entry)
        }
    }

    private func reason(_ grades: Grades, _ entry: Entry) -> AlertReason {
        AlertReason(
            finding: "\(grades.name) grade \(grades.shown) by the signs" + (grades.basis.map { " (\($0))" } ?? ""),
            threshold: "the team last wrote grade \(grades.written)", at: entry.occurredAt, entry: entry.sequence,
            source: "ASTCT 2019; an unsigned grade is a warning of step 16", flag: .read)
    }

    private mutating func rise(_ grades: Grades, isWritten: Bool, _ entry: Entry) {
        let at = entry.occurredAt
        stop("\(grades.scale)-settled")
        stop(grades.fall)
        for grade in 1...5 where grade != grades.shown {
            for family in [grades.unsigned(grade), grades.differs(grade)] {
                resolve(family, at: at, why: "now grade \(grades.shown)", entry: entry.sequence)
            }
        }
        if isWritten {
            return raise(
                Draft(
                    family: grades.differs(grades.shown),
                    title: "\(grades.name) grade \(grades.shown) by the signs, the team wrote \(grades.written)",
                    owner: .physician, urgency: .today, reasons: [reason(grades, entry)]), at: at)
        }
        let family = grades.unsigned(grades.shown)
        guard !isOpen(family), !isOpen(grades.differs(grades.shown)) else { return }
        let draft = Draft(
            family: family, title: "\(grades.name) grade \(grades.shown) is not signed by the team", owner: .physician,
            urgency: grades.shown >= 2 ? .now : .today, reasons: [reason(grades, entry)])
        if grades.shown >= 3 {
            raise(draft, at: at)
        } else {
            set(family, at: at.advanced(byDays: rules.signingHours / 24), .raise(draft))
        }
    }

    private mutating func settle(_ grades: Grades, isWritten: Bool, _ entry: Entry) {
        let at = entry.occurredAt
        for grade in 1...5 {
            for family in [grades.unsigned(grade), grades.differs(grade)] {
                if !isOpen(family) {
                    stop(family)
                } else if isWritten {
                    resolve(family, at: at, why: "the team wrote grade \(grades.written)", entry: entry.sequence)
                } else {
                    set(
                        "\(grades.scale)-settled", at: at.advanced(byDays: 1),
                        .resolve(family: family, why: "the signs have been at the team's grade for a day"))
                }
            }
        }
        if grades.shown == grades.written {
            resolve(grades.fall, at: at, why: "the grades agree", entry: entry.sequence)
        } else if !isOpen(grades.fall), grades.written < 5 {
            let draft = Draft(
                family: grades.fall, title: "\(grades.name) has fallen to grade \(grades.shown), not signed",
                owner: .physician, urgency: .week, reasons: [reason(grades, entry)])
            set(grades.fall, at: at.advanced(byDays: 1), .raise(draft))
        }
    }
}
