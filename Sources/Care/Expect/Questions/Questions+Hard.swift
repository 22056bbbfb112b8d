extension Scribe {
    /// Failure, relapse and death: asked for, and answered as they are.
    var hard: [DraftQuestion] {
        let works = numbers(.response, .completeResponse)
        let back = numbers(.lasting12, .progressionFree12, .progressionFree24)
        let alive = numbers(.alive12, .alive24, .otherDeath12)
        return [
            DraftQuestion(
                question: "Will it work?",
                answer: works.known + lines("No one can say it for one person ahead of time."),
                unknown: works.unknown),
            DraftQuestion(
                question: "Can the disease come back?",
                answer: lines("Yes. For some people it does not go away, and for some it comes back.") + back.known
                    + lines("There may be other treatments then. Ask the team what they would be."),
                unknown: back.unknown),
            DraftQuestion(
                question: "[Can I die from this?|Can my child die from this?]",
                answer: lines(
                    "Yes, it can happen. Some people die of side effects, most of all of infection. More die because the "
                        + "disease comes back.",
                    "The people in the studies were very ill when they joined. So these numbers are also about the disease."
                )
                    + alive.known
                    + lines(
                        "It helps many people to say what matters to them, and to choose who speaks for them. The team can "
                            + "help with that talk. It does not mean giving up."),
                unknown: alive.unknown),
        ]
    }
}
