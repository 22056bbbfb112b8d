extension Scribe {
    /// The cells are made; bridging.
    var waiting: Draft {
        var draft = Draft()
        draft.happens = lines(
            "A lab changes the {T cells} and lets them grow. Then it tests if they are safe to use.",
            "Some people get {bridging treatment} in this time.",
            "Now and then the cells do not grow well or fail a test. Then the team talks with you about a new try or "
                + "about something else.")
        draft.feel = lines(
            "Waiting is hard for many people. Talk about it.",
            "A {bridging treatment} can make [you|your child] tired or sick.")
        draft.numbers = numbers(.veinToVein)
        draft.watch = lines("The team looks for growth of the disease and for infection. Either can change the plan.")
        draft.you = lines(
            "Stay as fit as you can: [eat, sleep and walk a little each day|good food, sleep and play help].",
            "Keep away from people who are sick. Wash hands often.",
            "Do not start a new drug without asking the team. Take no {steroids} on your own: they can harm the cells.",
            "Keep your phone on. The dates may change.")
        draft.family = lines(
            "Help with rides, meals and calls. Get the flu and COVID-19 shots that the team advises for you.")
        draft.callAtOnce = callsBeforeCells()
        return draft
    }
}
