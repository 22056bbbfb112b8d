import Care
import Therapy

extension Inspection {
    /// A management policy: grades exist, times are not negative, drugs are what they are ordered as, and no dose is above
    /// the largest that is allowed.
    ///
    /// - Parameters:
    ///   - labels: the largest doses; nil if they are not at hand.
    ///   - isStudyOwn: whether these are the rules of a study, which cannot change its own design.
    mutating func check(
        _ policy: ManagementPolicy, _ path: FieldPath = FieldPath(), labels: [DrugLabel]? = nil,
        isStudyOwn: Bool = false
    ) {
        requireText(policy.id, path + "id")
        requireText(policy.title, path + "title")
        requireText(policy.source, path + "source")
        checkGrades(policy, path)
        let times: [(String, Double?)] = [
            ("tocilizumabAfterHours", policy.tocilizumabAfterHours),
            ("persistentFeverDays", policy.persistentFeverDays),
            ("filgrastimBelow", policy.filgrastimBelow), ("filgrastimFromDay", policy.filgrastimFromDay),
            ("immunoglobulinBelow", policy.immunoglobulinBelow),
            ("prophylacticTocilizumabDay", policy.prophylacticTocilizumabDay),
            ("steroidAfterFeverDays", policy.steroidAfterFeverDays),
            ("steroidAfterICANSHours", policy.steroidAfterICANSHours),
        ]
        for (name, value) in times {
            require((value ?? 0) >= 0, path + name, "0 or more", "Write hours, days or a concentration, not a sign.")
        }
        require(
            policy.immunoglobulinUptake.map((0...1).contains) ?? true, path + "immunoglobulinUptake",
            "a share from 0 to 1", "Write 38 % as 0.38, or leave it out for all.")
        require(
            policy.steroidAfterTocilizumabDoses.map { (1...4).contains($0) } ?? true,
            path + "steroidAfterTocilizumabDoses", "1 to 4 doses, or null for never",
            "At most four doses of tocilizumab are given.")
        check(corticosteroids: policy, path, labels)
        check(anticytokines: policy, path, labels)
        if let rule = policy.discharge { check(rule, path + "discharge") }
        require(
            policy.design == nil || !isStudyOwn, path + "design", "nothing: a study's design stands in the study",
            "Change `dose` and `lymphodepletion` of the study.")
        if let design = policy.design { check(design, path + "design") }
    }

    private mutating func checkGrades(_ policy: ManagementPolicy, _ path: FieldPath) {
        let grades: [(FieldPath, Int?)] = [
            (path + "tocilizumabFromCRS", policy.tocilizumabFromCRS), (path + "steroidFromCRS", policy.steroidFromCRS),
            (path + "steroidFromICANS", policy.steroidFromICANS),
            (path + "anakinra" + "fromCRS", policy.anakinra?.fromCRS),
            (path + "anakinra" + "fromICANS", policy.anakinra?.fromICANS),
        ]
        for (place, grade) in grades { requireGrade(grade, place) }
    }

    private mutating func requireGrade(_ grade: Int?, _ path: FieldPath) {
        require(
            grade.map((1...4).contains) ?? true, path, "a grade from 1 to 4, or null for never",
            "Grade 5 is death; use null if the drug is never given.")
    }

    private mutating func check(_ rule: DischargeRule, _ path: FieldPath) {
        for (name, value) in [
            ("earliestDay", rule.earliestDay ?? 0), ("feverFreeHours", rule.feverFreeHours),
            ("icansFreeHours", rule.icansFreeHours),
        ] { require(value >= 0, path + name, "0 or more", "Write days from infusion, or hours.") }
    }

    private mutating func check(_ design: DesignChange, _ path: FieldPath) {
        require(
            design.doseFactor.map { $0 > 0 && $0 <= 10 } ?? true, path + "doseFactor", "a factor above 0, at most 10",
            "Write 0.5 for half of the study's dose.")
        for (index, dose) in (design.lymphodepletion ?? []).enumerated() {
            let place = path + "lymphodepletion" + index
            check(dose, place)
            require(
                dose.drug != .bendamustine, place + "drug", "fludarabine or cyclophosphamide",
                "The body does not know bendamustine yet; a regimen of it would deplete nothing.")
        }
    }
}
