extension Scribe {
    /// CRS and ICANS are looked for.
    var firstWeek: Draft {
        var draft = Draft()
        draft.happens = lines(
            "The cells meet the disease and grow in number. This can make [you|your child] sick for some days.",
            "Two side effects matter most. One is {CRS}. The other is {ICANS}. Both can be treated, and early is best.")
        draft.happens += daily
        draft.happens += usual(.hospitalDays) {
            "Many people stay in hospital for \(Frequency.count($0.value, to: $0.upTo, "day")). Some live nearby and come each day."
        }
        draft.feel = lines(
            "Fever, chills, aches and a fast pulse, as in the flu.",
            "Being very tired, with no wish to eat.",
            "Slow thoughts, lost words, shaky hands or a changed way of writing. This may come a few days after the fever."
        )
        draft.numbers = numbers(
            .crsAny, .crsSevere, .crsOnset, .crsDuration, .icansAny, .icansSevere, .icansOnset, .icansDuration,
            .tocilizumab, .corticosteroid, .intensiveCare)
        draft.watch = lines(
            "The team checks temperature, blood pressure and oxygen, and does blood tests.",
            "They ask simple things, such as the date, and [ask you to write a sentence|look at how your child speaks and "
                + "plays]. This finds {ICANS} early.")
        let rules = rules(in: .firstWeek)
        draft.unknown = rules.unknown
        draft.you = temperature + [card] + rules.known
        draft.you.append(
            Line(
                "Do not take a drug against fever before you have called. It hides the fever, and the team must know of it."
            ))
        draft.family = companion(in: .firstWeek)
        draft.family.append(
            Line(
                "You may be the first to see a change. [Talk together each day and look at the handwriting|Watch how your child "
                    + "talks, draws and plays]. If something seems wrong, call."))
        draft.callAtOnce = callsAfterCells(late: false)
        return draft
    }

    private var daily: [Line] {
        guard let watch = label.monitoring else { return [] }
        return [
            rule(
                "The team sees [you|your child] at least once a day for the first "
                    + "\(Frequency.count(Double(watch.dailyDays), "day")). The close watch lasts "
                    + "\(Frequency.count(watch.weeks, "week")) in all.", watch)
        ]
    }
}
