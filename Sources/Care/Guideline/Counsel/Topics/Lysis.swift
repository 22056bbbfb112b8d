/// Tumour lysis: around lymphodepletion and in the first week of a high burden.
extension CounselRow {
    private static let inTime = Condition.any([
        .days(0, until: 8),
        .all([.atLeast(.daysFromLymphodepletion, 0, "lymphodepletion has begun"), .not(.atLeast(.day, 8, "a week"))]),
        .all([
            .atLeast(.daysFromLymphodepletion, 0, "lymphodepletion has begun"),
            .below(.daysFromLymphodepletion, 14, "in two weeks"),
        ]),
    ])

    static let lysis: [CounselRow] = [
        CounselRow(
            .uricAcidLowering, .practice, .give, .hours, "rasburicase: uric acid is high",
            when: .all([inTime, .atLeast(.uricAcid, 8, "Cairo-Bishop (from memory)")]),
            dosing: .perKilogram(
                .init(drug: "rasburicase", route: .intravenous, minutes: 30, course: "once, again by uric acid"), 0.2,
                cap: nil),
            changes: ["if G6PD is deficient: never"], source: .practice),
        CounselRow(
            .uricAcidLowering, .practice, .give, .today, "allopurinol and hydration from lymphodepletion: high burden",
            when: .all([inTime, .holds(.highTumourBurden)]),
            dosing: .fixed(
                .init(
                    drug: "allopurinol", route: .oral, every: 24,
                    renal: (20, "lower dose (label of allopurinol, from memory)")), 300), source: .practice),
        CounselRow(
            .tumourLysis, .practice, .give, .now,
            "clinical tumour lysis is likely: ECG, treat potassium, nephrology; daily or more often potassium, phosphate, "
                + "calcium, uric acid, creatinine",
            when: .all([
                inTime,
                .any([
                    .all([
                        .atLeast(.potassium, 6, "Cairo-Bishop (from memory)"), .atLeast(.uricAcid, 8, "Cairo-Bishop"),
                    ]),
                    .all([
                        .atLeast(.potassium, 6, "Cairo-Bishop (from memory)"),
                        .atLeast(.phosphate, 4.5, "Cairo-Bishop, adults"),
                    ]),
                    .all([
                        .atLeast(.uricAcid, 8, "Cairo-Bishop (from memory)"),
                        .atLeast(.phosphate, 4.5, "Cairo-Bishop, adults"),
                    ]),
                ]),
            ]), source: .practice),
        CounselRow(
            .tumourLysis, .practice, .give, .today, "daily potassium, phosphate, calcium, uric acid, LDH to day 7",
            when: .all([inTime, .holds(.highTumourBurden)]), source: .practice),
    ]
}
