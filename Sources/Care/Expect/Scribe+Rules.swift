extension Scribe {
    /// Rules for the time after the cells that hold in a phase: stay near, do not drive, daily checks. Each ends when
    /// the label says; a rule that is not known is among the unknown while it may matter.
    func rules(in phase: ExpectationPhase) -> (known: [Line], unknown: [String]) {
        let first = phase.firstDay ?? 0
        var known: [Line] = []
        var unknown: [String] = []
        func holds(_ weeks: Double) -> Bool { weeks * 7 >= Double(first) }
        if let near = label.proximity {
            if holds(near.weeks) { known.append(rule(stay(near), near)) }
        } else if first <= 28 {
            unknown.append("how long [you|your child] must stay near the centre")
        }
        if let driving = label.driving {
            if holds(driving.weeks) { known.append(rule(noDriving(driving), driving)) }
        } else if first <= 56 {
            unknown.append(
                "[how long you must not drive|how long your child must keep off risky things, such as traffic]")
        }
        return (known, unknown)
    }

    private func stay(_ near: Label.Proximity) -> String {
        let weeks = Frequency.count(near.weeks, "week")
        let travel = near.hours.map { ", no more than \(Frequency.count($0, "hour")) away" } ?? ""
        return "Stay near the centre\(travel), for \(weeks) after the cells\(until(near.weeks))."
    }

    private func noDriving(_ driving: Label.Driving) -> String {
        let time = "for \(Frequency.count(driving.weeks, "week")) after the cells\(until(driving.weeks))"
        return "[Do not drive or use risky tools \(time)|No driving and no risky things \(time). "
            + "For a child this means no bike, no climbing and no swimming alone]."
    }

    /// The last day of some weeks after the cells, if the day of the cells is known.
    private func until(_ weeks: Double) -> String {
        guard let cells = standing?.cellsOn else { return "" }
        return ", until \(cells.advanced(by: Int((weeks * 7).rounded())).inWords)"
    }

    /// Somebody at hand.
    func companion(in phase: ExpectationPhase) -> [Line] {
        guard let fact = figures.practice(.caregiverWeeks), fact.value * 7 >= Double(phase.firstDay ?? 0) else {
            return []
        }
        let weeks = Frequency.count(fact.value, to: fact.upTo, "week")
        return [
            usual(
                "[Someone should be with you|A grown-up should be with your child] day and night for \(weeks) after the "
                    + "cells.", fact)
        ]
    }

    /// Take the temperature.
    var temperature: [Line] {
        usual(.temperatureChecksPerDay) {
            let times = $0.value == 2 ? "twice a day" : Frequency.count($0.value, "time") + " a day"
            return "Take [your|your child's] temperature \(times), and any time [you feel|your child seems] unwell. "
                + "Write it down."
        }
    }

    /// The card that tells others of the cells.
    var card: Line {
        let text =
            "Carry the wallet card all the time. Show it to every doctor and nurse\(audience == .parents ? ", and at school" : "")."
        guard let fact = label.aftercare?.first(where: { $0.topic == .alertCard }) else { return Line(text) }
        return rule(text, fact)
    }

    /// Blood from donors.
    func irradiatedBlood(_ kind: PracticeFact.Kind) -> [Line] {
        usual(kind) { fact in
            let days = Frequency.count(fact.value, to: fact.upTo, "day")
            return kind == .irradiatedDaysBefore
                ? "From \(days) before collection on, [you get|your child gets] only {irradiated blood}. Remind the staff."
                : "[You get|Your child gets] only {irradiated blood} for at least \(days) after the cells. Remind the staff."
        }
    }
}

extension Day {
    /// `14 March 2026`.
    var inWords: String {
        let date = CivilDate(daysSince1970: daysSince1970)
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
}
