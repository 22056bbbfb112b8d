extension Scribe {
    /// Where things stand today; empty without a chart.
    var today: [String] {
        guard let standing else { return [] }
        var lines = ["You are here: \(standing.phase.title)."]
        switch subject {
        case .real: break
        case .training: lines.insert("TRAINING: this page is made from a training record, not from a patient.", at: 0)
        case .simulated: lines.insert("SIMULATED: this page is made from a made-up record, not from a patient.", at: 0)
        }
        if let cells = standing.cellsOn, let days = standing.daysSinceCells {
            lines.append(
                days == 0
                    ? "The cells were given today, \(cells.inWords)."
                    : "The cells were given on \(cells.inWords), \(Frequency.count(Double(days), "day")) ago.")
            if let years = label.followUp?.years, Double(days) > years * 365.25 {
                lines.append(
                    "The planned follow-up of \(Frequency.count(years, "year")) is over. The team may still want to see [you|your child]."
                )
            }
        }
        if standing.hasProgressed {
            lines.append(
                "The disease has come back or grown. New treatment has its own plan, so ask the team which parts of this page "
                    + "still hold.")
        }
        return lines
    }

    /// When the centre is the second to be called.
    var emergency: String {
        "[If you cannot breathe well, have a seizure, or nobody can wake you|If your child cannot breathe well, has a seizure, or "
            + "cannot be woken], call \(Self.emergencyNumber(in: made.jurisdiction)) first. Tell them about the {CAR-T cells}."
    }

    /// How to read the page.
    var introduction: [String] {
        [
            "This page tells what may happen [to you|to your child], step by step, with \(product) for "
                + "\(figures.disease.words).",
            "Each person is different. The team knows [you|your child]. If they say something else, do as they say.",
            "The numbers come from studies. Each line says which study it was, how many people were in it, and how sure we "
                + "are. Do not compare treatments by them: studies count in different ways.",
            figures.results.isEmpty
                ? "We have no study of this treatment in this disease here. So we cannot give numbers of side effects."
                : "Where no number is known, the page says so.",
        ]
    }

    /// The disclaimer.
    var disclaimer: [String] {
        [
            "This page is for learning. It is not medical advice, and this software is not a medical device.",
            "It does not take the place of your team. It can be wrong or out of date. Ask your team before you act on it.",
            "If you are in doubt, call the centre.",
        ]
    }

    /// Names that the reading level leaves out.
    var names: [String] {
        let studies = figures.results.map(\.study)
        let own = [made.brand, made.shortName, made.product, figures.disease.words]
        var names: [String] = []
        for name in own + Glossary.terms.map(\.term) + studies + ["COVID-19"] where !names.contains(name) {
            names.append(name)
        }
        return names
    }
}
