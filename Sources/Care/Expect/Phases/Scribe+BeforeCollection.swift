extension Scribe {
    /// Tests, talks and plans.
    var beforeCollection: Draft {
        var draft = Draft()
        draft.happens = lines(
            "The team checks if treatment with {CAR-T cells} can help. The name of the treatment is \(product).",
            "[You have|Your child has] blood tests, a heart check and scans or other tests of the disease.",
            "Blood is tested for some viruses. Anyone who could be pregnant has a pregnancy test.",
            "The team explains what the treatment can do and what can go wrong. Ask all you want. Then [you sign|you sign "
                + "for your child] if you agree.")
        draft.feel = lines(
            "[You may|You and your child may] feel hope and fear at the same time. That is normal. Tell the team how you "
                + "are.",
            "There are many visits. They can be tiring.")
        draft.numbers = numbers(.infused)
        draft.watch = lines("The team looks at blood counts, kidneys, heart and lungs, and for signs of infection.")
        draft.you = lines(
            "Tell the team about every drug and herb, most of all {steroids}. Some must stop before the cells are collected.",
            "Ask now about saving [eggs or sperm, if you may want children|eggs or sperm for later in life]. It must be "
                + "done before the {chemo}.",
            "Plan where to stay. [You|You and your child] will need to be near the centre after the cells.",
            "Plan time off from [work|work and school].")
        draft.you += liveVaccineBefore
        draft.family = lines(
            "Choose one or two people who can be there day and night after the cells. They should come to the talks with "
                + "the team.")
        draft.callAtOnce = callsBeforeCells()
        return draft
    }

    /// The last time for live vaccines.
    private var liveVaccineBefore: [Line] {
        guard let fact = label.aftercare?.first(where: { $0.topic == .liveVaccine }), let weeks = fact.weeksBefore
        else {
            return []
        }
        let time = Frequency.count(weeks, "week")
        return [
            rule(
                "[You|Your child] must not have a {live vaccine} in the \(time) before the {chemo}, or after it.", fact)
        ]
    }
}
