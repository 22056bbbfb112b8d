/// The alerts of a journal at a time. Pure: the same journal, time, label and rules give the same alerts.
public enum Alerts {
    /// All alerts so far, the standing first, then by urgency and age.
    public static func all(
        in journal: Journal, at instant: Instant, label: Label? = nil, rules: AlertRules = AlertRules()
    ) -> [Alert] {
        let log = log(of: journal, at: instant, label: label, rules: rules)
        return inOrder(log.alerts + log.overdue(in: log.calendar(at: instant)))
    }

    /// The standing first, then by urgency and age.
    static func inOrder(_ alerts: [Alert]) -> [Alert] {
        alerts.sorted {
            ($0.isStanding ? 0 : 1, $0.urgency.rawValue, $0.since.milliseconds, $0.id)
                < ($1.isStanding ? 0 : 1, $1.urgency.rawValue, $1.since.milliseconds, $1.id)
        }
    }

    /// The alerts that wait for somebody: neither acknowledged nor over; the most urgent first, then the oldest.
    public static func standing(
        in journal: Journal, at instant: Instant, label: Label? = nil, rules: AlertRules = AlertRules()
    ) -> [Alert] {
        all(in: journal, at: instant, label: label, rules: rules).filter(\.isStanding)
    }

    /// The fold behind both: what happened up to a time, and what time has brought about since.
    public static func log(
        of journal: Journal, at instant: Instant, label: Label? = nil, rules: AlertRules = AlertRules()
    ) -> AlertLog {
        var log = AlertLog(therapy: journal.therapy, label: label, rules: rules)
        for position in journal.chronology(until: instant) { log.take(journal.entries[position]) }
        return log.advanced(to: instant)
    }
}
