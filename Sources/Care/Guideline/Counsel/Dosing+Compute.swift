extension Dosing {
    /// The dose for this patient. What is missing leaves the amount open and is named.
    func dose(for picture: ClinicalPicture) -> CounselDose {
        switch self {
        case .tocilizumab: Self.tocilizumabDose(picture)
        case .dexamethasone(let milligrams, let hours, let course):
            Self.corticosteroid(.dexamethasone, milligrams, hours, course, picture)
        case .methylprednisolone(let milligrams, let hours, let course):
            Self.corticosteroid(.methylprednisolone, milligrams, hours, course, picture)
        case .methylprednisolonePerKilogram(let perKilogram, let hours, let course):
            Self.perKilogram(
                Plan(
                    drug: "methylprednisolone", known: .methylprednisolone, route: .intravenous, every: hours,
                    course: course), perKilogram, nil, picture)
        case .anakinra(let milligrams, let hours, let course): Self.anakinraDose(milligrams, hours, course, picture)
        case .perKilogram(let plan, let perKilogram, let cap): Self.perKilogram(plan, perKilogram, cap, picture)
        case .perSquareMetre(let plan, let perSquareMetre): Self.perSquareMetre(plan, perSquareMetre, picture)
        case .fixed(let plan, let amount): Self.fixed(plan, amount, picture)
        }
    }

    private static func corticosteroid(
        _ drug: Drug, _ milligrams: Double, _ hours: Double?, _ course: String?, _ picture: ClinicalPicture
    ) -> CounselDose {
        var dose = Plan(drug: drug.rawValue, known: drug, route: .intravenous, every: hours, course: course).empty
        guard let age = picture.current(.age)?.value else { return dose.lacking("age, not recorded") }
        guard age < 18 else {
            dose.amount = milligrams
            dose.calculation = "\(plain(milligrams)) mg for an adult"
            return dose
        }
        guard let weight = picture.knownWeight else { return dose.lacking("body weight, not recorded") }
        dose.amount = Corticosteroid.dose(
            drug, adult: milligrams, intervalHours: hours ?? 24, age: age, weight: weight)
        dose.calculation = "by weight, at most the adult's \(plain(milligrams)) mg"
        dose.rules.append("the limit by weight for children is from memory, a clinician must confirm")
        return dose
    }

    private static func anakinraDose(
        _ milligrams: Double, _ hours: Double, _ course: String?, _ picture: ClinicalPicture
    ) -> CounselDose {
        var dose = Plan(
            drug: "anakinra", known: .anakinra, route: .intravenousOrSubcutaneous, every: hours, course: course
        ).empty
        let renal = "below a creatinine clearance of 30 mL/min half as often"
        guard let weight = picture.knownWeight else { return dose.lacking("body weight, not recorded") }
        guard let age = picture.current(.age)?.value else { return dose.lacking("age, not recorded") }
        let clearance = picture.current(.creatinineClearance)?.value
        let result = Anakinra.dose(
            AnakinraRule(milligrams: milligrams, intervalHours: hours, days: 0), age: age, weight: weight,
            creatinineClearance: clearance)
        dose.amount = result.milligrams
        dose.intervalHours = result.intervalHours
        dose.calculation =
            "\(plain(milligrams)) mg, at most \(age < 18 ? 10 : 8) mg/kg a day at \(plain(weight)) kg"
        if let clearance {
            dose.rules.append("creatinine clearance \(plain(clearance)) mL/min: \(renal)")
        } else {
            dose.rules.append(renal)
            dose.unknown.append(picture.absence(of: .creatinineClearance))
        }
        return dose
    }

    private static func perKilogram(
        _ plan: Plan, _ perKilogram: Double, _ cap: Double?, _ picture: ClinicalPicture
    ) -> CounselDose {
        var dose = plan.checked(picture)
        guard let weight = picture.knownWeight else { return dose.lacking("body weight, not recorded") }
        let amount = weight * perKilogram
        dose.amount = min(cap ?? .infinity, amount < 20 ? (amount * 10).rounded() / 10 : amount.rounded())
        dose.calculation =
            "\(plain(perKilogram)) \(plan.unit == "ug" ? "µg" : plan.unit)/kg × \(plain(weight)) kg"
            + (cap.map { ", at most \(plain($0)) \(plan.unit)" } ?? "")
        return dose
    }

    private static func perSquareMetre(
        _ plan: Plan, _ perSquareMetre: Double, _ picture: ClinicalPicture
    ) -> CounselDose {
        var dose = plan.checked(picture)
        guard let surface = picture.surface else {
            return dose.lacking("body surface (height or weight), not recorded")
        }
        dose.amount = (perSquareMetre * surface).rounded()
        dose.calculation = "\(plain(perSquareMetre)) \(plan.unit)/m² × \(plain(surface)) m² (Mosteller)"
        return dose
    }

    private static func fixed(_ plan: Plan, _ amount: Double, _ picture: ClinicalPicture) -> CounselDose {
        var dose = plan.checked(picture)
        guard let age = picture.current(.age)?.value else { return dose.lacking("age, not recorded") }
        guard age < 18 else {
            dose.amount = amount
            dose.calculation = "\(plain(amount)) \(plan.unit) for an adult"
            return dose
        }
        guard let child = plan.child else {
            return dose.lacking("no dose for children is held here (adults: \(plain(amount)) \(plan.unit))")
        }
        guard let weight = picture.knownWeight else { return dose.lacking("body weight, not recorded") }
        dose.amount = min(child.cap, (child.perKilogram * weight).rounded())
        dose.calculation =
            "child: \(plain(child.perKilogram)) \(plan.unit)/kg × \(plain(weight)) kg, at most \(plain(child.cap)) \(plan.unit)"
        dose.rules.append("the dose for children is from memory, a clinician must confirm")
        return dose
    }
}

extension ClinicalPicture {
    /// Body weight if it can be one.
    var knownWeight: Double? { weight.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } }
}

extension CounselDose {
    /// This dose without an amount, and why.
    func lacking(_ what: String) -> CounselDose {
        var dose = self
        dose.amount = nil
        if dose.calculation.isEmpty { dose.calculation = "not computed" }
        dose.unknown.append(what)
        return dose
    }
}

extension Dosing.Plan {
    var empty: CounselDose {
        CounselDose(
            drug: drug, amount: nil, unit: unit, calculation: "", route: route, minutes: minutes,
            intervalHours: every, given: nil, maximum: nil, course: course, rules: [], unknown: [])
    }

    /// With the rule for the kidney, if there is one.
    fileprivate func checked(_ picture: ClinicalPicture) -> CounselDose {
        var dose = empty
        guard let renal else { return dose }
        if let clearance = picture.current(.creatinineClearance)?.value {
            if clearance < renal.below {
                dose.rules.append(
                    "creatinine clearance \(plain(clearance)) mL/min, below \(plain(renal.below)): \(renal.rule)")
            }
        } else {
            dose.unknown.append(picture.absence(of: .creatinineClearance))
            dose.rules.append("below a creatinine clearance of \(plain(renal.below)) mL/min: \(renal.rule)")
        }
        return dose
    }
}
