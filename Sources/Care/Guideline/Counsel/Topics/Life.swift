/// Driving, and staying near the centre. The times of six US labels became shorter on 2025-06-26; what held at the
/// infusion holds.
extension CounselRow {
    private static let six = Condition.product([
        LabelledProduct.tisaCel, LabelledProduct.axiCel, LabelledProduct.brexuCel, LabelledProduct.lisoCel,
        LabelledProduct.ideCel, LabelledProduct.ciltaCel,
    ])
    private static let isShorter = Condition.atLeast(.daysFromLabelChange, 0, "the shorter times hold")
    private static let isLonger = Condition.below(.daysFromLabelChange, 0, "the longer times held")
    private static let sign = "with any neurological sign: longer, by the physician"

    static let life: [CounselRow] = [
        CounselRow(
            .driving, .label, .avoid, .plan, "no driving, no hazardous work for 2 weeks",
            when: .all([.days(0, until: 14), isShorter, six]), changes: [sign], source: .fda2025),
        CounselRow(
            .driving, .label, .avoid, .plan, "no driving, no hazardous work for 8 weeks",
            when: .all([.days(0, until: 56), isLonger, six]), changes: [sign], source: .fda2025),
        CounselRow(
            .driving, .label, .avoid, .plan, "no driving, no hazardous work for 8 weeks",
            when: .all([.days(0, until: 56), .product([LabelledProduct.obeCel])]), changes: [sign],
            source: .label("obecabtagene autoleucel")),
        CounselRow(
            .driving, .ebmtEha2022, .avoid, .plan, "no driving for 8 weeks (EU labels)", when: .days(0, until: 56),
            changes: [sign], source: .ebmtMemory),
        CounselRow(
            .driving, .practice, .avoid, .plan,
            "no driving while there is ICANS, or after a seizure by the law of the place",
            when: .any([.icansAtLeast(1), .recorded(.holds(.seizure))]), source: .practice),
        CounselRow(
            .proximity, .label, .give, .plan, "within reach of the centre for 2 weeks",
            when: .all([.days(0, until: 14), isShorter, six]), source: .fda2025),
        CounselRow(
            .proximity, .label, .give, .plan, "within reach of the centre for 4 weeks",
            when: .all([.days(0, until: 28), isLonger, six]), source: .fda2025),
        CounselRow(
            .proximity, .label, .give, .plan, "within reach of the centre for 4 weeks",
            when: .all([.days(0, until: 28), .product([LabelledProduct.obeCel])]),
            source: .label("obecabtagene autoleucel")),
        CounselRow(
            .proximity, .ebmtEha2022, .give, .plan, "within two hours of the centre for 4 weeks (EU labels)",
            when: .days(0, until: 28), source: .ebmtMemory),
    ]
}
