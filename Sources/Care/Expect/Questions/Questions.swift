extension Scribe {
    /// A question with its answer, before the reader's voice is put in.
    struct DraftQuestion: Sendable {
        var question: String
        var answer: [Line]
        var unknown: [String] = []
    }

    /// What people ask, the hard questions at the end: who does not want to read on need not.
    var questions: [DraftQuestion] {
        daily + family + [blood, newCancer, mood] + (audience == .parents ? [telling] : []) + hard
    }

    private var daily: [DraftQuestion] {
        [
            DraftQuestion(
                question: "[When can I work again?|When can my child go back to school?]",
                answer: audience == .patient
                    ? usual(.workMonths) {
                        "Many people need \(Frequency.count($0.value, to: $0.upTo, "month")). It depends on the work and on "
                            + "how you feel."
                    }
                        + lines(
                            "Start with few hours. Ask the team before work with tools, at heights or with sick people."
                        )
                    : lines(
                        "Ask the team. It depends on blood counts and on {antibodies}. A few hours a day is a good start.",
                        "Ask the school to tell you at once of measles, chickenpox or flu in the class.")),
            DraftQuestion(
                question: "[What can I eat?|What can my child eat?]",
                answer: lines(
                    "Most foods are fine. While counts are low, food must be fresh, clean and well cooked.",
                    "Leave out raw meat, raw fish, raw eggs and raw milk. Ask before you use herbs or pills from a shop."
                )),
            DraftQuestion(
                question: "Can the pet stay?",
                answer: lines(
                    "Mostly yes. Wash hands after touching it. Someone else should clean the litter box, cage or tank.",
                    "Do not get a new pet in the first months.")),
            DraftQuestion(
                question: "Can [I|we] travel?",
                answer: lines(
                    "Not far in the first weeks: the centre must be near. Later, ask the team before each trip.",
                    "Some travel vaccines are live and must wait. Take the wallet card and enough drugs with you.")),
        ]
    }

    private var family: [DraftQuestion] {
        var list = [
            DraftQuestion(
                question: "[Can I still have children?|Will my child be able to have children one day?]",
                answer: lines(
                    "The {chemo} and earlier treatment can harm eggs and sperm. What the {CAR-T cells} do to them is not "
                        + "known.",
                    "Eggs or sperm can often be frozen. That must be done before the {chemo}, so ask early.")),
            DraftQuestion(
                question: "What about pregnancy and nursing?",
                answer: lines(
                    "No one should become pregnant or father a child in this time. Use safe birth control. Ask the team how "
                        + "long.",
                    "Too little is known about nursing a baby after the cells. Ask before you start or go on."),
                unknown: ["how long after the cells it is safe to become pregnant"]),
        ]
        if audience == .patient {
            list.append(
                DraftQuestion(
                    question: "Can I have sex?",
                    answer: lines(
                        "Yes, when you feel like it and counts are not very low. The cells do not harm your partner.",
                        "Use a condom in the first weeks, because {chemo} can be in body fluids. Tiredness takes away desire "
                            + "for a time. That is normal.")))
        }
        list.append(
            DraftQuestion(question: "Which vaccines, and when?", answer: vaccines.known, unknown: vaccines.unknown))
        return list
    }

    private var vaccines: (known: [Line], unknown: [String]) {
        let kinds: [(PracticeFact.Kind, String, String)] = [
            (.influenzaVaccineMonths, "Flu and COVID-19 shots", "when flu and COVID-19 shots can be given"),
            (.inactivatedVaccineMonths, "Most other vaccines", "when other vaccines can be given"),
            (.liveVaccineMonths, "A {live vaccine}", "when a {live vaccine} is safe"),
        ]
        var known: [Line] = []
        var unknown: [String] = []
        for (kind, what, question) in kinds {
            guard let fact = figures.practice(kind) else {
                unknown.append(question)
                continue
            }
            let months = Frequency.count(fact.value, to: fact.upTo, "month")
            let verb = kind == .liveVaccineMonths ? "must wait at least" : "can start about"
            let after = kind == .liveVaccineMonths ? ", and until the team says it is safe" : ""
            known.append(usual("\(what) \(verb) \(months) after the cells\(after).", fact))
        }
        return (
            known + lines("They may work less well while the immune system is weak. So the family's own shots matter."),
            unknown
        )
    }
}
