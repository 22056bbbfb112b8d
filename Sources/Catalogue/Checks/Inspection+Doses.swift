import Care
import Therapy

/// The doses that a policy orders.
extension Inspection {
    mutating func check(corticosteroids policy: ManagementPolicy, _ path: FieldPath, _ labels: [DrugLabel]?) {
        for (index, dose) in (policy.corticosteroidDoses ?? []).enumerated() {
            let place = path + "corticosteroidDoses" + index
            require(
                (1...4).contains(dose.grade), place + "grade", "a grade from 1 to 4",
                "Name the lowest grade that gets the dose.")
            requireCorticosteroid(dose.drug, place + "drug")
            requireInterval(dose.intervalHours, place + "intervalHours")
            require(dose.days.map { $0 > 0 } ?? true, place + "days", "more than 0", "Leave it out for no limit.")
            require(dose.milligrams, of: dose.drug, every: dose.intervalHours, labels, place)
        }
        if let rule = policy.prophylacticCorticosteroid {
            let place = path + "prophylacticCorticosteroid"
            requireCorticosteroid(rule.drug, place + "drug")
            require(rule.milligrams, of: rule.drug, every: nil, labels, place)
            require(!rule.days.isEmpty, place + "days", "one day at least", found: "none", "Add the days, from 0.")
            for (index, day) in rule.days.enumerated() {
                let earliest = index == 0 ? 0 : rule.days[index - 1] + 1
                require(
                    day >= earliest, place + "days" + index,
                    "a day from infusion on, each a day or more after the last",
                    "Sort the days; one dose is given on each.")
            }
        }
        if let taper = policy.corticosteroidTaper {
            let place = path + "corticosteroidTaper"
            require(
                taper.factor > 0 && taper.factor < 1, place + "factor", "a factor between 0 and 1",
                "Write 0.5 to halve.")
            require(taper.days > 0, place + "days", "more than 0", "Write the days at each step.")
            require(taper.stopBelow > 0, place + "stopBelow", "more than 0", "Write mg of dexamethasone a day.")
        }
    }

    mutating func check(anticytokines policy: ManagementPolicy, _ path: FieldPath, _ labels: [DrugLabel]?) {
        if let dose = policy.tocilizumabDose {
            let place = path + "tocilizumabDose"
            require(dose.largest, of: .tocilizumab, every: nil, labels, place, field: "largest")
            for (name, value) in [
                ("milligramsPerKilogram", dose.milligramsPerKilogram),
                ("milligramsPerKilogramBelow30", dose.milligramsPerKilogramBelow30),
            ] { require(perKilogram: value, of: .tocilizumab, labels, place + name) }
        }
        if let rule = policy.siltuximab {
            let place = path + "siltuximab"
            require(perKilogram: rule.milligramsPerKilogram, of: .siltuximab, labels, place + "milligramsPerKilogram")
            require(
                (1...4).contains(rule.afterTocilizumabDoses), place + "afterTocilizumabDoses", "1 to 4 doses",
                "At most four doses of tocilizumab are given.")
        }
        if let rule = policy.anakinra {
            let place = path + "anakinra"
            require(rule.milligrams, of: .anakinra, every: rule.intervalHours, labels, place)
            requireInterval(rule.intervalHours, place + "intervalHours")
            for (name, value) in [
                ("prophylacticFromDay", rule.prophylacticFromDay ?? 0),
                ("afterSteroidHours", rule.afterSteroidHours ?? 0),
            ] { require(value >= 0, place + name, "0 or more", "Count from infusion, or leave it out.") }
            require(rule.days > 0, place + "days", "more than 0", "Write the shortest course.")
            require(
                rule.route != .oral, place + "route", "subcutaneous or intravenous", "Anakinra is a protein.")
        }
    }

    // MARK: One dose

    private mutating func requireCorticosteroid(_ drug: Drug, _ path: FieldPath) {
        require(
            drug.rawValue, isOneOf: [Drug.dexamethasone, .methylprednisolone].map(\.rawValue), path, "a corticosteroid")
    }

    private mutating func requireInterval(_ hours: Double, _ path: FieldPath) {
        require((1...48).contains(hours), path, "1 to 48 hours", "Write the hours between two doses.")
    }

    /// A dose in mg, within the largest single dose and, if it is repeated, within the largest amount a day.
    private mutating func require(
        _ milligrams: Double, of drug: Drug, every hours: Double?, _ labels: [DrugLabel]?, _ path: FieldPath,
        field: String = "milligrams"
    ) {
        require(milligrams > 0, path + field, "more than 0", "Write one dose in mg.")
        guard let label = label(of: drug, labels, path + field) else { return }
        if let largest = label.largestDose {
            require(
                milligrams <= largest, path + field, "at most \(largest) mg of \(drug.rawValue) a dose",
                "Lower it; the limit stands in Evidence/drugs.yaml (\(label.source)).")
        }
        if let hours, hours > 0, let largest = label.largestPerDay, milligrams <= label.largestDose ?? .infinity {
            let daily = milligrams * 24 / hours
            require(
                daily <= largest, path + "intervalHours", "at most \(largest) mg of \(drug.rawValue) a day",
                found: "\(daily) mg a day",
                "Lower the dose or give it less often; the limit stands in Evidence/drugs.yaml (\(label.source)).")
        }
    }

    private mutating func require(perKilogram dose: Double, of drug: Drug, _ labels: [DrugLabel]?, _ path: FieldPath) {
        require(dose > 0, path, "more than 0", "Write mg/kg.")
        guard let largest = label(of: drug, labels, path)?.largestDosePerKilogram else { return }
        require(
            dose <= largest, path, "at most \(largest) mg/kg of \(drug.rawValue)",
            "Lower it; the limit stands in Evidence/drugs.yaml.")
    }

    /// The label of a drug; that there is none is a fault, for what is not known cannot be within limits.
    private mutating func label(of drug: Drug, _ labels: [DrugLabel]?, _ path: FieldPath) -> DrugLabel? {
        guard let labels else { return nil }
        let label = labels.first { $0.drug == drug }
        require(
            label != nil, path, "a drug with a largest dose",
            "Add \(drug.rawValue) to Evidence/drugs.yaml, with its source.")
        return label
    }
}

extension Inspection {
    /// Labels of drugs: each drug once, limits above 0, sources.
    mutating func check(_ labels: [DrugLabel]) {
        for (index, label) in labels.enumerated() {
            let place = FieldPath() + index
            require(
                !labels[..<index].contains { $0.drug == label.drug }, place + "drug", "each drug once",
                "Keep one entry for '\(label.drug.rawValue)'.")
            let limits = [
                ("largestDose", label.largestDose), ("largestDosePerKilogram", label.largestDosePerKilogram),
                ("largestPerDay", label.largestPerDay),
            ]
            require(
                limits.contains { $0.1 != nil }, place, "`largestDose`, `largestDosePerKilogram` or `largestPerDay`",
                found: "no limit", "Add the limit; a policy's doses are checked against it.")
            for (name, value) in limits { require((value ?? 1) > 0, place + name, "more than 0", "Write mg.") }
            requireText(label.source, place + "source")
            if let price = label.price { check(price, place + "price") }
        }
    }
}
