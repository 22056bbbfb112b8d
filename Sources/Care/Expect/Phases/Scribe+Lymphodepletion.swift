extension Scribe {
    /// Chemotherapy that makes room for the cells.
    var lymphodepletion: Draft {
        var draft = Draft()
        if label.infusion?.confirmBeforeLymphodepletion == true, let infusion = label.infusion {
            draft.happens.append(
                rule("The {chemo} starts only when the cells are ready for [you|your child].", infusion))
        }
        if let regimen {
            draft.happens.append(rule(course(regimen), regimen))
            if let rest = rest(regimen) { draft.happens.append(rule(rest, regimen)) }
            if regimen.omission != nil {
                draft.happens.append(rule("If white blood cells are very low, the {chemo} may be left out.", regimen))
            }
        } else {
            draft.happens.append(Line("[You get|Your child gets] {chemo} by drip for some days."))
            draft.unknown.append("which {chemo} drugs are given, and for how many days")
        }
        draft.happens.append(Line("It makes room in the body, so that the new cells can grow."))
        draft.feel = lines(
            "[You|Your child] may feel sick or tired and not want to eat. There are good drugs against feeling sick.",
            "Hair may get thin.")
        draft.watch = lines("The team watches kidneys and blood counts. Counts fall, so germs are a greater risk now.")
        draft.you = lines(
            "Drink a lot, unless the team says not to.",
            "Tell the team of any sign of infection, even a small one. The cells may have to wait.")
        draft.family = lines("Keep visitors who are sick away. Wash hands, and clean what many people touch.")
        draft.callAtOnce = callsBeforeCells("vomiting that does not stop", "blood in the urine")
        return draft
    }

    private var regimen: Label.Lymphodepletion? {
        label.lymphodepletion?.first { regimen in
            regimen.indications.map { !Set($0).isDisjoint(with: figures.indications) } ?? true
        }
    }

    private func course(_ regimen: Label.Lymphodepletion) -> String {
        let fixed = Set(regimen.drugs.flatMap { $0.days ?? [] })
        let days = fixed.isEmpty ? regimen.drugs.map(\.doses).max() ?? 0 : fixed.count
        let drugs = regimen.drugs.map { "{\($0.drug.rawValue)}" }.joined(separator: " and ")
        return "[You get|Your child gets] {chemo} by drip on \(Frequency.count(Double(days), "day")): \(drugs)."
    }

    private func rest(_ regimen: Label.Lymphodepletion) -> String? {
        if let window = regimen.window {
            let days = Frequency.count(Double(window.earliest), to: Double(window.latest), "day")
            return "The cells come \(days) after the \(window.from == .end ? "last" : "first") day of {chemo}."
        }
        guard let last = regimen.drugs.flatMap({ $0.days ?? [] }).max(), last < 0 else { return nil }
        return "The cells come \(Frequency.count(Double(-last), "day")) after the last day of {chemo}."
    }
}
