import Care

extension Inspection {
    /// An indication.
    mutating func check(_ indication: Label.Indication, _ path: FieldPath, others: [String]) {
        requireSource(indication, path)
        requireText(indication.id, path + "id")
        requireText(indication.text, path + "text")
        require(!others.contains(indication.id), path + "id", "each id once in a version", "Give it another id.")
        require(indication.disease != .other, path + "disease", "the disease of the indication", "Name the disease.")
        if let subtypes = indication.subtypes {
            require(
                !subtypes.isEmpty, path + "subtypes", "one kind at least",
                "Leave `subtypes` out if the label covers all kinds.")
            for (index, subtype) in subtypes.enumerated() {
                require(
                    subtype.diseases.contains(indication.disease) || indication.disease == .other,
                    path + "subtypes" + index,
                    "a kind of \(indication.disease.words)", "Correct the kind or the disease.")
            }
        }
        let ages = 0.0...120.0
        for (name, age) in [("minimumAge", indication.minimumAge), ("maximumAge", indication.maximumAge)] {
            require(age.map(ages.contains) ?? true, path + name, "an age of 0 to 120 years", "Write completed years.")
        }
        require(
            (indication.minimumAge ?? 0) <= (indication.maximumAge ?? 120), path + "maximumAge",
            "no less than `minimumAge`",
            "Swap the two ages.")
        require(
            (0...20).contains(indication.minimumPriorLines ?? 0), path + "minimumPriorLines", "0 to 20 lines",
            "Write the smallest number of earlier lines.")
        for (name, list) in [("anyOf", indication.anyOf), ("allOf", indication.allOf)] {
            guard let list else { continue }
            require(!list.isEmpty, path + name, "one state at least", "Leave `\(name)` out if nothing is asked for.")
            for (index, requirement) in list.enumerated() {
                let hasTime = [.relapseAfterFirstLine, .relapseAfterLastLine].contains(requirement.state)
                require(
                    requirement.withinMonths == nil || hasTime, path + name + index + "withinMonths",
                    "no time for this state", "Only relapseAfterFirstLine and relapseAfterLastLine take `withinMonths`."
                )
                require(
                    (requirement.withinMonths ?? 1) > 0, path + name + index + "withinMonths", "more than 0 months",
                    "Write the months from the end of the line to relapse.")
            }
        }
    }

    /// A criterion: one state or one quantity with limits, and the effect that its list admits.
    mutating func check(_ criterion: Label.Criterion, _ path: FieldPath, effects: Set<Label.Criterion.Effect>) {
        requireSource(criterion, path)
        requireText(criterion.id, path + "id")
        requireText(criterion.text, path + "text")
        require(
            (criterion.state == nil) != (criterion.quantity == nil), path, "either `state` or `quantity`",
            found: criterion.state == nil ? "neither" : "both", "Keep one of them.")
        if let quantity = criterion.quantity {
            requireLimits(atLeast: criterion.atLeast, atMost: criterion.atMost, path)
            require(
                criterion.unit == quantity.unit, path + "unit", "the unit \(quantity.unit)",
                "Convert the limits to \(quantity.unit) (UCUM).")
        } else {
            require(
                criterion.atLeast == nil && criterion.atMost == nil && criterion.unit == nil, path,
                "no limits and no unit beside a state", found: "limits or a unit", "Remove them, or name a quantity.")
        }
        let admitted = effects.map(\.rawValue).sorted().joined(separator: " or ")
        require(
            criterion.effect.map(effects.contains) ?? (effects.count == 1), path + "effect", admitted,
            "In this list the effect is \(admitted).")
    }
}
