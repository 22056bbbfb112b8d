extension Scribe {
    /// The cells are given.
    var infusionDay: Draft {
        var draft = Draft()
        draft.happens = before
        draft.happens.append(
            Line(
                "Two people check [your|your child's] name and date of birth against each bag. They ask more than once. That "
                    + "is for safety."))
        draft.happens.append(Line("The frozen cells are thawed and given by drip into a vein."))
        if let thaw = label.thaw {
            draft.happens.append(
                rule(
                    "Once thawed, they are used within \(Frequency.minutes(thaw.minutes)), so things may move fast.",
                    thaw))
        }
        if let longest = label.infusion?.longestMinutes, let infusion = label.infusion {
            draft.happens.append(rule("The drip takes no more than \(Frequency.count(longest, "minute")).", infusion))
        } else {
            draft.happens += usual(.infusionMinutes) {
                "The drip takes about \(Frequency.count($0.value, to: $0.upTo, "minute"))."
            }
        }
        draft.happens += parts
        draft.feel = lines(
            "The fluid that protects the frozen cells can leave an odd taste or smell for a day.",
            "[You|Your child] may feel warm, cold or sick for a short time. Many people feel nothing.",
            "Some are moved to tears, and some wonder that it is over so soon.")
        let rules = rules(in: .infusionDay)
        draft.unknown = rules.unknown
        draft.watch = lines(
            "A nurse takes temperature, pulse, blood pressure and oxygen before, during and after the drip.")
        draft.you = [card] + rules.known
        draft.you.append(Line("Do not take {steroids} unless the team gives them. They can harm the cells."))
        draft.family = companion(in: .infusionDay)
        draft.family.append(Line("Save the phone number of the centre in your phones today."))
        draft.callAtOnce = [
            "trouble breathing, or a tight chest or throat", "a rash, itching, or swelling of the face",
            "shaking chills, or a temperature of \(fever) or more", "feeling faint, or a racing heart",
            "confusion, trouble speaking, or a seizure (a fit)", "bleeding that does not stop",
        ]
        return draft
    }

    private var before: [Line] {
        guard let first = label.premedication?.first(where: { $0.advice == .give }) else { return [] }
        return [rule("First [you get|your child gets] drugs against fever and allergy.", first)]
    }

    /// Several infusions: on two days, or one after the other.
    private var parts: [Line] {
        let dose = label.doses?.first { dose in
            dose.indications.map { !Set($0).isDisjoint(with: figures.indications) } ?? true
        }
        guard let dose else { return [] }
        if let split = dose.split {
            let give = Frequency.count(Double(split.toleranceDays), "day")
            return [
                rule(
                    "The cells come in two parts. The first is day 1, and the second is day \(split.secondDay), give or "
                        + "take \(give).", dose),
                rule("If side effects of the first part are strong, the second part waits or is left out.", dose),
            ]
        }
        guard let components = dose.components, components.count > 1 else { return [] }
        return [
            rule(
                "The cells come in \(components.count) parts. They are given one after the other on the same day.", dose
            )
        ]
    }
}
