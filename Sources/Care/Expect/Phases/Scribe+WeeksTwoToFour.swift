extension Scribe {
    /// Back home or nearby; counts are low.
    var weeks2to4: Draft {
        var draft = Draft()
        draft.happens = lines(
            "For most people fever is over now, or ends in these weeks. {CRS} can still come or return. So can {ICANS}.",
            "Blood counts can be low. [You|Your child] may need blood, {platelets}, or shots that help {neutrophils} grow.",
            "Drugs against infection go on.")
        if let dose = label.doses?.first(where: { $0.split != nil }), let split = dose.split {
            draft.happens.append(
                rule(
                    "The second part of the cells is due about day \(split.secondDay). After it the close watch starts again.",
                    dose))
        }
        if risks.contains(.hyperinflammation) {
            draft.happens.append(
                Line("Rarely the immune system flares up once more and harms organs. Blood tests look for it."))
        }
        draft.feel = lines(
            "Being tired is the most common thing. It gets better in steps.",
            "Some people lose words or forget things. It mostly passes.")
        draft.numbers = numbers(.severeInfection, .lowNeutrophils, .lowPlatelets)
        draft.watch = lines(
            "Blood counts, often more than once a week.",
            "At about four weeks a first look at the disease: \(diseaseTest).")
        let rules = rules(in: .weeks2to4)
        draft.unknown = rules.unknown
        draft.you = temperature + [card] + rules.known + irradiatedBlood(.irradiatedDaysAfter)
        draft.you.append(Line("Take all drugs as the list says. Do not stop one without asking."))
        draft.family = companion(in: .weeks2to4)
        draft.family.append(
            Line("Cook, drive and keep the list of drugs. Rest too. Ask others for help before you need it."))
        draft.callAtOnce = callsAfterCells(late: true)
        return draft
    }

    /// How the disease is looked at.
    var diseaseTest: String {
        switch figures.disease {
        case .multipleMyeloma: "tests of blood and urine, and a {bone marrow test}"
        case .bAcuteLymphoblasticLeukaemia: "a {bone marrow test}"
        case .chronicLymphocyticLeukaemia: "blood tests, scans, and a {bone marrow test}"
        default: "a {PET scan}"
        }
    }
}
