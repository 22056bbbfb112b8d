/// When to call at once. The lists follow what package leaflets and wallet cards ask people to look for, in our words.
extension Scribe {
    /// Before the cells: infection, and what the treatment of the phase may do.
    func callsBeforeCells(_ own: String...) -> [String] {
        own + [
            "a temperature of \(fever) or more, or shaking chills", "trouble breathing or chest pain",
            "bleeding that does not stop", "sudden weakness, a seizure (a fit), or trouble speaking",
            "new or much worse signs of the disease",
        ]
    }

    /// The weeks after the cells: CRS, ICANS, infection, bleeding.
    func callsAfterCells(late: Bool) -> [String] {
        var calls = [
            "a temperature of \(fever) or more, or shaking chills",
            "confusion, or [being|your child is] very sleepy or hard to wake",
            "trouble speaking, reading or writing", "a seizure (a fit), or shaking that cannot be stopped",
            "trouble breathing, chest pain or a racing heart", "feeling faint, or fainting",
            "bleeding that does not stop, or many new bruises",
            "vomiting or loose stools that do not stop",
        ]
        if audience == .parents {
            calls.insert("your child does not know you, does not look at you, or cannot be calmed", at: 2)
        }
        return calls + (late ? lateSigns : [])
    }

    /// From the second month on.
    var callsLater: [String] {
        [
            "a temperature of \(fever) or more, or shaking chills", "a cough or cold that gets worse",
            "trouble breathing or chest pain", "bleeding that does not stop, or many new bruises",
            "confusion, trouble speaking or writing, or a seizure (a fit)",
        ] + lateSigns + ["new lumps, night sweats, or weight loss with no reason"]
    }

    /// Signs that may come late with some products.
    private var lateSigns: [String] {
        var signs: [String] = []
        if hasLateNerveRisk {
            signs.append(
                "slow moves, stiffness, shaking hands, small writing, or a change in how [you are|your child is]")
            signs.append("a face that droops on one side, or weak or numb arms or legs")
        }
        if risks.contains(.enterocolitis) { signs.append("watery stools or belly pain that do not go away") }
        return signs
    }

    /// The number for emergencies.
    static func emergencyNumber(in jurisdiction: Jurisdiction) -> String {
        switch jurisdiction {
        case .us: "911"
        case .eu, .in: "112"
        case .uk: "999"
        case .cn: "120"
        }
    }
}
