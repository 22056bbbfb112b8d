extension Scribe {
    /// White blood cells are taken.
    var collection: Draft {
        var draft = Draft()
        draft.happens = lines(
            "Blood flows from a vein through a machine. It keeps the {T cells} and gives the rest of the blood back.",
            "Some people need a soft tube in a large vein for this.")
        draft.happens += usual(.collectionHours) {
            "One collection takes about \(Frequency.count($0.value, to: $0.upTo, "hour"))."
        }
        draft.happens += usual(.collectionDays) {
            "It is done on \(Frequency.count($0.value, to: $0.upTo, "day"))."
        }
        draft.happens.append(
            Line("A courier takes the cells to the lab. They carry a code that belongs to [you|your child] only."))
        draft.feel = lines(
            "Lips or fingers may tingle. Tell the nurse at once. It stops when calcium is given.",
            "[You|Your child] may feel cold or tired, or be bored. Bring a blanket and [something to do|toys].")
        draft.numbers = numbers(.manufactured)
        draft.watch = lines("The nurse watches blood pressure, pulse, and the needle or tube.")
        draft.you = lines(
            "Eat well and drink a lot the day before.", "Wear wide sleeves.",
            "Check that the name and date of birth on the bag are right. It is good to ask.")
        draft.you += irradiatedBlood(.irradiatedDaysBefore)
        draft.family = lines(
            "Stay for company, and take [the patient|your child] home. [You|Your child] will be tired.")
        draft.callAtOnce = callsBeforeCells("bleeding, swelling or pain where the needle or tube was", "fainting")
        return draft
    }
}
