/// The HLH-like syndrome of immune effector cells. The grade is that of whoever graded it; a very high ferritin only says
/// to look for it.
extension CounselRow {
    private static func grade(_ least: Int) -> Condition {
        .all([.isInfused, iecHSSuspected, .atLeast(.iecHSGrade, Double(least), "ASTCT 2023")])
    }
    /// Ferritin of the definition before ASTCT's (CARTOX 2018), or somebody graded it.
    private static let iecHSSuspected = Condition.any([
        .recorded(.atLeast(.iecHSGrade, 1, "ASTCT 2023")),
        .all([
            .days(0, until: 60), .atLeast(.ferritin, 10_000, "the CARTOX threshold for HLH (from memory)"),
        ]),
    ])

    static let iecHS: [CounselRow] = [
        CounselRow(
            .workupOfIECHS, .astct2023, .give, .today,
            "fibrinogen, D-dimer, ALT, bilirubin, triglycerides, LDH, blood count; marrow for haemophagocytosis if "
                + "unclear; exclude infection and progression; ferritin every day",
            when: .all([.isInfused, iecHSSuspected]),
            changes: ["it often comes as CRS resolves, or days after"], source: .iecHS),
        CounselRow(
            .anakinraForIECHS, .astct2023, .give, .now, "anakinra and a corticosteroid together", when: grade(3),
            dosing: .anakinra(200, every: 6, "until ferritin falls and cytopenias improve (8 mg/kg a day at most)"),
            .offLabel, source: .iecHS),
        CounselRow(
            .anakinraForIECHS, .astct2023, .give, .hours, "anakinra, a corticosteroid, or both", when: grade(2),
            dosing: .anakinra(100, every: 6, "until ferritin falls and cytopenias improve"), .offLabel, source: .iecHS),
        CounselRow(
            .corticosteroidForIECHS, .astct2023, .give, .now, "dexamethasone together with anakinra", when: grade(3),
            dosing: .dexamethasone(10, every: 6, "then taper slowly as ferritin falls"),
            alternatives: ["methylprednisolone 1 to 2 mg/kg a day"], source: .iecHS),
        CounselRow(
            .corticosteroidForIECHS, .astct2023, .give, .hours, "dexamethasone, anakinra, or both", when: grade(2),
            dosing: .dexamethasone(10, every: 12, "(6 to 12 h), then taper as ferritin falls"), source: .iecHS),
        CounselRow(
            .ruxolitinibForIECHS, .astct2023, .consider, .now, "ruxolitinib: second line",
            when: .all([grade(2), .atLeast(.hoursOnCorticosteroid, 48, "no answer in two days (time assumed)")]),
            dosing: .fixed(
                .init(
                    drug: "ruxolitinib", route: .oral, every: 12, course: "(5 to 10 mg)",
                    renal: (60, "lower dose (label of ruxolitinib, from memory)")), 10),
            .offLabel, source: .iecHS),
        CounselRow(
            .emapalumabForIECHS, .astct2023, .consider, .hours, "emapalumab: after ruxolitinib",
            when: .all([grade(3), .atLeast(.hoursOnCorticosteroid, 48, "no answer in two days (time assumed)")]),
            dosing: .perKilogram(
                .init(drug: "emapalumab", route: .intravenous, minutes: 60, course: "every 3 days, by answer"), 1,
                cap: nil),
            alternatives: ["6 mg/kg once, then 3 mg/kg every 3 days, as in macrophage activation (a compendium)"],
            .investigational, source: .iecHS),
        CounselRow(
            .etoposideForIECHS, .astct2023, .consider, .hours,
            "etoposide: the last resort, it kills T cells, the CAR-T cells among them",
            when: .all([grade(4), .atLeast(.hoursOnCorticosteroid, 48, "no answer in two days (time assumed)")]),
            dosing: .perSquareMetre(
                .init(
                    drug: "etoposide", route: .intravenous, minutes: 60, course: "a week (50 to 100 mg/m²)",
                    renal: (50, "lower dose (label of etoposide, from memory)")), 50),
            .investigational, source: .hlhDoses),
        CounselRow(
            .fibrinogenReplacement, .practice, .give, .now, "cryoprecipitate or fibrinogen concentrate",
            when: .all([
                .any([iecHSSuspected, .crsAtLeast(1)]),
                .any([
                    .below(.fibrinogen, 100, "bleeds without other cause"),
                    .all([.below(.fibrinogen, 150, "with bleeding"), .holds(.activeBleeding)]),
                ]),
            ]), source: .practice),
    ]
}
