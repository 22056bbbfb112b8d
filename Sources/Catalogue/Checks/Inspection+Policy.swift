import Care
import Therapy

extension Inspection {
    /// A management policy: grades exist, times are not negative.
    mutating func check(_ policy: ManagementPolicy, _ path: FieldPath = FieldPath()) {
        requireText(policy.id, path + "id")
        requireText(policy.title, path + "title")
        requireText(policy.source, path + "source")
        let grades: [(String, Int?)] = [
            ("tocilizumabFromCRS", policy.tocilizumabFromCRS), ("steroidFromCRS", policy.steroidFromCRS),
            ("steroidFromICANS", policy.steroidFromICANS),
        ]
        for (name, grade) in grades {
            require(
                grade.map((1...4).contains) ?? true, path + name, "a grade from 1 to 4, or null for never",
                "Grade 5 is death; use null if the drug is never given.")
        }
        let times: [(String, Double?)] = [
            ("tocilizumabAfterHours", policy.tocilizumabAfterHours),
            ("persistentFeverDays", policy.persistentFeverDays),
            ("filgrastimBelow", policy.filgrastimBelow), ("filgrastimFromDay", policy.filgrastimFromDay),
            ("immunoglobulinBelow", policy.immunoglobulinBelow),
            ("prophylacticTocilizumabDay", policy.prophylacticTocilizumabDay),
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
    }
}
