import Care
import Therapy

extension Inspection {
    /// A study: design, waiting times, management and published results.
    ///
    /// - Parameters:
    ///   - products: Identifiers of the products there are.
    ///   - diseases: Identifiers of the diseases there are.
    ///   - labels: Largest doses of drugs; nil if they are not at hand.
    mutating func check(_ study: Study, products: [String], diseases: [String], labels: [DrugLabel]? = nil) {
        let texts: [(FieldPath, String)] = [
            ("id", study.id), ("title", study.title), ("registry", study.registry), ("author", study.author),
        ]
        for (path, text) in texts { requireText(text, path) }
        requireDate(study.date, "date")
        require(study.product, isOneOf: products, "product", "a product of the catalogue")
        require(study.disease, isOneOf: diseases, "disease", "a disease of the catalogue")
        require(!study.sources.isEmpty, "sources", "one source at least", "Name the publication.")
        check(study.population, "population")
        for (index, criterion) in study.inclusion.enumerated() {
            let path = FieldPath("inclusion") + index
            require(unit: criterion.unit, Units.unit(of: criterion.quantity), path + "unit")
            requireLimits(atLeast: criterion.atLeast, atMost: criterion.atMost, path)
            requireText(criterion.source, path + "source")
        }
        check(study.dose, "dose")
        for (index, dose) in study.lymphodepletion.enumerated() { check(dose, FieldPath("lymphodepletion") + index) }
        checkShare(study.bridging.share, "bridging.share")
        checkShare(study.bridging.remaining, "bridging.remaining")
        check(study.logistics, "logistics")
        check(study.management, "management", labels: labels, isStudyOwn: true)
        check(study.response, "response", followUp: study.followUpDays)
        check(study.published, "published")
    }

    private mutating func check(_ dose: DoseRule, _ path: FieldPath) {
        require(
            dose.targetPerKilogram != nil || dose.target != nil, path, "`targetPerKilogram` or `target`",
            found: "no target", "Add the dose that was aimed at.")
        require(
            dose.flatAboveKilograms == nil || dose.target != nil, path + "flatAboveKilograms",
            "`target` beside it", "Add the flat `target` for heavier patients.")
        for (name, value) in [("targetPerKilogram", dose.targetPerKilogram), ("target", dose.target)] {
            require(value.map { $0 > 0 } ?? true, path + name, "more than 0", "Write 10⁶ cells (per kg).")
        }
        require(dose.minimum > 0, path + "minimum", "more than 0", "Write 10⁶ cells (per kg).")
        require(
            dose.minimum <= dose.targetPerKilogram ?? dose.target ?? .infinity, path + "minimum",
            "no more than the target", "Mind the unit: 10⁶ per kg for a dose by weight, else 10⁶.")
        require(dose.cap >= dose.target ?? 0 && dose.cap > 0, path + "cap", "no less than `target`", "Write 10⁶ cells.")
        if let split = dose.split { check(split, path + "split") }
        requireText(dose.source, path + "source")
    }

    private mutating func check(_ split: SplitDose, _ path: FieldPath) {
        require(split.secondDay > 0, path + "secondDay", "a day after the first infusion", "Write days from infusion.")
        require(
            split.latestDay >= split.secondDay, path + "latestDay", "no earlier than `secondDay`", "Swap the days.")
        let shares = [
            ("blastsAbove", split.blastsAbove), ("firstShareLow", split.firstShareLow),
            ("firstShareHigh", split.firstShareHigh),
        ]
        for (name, share) in shares {
            require((0...1).contains(share), path + name, "a share from 0 to 1", "Write 20 % as 0.20.")
        }
        requireText(split.source, path + "source")
    }

    mutating func check(_ dose: LymphodepletionDose, _ path: FieldPath) {
        let drugs: [Drug] = [.fludarabine, .cyclophosphamide, .bendamustine]
        require(
            dose.drug.rawValue, isOneOf: drugs.map(\.rawValue), path + "drug", "a drug for lymphodepletion")
        require(dose.day < 0, path + "day", "a day before the infusion, below 0", "Count days from infusion: -5.")
        require(
            dose.milligramsPerSquareMetre > 0, path + "milligramsPerSquareMetre", "more than 0", "Write mg/m².")
        require(dose.minutes >= 0, path + "minutes", "0 or more", "Write the length of the infusion.")
    }

    private mutating func check(_ logistics: Logistics, _ path: FieldPath) {
        check(logistics.enrolmentToCollection, path + "enrolmentToCollection", unit: "d", in: .notNegative)
        check(logistics.arrivalToLymphodepletion, path + "arrivalToLymphodepletion", unit: "d", in: .notNegative)
        check(logistics.withdrawalPerDay, path + "withdrawalPerDay", unit: "1/d", in: 0...1)
        check(logistics.plannedStayDays, path + "plannedStayDays", unit: "d", in: .notNegative)
    }

    private mutating func check(_ response: ResponseRule, _ path: FieldPath, followUp: Double) {
        require(followUp > 0, "followUpDays", "more than 0", "Write days from infusion.")
        require(!response.days.isEmpty, path + "days", "one day at least", found: "none", "Add assessments.")
        for (index, day) in response.days.enumerated() {
            let earlier = index == 0 ? 0 : response.days[index - 1]
            require(day > earlier, path + "days" + index, "a later day than the one before", "Sort the days.")
            require(
                day <= followUp, path + "days" + index, "a day within follow-up (\(followUp))",
                "Lengthen `followUpDays` or leave the assessment out.")
        }
    }
}
