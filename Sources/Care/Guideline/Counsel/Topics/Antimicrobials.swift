/// Prophylaxis against viruses, Pneumocystis, bacteria and fungi, from when until when. The tables differ; each is shown.
extension CounselRow {
    private static let aciclovir = Dosing.fixed(
        .init(
            drug: "aciclovir", route: .oral, every: 12,
            renal: (25, "lower dose or longer interval (label of aciclovir, from memory)")), 800)
    private static let cotrimoxazole = Dosing.fixed(
        .init(
            drug: "sulfamethoxazole-trimethoprim", route: .oral, every: 24,
            course: "400/80 mg, or 800/160 mg three days a week",
            renal: (30, "half the dose; below 15 another drug (label, from memory)")), 480)
    private static let cd4 = Condition.above(.cd4, 200, "CD4 above 200/µL")
    private static func mayStop(after days: Double) -> Condition {
        .all([.atLeast(.day, days, "earliest end"), cd4])
    }

    static let antimicrobials = viral + pneumocystis + bacteriaAndFungi

    private static let viral: [CounselRow] = [
        CounselRow(
            .herpesProphylaxis, .ash, .give, .plan,
            "aciclovir from lymphodepletion, 12 to 18 months and until CD4 >200/µL",
            when: .all([.isConditioned, .unless(mayStop(after: 365))]), dosing: aciclovir,
            alternatives: ["valaciclovir 500 mg twice a day"], source: .ash),
        CounselRow(
            .herpesProphylaxis, .ash, .consider, .plan, "may stop: 12 months and CD4 >200/µL",
            when: mayStop(after: 365),
            source: .ash),
        CounselRow(
            .herpesProphylaxis, .ehaEbmt2023, .give, .plan,
            "from lymphodepletion to a year after infusion and/or until CD4 >0.2 × 10⁹/L",
            when: .all([.isConditioned, .unless(mayStop(after: 365))]), dosing: aciclovir, source: .icaht),
        CounselRow(
            .herpesProphylaxis, .stanford, .give, .plan, "at least 18 months, or 6 months beyond the last episode",
            when: .all([.isConditioned, .unless(.atLeast(.day, 540, "18 months"))]), dosing: aciclovir,
            source: .stanford),
        CounselRow(
            .hepatitisB, .stanford, .give, .plan,
            "entecavir from before lymphodepletion, at least 12 months or until CD4 >200/µL; watch HBV DNA and ALT",
            when: .all([
                .unless(.atLeast(.day, 540, "18 months")), .unless(mayStop(after: 365)), .holds(.hepatitisB),
            ]),
            dosing: .fixed(
                .init(
                    drug: "entecavir", route: .oral, every: 24,
                    renal: (50, "lower dose (label of entecavir, from memory)")), 0.5),
            alternatives: ["tenofovir"], source: .stanford),
        CounselRow(
            .cytomegalovirus, .stanford, .consider, .plan,
            "CMV by quantitative PCR every week until undetectable: five days or more of corticosteroid",
            when: .all([.isInfused, .atLeast(.hoursOnCorticosteroid, 120, "five days")]), source: .stanford),
    ]

    private static let pneumocystis: [CounselRow] = [
        CounselRow(
            .pneumocystisProphylaxis, .ash, .give, .plan,
            "co-trimoxazole, 12 to 18 months and until CD4 >200/µL",
            when: .all([.atLeast(.day, 30, "from day 30 (another ASH table)"), .unless(mayStop(after: 365))]),
            dosing: cotrimoxazole,
            alternatives: ["atovaquone, dapsone or pentamidine: no cover of encapsulated bacteria"],
            changes: ["if neutrophils or platelets are low: atovaquone 1500 mg a day"], source: .ash),
        CounselRow(
            .pneumocystisProphylaxis, .ash, .consider, .plan, "may stop: 12 months and CD4 >200/µL",
            when: mayStop(after: 365), source: .ash),
        CounselRow(
            .pneumocystisProphylaxis, .stanford, .give, .plan,
            "atovaquone from day 14; co-trimoxazole after day 28 if no cytopenia of grade 3; 18 months or CD4 >200/µL",
            when: .all([.atLeast(.day, 14, "from day 14"), .below(.day, 28, "to day 28")]),
            dosing: .fixed(.init(drug: "atovaquone", route: .oral, every: 24), 1500), source: .stanford),
        CounselRow(
            .pneumocystisProphylaxis, .stanford, .give, .plan, "18 months or until CD4 >200/µL",
            when: .all([
                .atLeast(.day, 28, "after day 28"),
                .unless(.any([.atLeast(.day, 540, "18 months"), cd4])),
            ]), dosing: cotrimoxazole, source: .stanford),
    ]

    private static let bacteriaAndFungi: [CounselRow] = [
        CounselRow(
            .antibacterialProphylaxis, .ehaEbmt2023, .avoid, .plan,
            "not recommended in patients at low risk of haematotoxicity",
            when: .all([.isConditioned, .neutropenia, .not(.holds(.highHaematotoxicityRisk))]), source: .icaht),
        CounselRow(
            .antibacterialProphylaxis, .ehaEbmt2023, .consider, .today, "may be considered in patients at high risk",
            when: .all([.isConditioned, .neutropenia, .holds(.highHaematotoxicityRisk), .not(.fever)]),
            dosing: levofloxacin, changes: ["if colonised by resistant bacteria: not; local resistance decides"],
            source: .icaht),
        CounselRow(
            .antibacterialProphylaxis, .ash, .consider, .today, "while neutrophils are below 0.5 × 10⁹/L for long",
            when: .all([.isConditioned, .neutropenia, .not(.fever)]), dosing: levofloxacin,
            changes: ["stop at 0.5 × 10⁹/L", "with fever: treatment instead of prophylaxis"], source: .ash),
        CounselRow(
            .yeastProphylaxis, .ash, .consider, .today, "fluconazole while neutrophils are below 0.5 × 10⁹/L",
            when: .all([.isConditioned, .neutropenia]), dosing: fluconazole,
            changes: ["stop at 0.5 × 10⁹/L", "mould-active instead of it where that is due"], source: .ashTable),
        CounselRow(
            .yeastProphylaxis, .stanford, .give, .today, "fluconazole 400 mg from day 0 with severe mucositis",
            when: .all([.isInfused, .holds(.severeMucositis), .atMost(.neutrophils, 1, "until above 1.0")]),
            dosing: .fixed(.init(drug: "fluconazole", route: .oral, every: 24), 400), source: .stanford),
        CounselRow(
            .mouldProphylaxis, .ash, .give, .today,
            "mould-active azole while neutrophils are below 0.5 × 10⁹/L: earlier transplant, more than 3 days of "
                + "corticosteroid, or neutropenia beyond day 28",
            when: .all([
                .isInfused, .neutropenia,
                .any([
                    .holds(.priorTransplant), .above(.hoursOnCorticosteroid, 72, "more than 3 days"),
                    .above(.day, 28, "beyond day 28"), .holds(.priorMould),
                ]),
            ]), source: .ashTable),
        CounselRow(
            .mouldProphylaxis, .asco2021, .consider, .today,
            "antifungal prophylaxis is strongly to be considered in patients on steroids for CRS or ICANS",
            when: .all([.isInfused, .holds(.onCorticosteroid)]), source: .asco),
        CounselRow(
            .mouldProphylaxis, .stanford, .give, .plan, "posaconazole 300 mg a day: earlier invasive mould",
            when: .all([.isConditioned, .holds(.priorMould)]),
            dosing: .fixed(.init(drug: "posaconazole", route: .oral, every: 24, course: "twice on the first day"), 300),
            source: .stanford),
    ]

    private static let levofloxacin = Dosing.fixed(
        .init(
            drug: "levofloxacin", route: .oral, every: 24, course: "until neutrophils reach 0.5 × 10⁹/L",
            renal: (50, "lower dose (label of levofloxacin, from memory)")), 500)
    private static let fluconazole = Dosing.fixed(
        .init(
            drug: "fluconazole", route: .oral, every: 24, course: "(200 to 400 mg) until neutrophils reach 0.5 × 10⁹/L",
            renal: (50, "half the dose (label of fluconazole, from memory)")), 200)
}
