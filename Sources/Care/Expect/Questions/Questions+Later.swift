extension Scribe {
    /// Donors' blood, and giving blood.
    var blood: DraftQuestion {
        var answer =
            irradiatedBlood(.irradiatedDaysBefore) + irradiatedBlood(.irradiatedDaysAfter)
            + lines("Blood from a donor then does no harm. Say it to each doctor who orders blood.")
        if let fact = aftercare(.bloodDonation) {
            answer.append(
                rule("[You|Your child] cannot give blood, organs or tissue to others after this treatment.", fact))
        }
        if let fact = aftercare(.hivTest) {
            answer.append(
                rule(
                    "Some {HIV} tests can be wrong after the cells and seem to find it. Tell those who do the test.",
                    fact))
        }
        return DraftQuestion(question: "What about blood from donors, and giving blood?", answer: answer)
    }

    private func aftercare(_ topic: Label.Aftercare.Topic) -> Label.Aftercare? {
        label.aftercare?.first { $0.topic == topic }
    }

    /// Second cancers.
    var newCancer: DraftQuestion {
        var answer = lines(
            "New cancers can come after cancer treatment, also from the {chemo} that was given before. A new cancer of the "
                + "{T cells} is rare.")
        var unknown: [String] = []
        if let fact = figures.practice(.secondTCellCancers), let treated = fact.of {
            answer.append(
                usual(
                    "About \(Frequency.number(fact.value)) such cases were known among more than "
                        + "\(Frequency.number(treated)) people treated. Not all of them need be due to the cells.", fact
                ))
        } else {
            unknown.append("how often a new cancer of the {T cells} comes")
        }
        if let followUp = label.followUp, followUp.lifelongMalignancyWatch {
            answer.append(rule("The team looks for new cancers for life.", followUp))
        }
        return DraftQuestion(question: "Can the treatment cause a new cancer?", answer: answer, unknown: unknown)
    }

    /// Mood and memory.
    var mood: DraftQuestion {
        DraftQuestion(
            question: "[I feel low, or forget things|My child is low, or forgets things]. Is that normal?",
            answer: lines(
                "It is common after such a hard time. It mostly gets better in weeks or months.",
                "Tell the team. There is help. If thoughts of death or self-harm come, call at once."))
    }

    /// What to tell a child, by age.
    var telling: DraftQuestion {
        DraftQuestion(
            question: "What can I tell my child?",
            answer: lines(
                "Be honest and brief. Ask what your child thinks, and start there.",
                "Up to about 5 years: \u{201C}You are sick, and it is not your fault. The doctors give you helper cells. I "
                    + "stay with you.\u{201D} Bring a favourite toy.",
                "From about 6 to 11: \u{201C}Your own cells went to a school for fighters. Now they come back. While they "
                    + "fight, you may get a fever or mix up words. Tell me if you feel odd.\u{201D}",
                "From about 12: tell all that you know, also the risks. Let your child talk with the team alone. Friends and "
                    + "some say in things matter a lot.",
                "Brothers and sisters need time too. Tell them that they cannot catch it and did not cause it."))
    }
}
