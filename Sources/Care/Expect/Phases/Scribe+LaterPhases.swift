extension Scribe {
    /// Home; the next look at the disease.
    var months2to3: Draft {
        var draft = Draft()
        draft.happens = lines(
            "[You go|Your child goes] back to the doctors near home. The centre stays in touch with them.",
            "The disease is looked at again with \(diseaseTest).",
            "Counts may rise and fall again. The body makes few {antibodies} while the new cells are at work.")
        if hasLateNerveRisk {
            draft.happens.append(
                Line(
                    "With treatments of this kind, nerve trouble can start weeks or months later. It is rare. Tell the team of "
                        + "any change early."))
        }
        if risks.contains(.enterocolitis) {
            draft.happens.append(Line("Rarely the bowel gets very sore weeks or months later."))
        }
        if risks.contains(.cytopenia) {
            draft.happens.append(Line("With this treatment, low counts can last long or come back."))
        }
        draft.feel = lines(
            "Strength comes back bit by bit. A bad day after a good one is normal.",
            "Many people worry before each test. Say so. There is help.")
        draft.numbers = numbers(.response, .completeResponse)
        draft.watch = lines("Blood counts, {antibodies}, and signs of infection.")
        let rules = rules(in: .months2to3)
        draft.unknown = rules.unknown
        draft.you = [card] + rules.known + irradiatedBlood(.irradiatedDaysAfter)
        draft.you.append(Line("Keep taking the drugs against infection until the team stops them."))
        draft.you.append(Line("Start with short walks. Do a little more each week."))
        draft.family = companion(in: .months2to3)
        draft.family.append(Line("Let [the patient|your child] do more alone again. Look after yourself as well."))
        draft.callAtOnce = callsLater
        return draft
    }

    /// The immune system grows back.
    var months4to12: Draft {
        var draft = Draft()
        draft.happens = lines(
            "Visits are further apart. The immune system grows back slowly.",
            "Some people get {antibodies} by drip or under the skin, so that they have fewer infections.",
            "Vaccines start again. The team makes the plan.")
        draft.feel = lines("[Most people feel|Most children feel] stronger now. Being tired can still last for months.")
        draft.numbers = numbers(.immunoglobulin)
        draft.watch = lines(
            "Blood counts and {antibodies}.", "The disease, with \(diseaseTest).")
        draft.you =
            [card] + lines("Come to each visit, also when all is well.", "Get vaccines only as the team plans them.")
        draft.family = lines("Family members should have their own vaccines. Tell the team of any change that lasts.")
        draft.callAtOnce = callsLater
        return draft
    }

    /// Long follow-up.
    var years2to15: Draft {
        var draft = Draft()
        draft.happens = lines("The team sees [you|your child] about once a year, or more often if there is a need.")
        if let followUp = label.followUp {
            let years = Frequency.count(followUp.years, "year")
            draft.happens.append(
                rule("The follow-up lasts \(years). It looks for effects that come late.", followUp))
            if followUp.lifelongMalignancyWatch {
                draft.happens.append(rule("The watch for new cancers lasts for life.", followUp))
            }
        } else {
            draft.unknown.append("for how many years the follow-up lasts")
        }
        draft.feel = lines("Most of the time life goes on as usual. Worry can come back before visits. Say so.")
        draft.watch = lines(
            "The blood, the disease, and any new cancer. [Some long studies also test if the new cells stay safe|"
                + "For children also growth, school and, later, fertility].")
        draft.you =
            [card]
            + lines(
                "Go to all usual cancer checks. Look after [your|your child's] skin in the sun, and do not smoke.",
                "Tell every new doctor about the cells. Tell the centre when you move.")
        draft.family = lines("Keep the papers of the treatment in one place. Know the signs below.")
        draft.callAtOnce = callsLater
        return draft
    }
}
