import Therapy

extension Inspection {
    /// A disease: what a burden means, and the differences of the body.
    ///
    /// - Parameter parameters: Parameters of the body model; nil if they are not at hand.
    mutating func check(_ disease: Disease, parameters: [String]?) {
        for (path, text) in [("id", disease.id), ("title", disease.title), ("author", disease.author)] {
            requireText(text, FieldPath([.key(path)]))
        }
        requireDate(disease.date, "date")
        require(!disease.sources.isEmpty, "sources", "one source at least", "Name the publication.")
        let rules = disease.rules
        check(rules.detectable, "rules.detectable", unit: "mL", in: .positive)
        if let residual = rules.residual { check(residual, "rules.residual", unit: "mL", in: .positive) }
        check(rules.unfit, "rules.unfit", unit: "mL", in: .positive)
        check(rules.lethal, "rules.lethal", unit: "mL", in: .positive)
        check(rules.growthAfterProgression, "rules.growthAfterProgression", unit: "1", in: .notNegative)
        checkShare(rules.salvaged, "rules.salvaged")
        check(rules.infections, "rules.infections", unit: "1", in: .positive)
        require(
            rules.detectable.value < rules.unfit.value, "rules.unfit.value", "more than `detectable`",
            "A burden that makes a patient unfit is seen.")
        check(body: disease.body, parameters: parameters)
        if let borrows = disease.borrows {
            require(borrows.from != disease.id, "borrows.from", "another disease", "A disease has its own fit anyway.")
            requireText(borrows.source, "borrows.source")
            for (index, name) in borrows.parameters.enumerated() {
                require(
                    disease.body[name] != nil, FieldPath("borrows.parameters") + index,
                    "a parameter that stands in `body`", "Add it there: it holds until the other disease is fitted.")
            }
        }
    }
}
