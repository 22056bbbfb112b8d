import Care

extension Inspection {
    /// A regimen of lymphodepletion.
    mutating func check(_ regimen: Label.Lymphodepletion, _ path: FieldPath) {
        requireSource(regimen, path)
        check(regimen.drugs, path + "drugs")
        for (index, alternative) in (regimen.alternatives ?? []).enumerated() {
            requireText(alternative.when, path + "alternatives" + index + "when")
            check(alternative.drugs, path + "alternatives" + index + "drugs")
        }
        if let window = regimen.window {
            require(
                window.earliest >= 0 && window.earliest <= window.latest, path + "window",
                "earliest before latest, in days",
                found: "\(window.earliest) to \(window.latest)", "Write days from lymphodepletion to the infusion.")
        }
        if let omission = regimen.omission {
            require(
                (0...20).contains(omission.whiteCellsAtMost), path + "omission" + "whiteCellsAtMost", "0 to 20×10⁹/L",
                "1000 per microlitre is 1.0×10⁹/L.")
            require(
                omission.withinDays > 0, path + "omission" + "withinDays", "1 or more",
                "Write days before the infusion.")
        }
        if let repetition = regimen.repetition {
            require(repetition.afterDays > 0, path + "repetition" + "afterDays", "1 or more", "Write days.")
            require(
                (0...20).contains(repetition.whiteCellsAbove ?? 0), path + "repetition" + "whiteCellsAbove",
                "0 to 20×10⁹/L",
                "1000 per microlitre is 1.0×10⁹/L.")
        }
    }

    private mutating func check(_ drugs: [Label.Lymphodepletion.Chemotherapy], _ path: FieldPath) {
        require(!drugs.isEmpty, path, "one drug at least", "Write the drugs.")
        for (index, drug) in drugs.enumerated() {
            let place = path + index
            require(drug.unit == "mg/m2", place + "unit", "mg/m2", "Convert the dose to mg/m2 of body surface.")
            require((1...2000).contains(drug.amount), place + "amount", "1 to 2000 mg/m2", "Write one day's dose.")
            require((1...10).contains(drug.doses), place + "doses", "1 to 10", "Count the daily doses.")
            if let days = drug.days {
                require(
                    days.count == drug.doses && Set(days).count == days.count && days.allSatisfy { $0 <= 0 },
                    place + "days",
                    "\(drug.doses) different days, 0 or before", found: "\(days)", "The infusion is on day 0.")
            }
            require(
                [Drug.fludarabine, .cyclophosphamide, .bendamustine].contains(drug.drug), place + "drug",
                "a drug of lymphodepletion", "fludarabine, cyclophosphamide or bendamustine.")
        }
    }
}
