/// ICANS that a corticosteroid did not end.
extension CounselRow {
    static let refractoryICANS: [CounselRow] = [
        CounselRow(
            .anakinraForICANS, .asco2021, .consider, .now,
            "anakinra; the guideline notes limited experience with it", when: .refractoryICANS, dosing: anakinraDose,
            .offLabel, source: .asco),
        CounselRow(
            .anakinraForICANS, .ebmtEha2022, .consider, .now, "anakinra", when: .refractoryICANS,
            dosing: anakinraDose, .offLabel, source: .ebmtMemory),
        CounselRow(
            .pulseForICANS, .asco2021, .give, .now, "methylprednisolone 1000 mg, one to two times a day",
            when: .refractoryICANS, dosing: .methylprednisolone(1000, every: 12, "for 3 days, then taper"),
            changes: ["if that too fails: anakinra, then intrathecal therapy, with an expert"], source: .ascoMemory),
        CounselRow(
            .intrathecalForICANS, .asco2021, .consider, .hours,
            "intrathecal hydrocortisone 50 mg and methotrexate 12 mg, only with an expert and after imaging",
            when: .all([.icansAtLeast(3), .refractoryICANS]),
            dosing: .fixed(
                .init(drug: "hydrocortisone (with methotrexate 12 mg)", route: .intrathecal, course: "one dose"), 50),
            changes: [
                "if imaging shows raised pressure or a mass: no lumbar puncture", "if platelets are low: correct first",
            ],
            .investigational, source: .asco),
        CounselRow(
            .otherForICANS, .asco2021, .consider, .hours,
            "named, with limited experience: ruxolitinib, cyclophosphamide, antithymocyte globulin",
            when: .all([.icansAtLeast(3), .refractoryICANS]), .investigational, source: .asco),
        CounselRow(
            .siltuximabForICANS, .asco2021, .consider, .hours,
            "siltuximab; the guideline notes limited experience with it",
            when: .all([.icansAtLeast(3), .refractoryICANS]), dosing: siltuximabDose, .offLabel, source: .asco),
    ]
}
