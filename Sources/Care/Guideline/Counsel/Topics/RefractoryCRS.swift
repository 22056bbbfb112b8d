/// CRS that tocilizumab did not end. Each drug here is off label or investigational for it.
extension CounselRow {
    static let refractoryCRS: [CounselRow] = [
        CounselRow(
            .siltuximab, .ebmtEha2022, .consider, .now, "siltuximab",
            when: .refractoryCRS(after: 2), dosing: siltuximabDose,
            changes: ["IL-6 assays cannot be read after it"], .offLabel, source: .ebmtMemory),
        CounselRow(
            .siltuximab, .asco2021, .consider, .now, "siltuximab, among the alternatives",
            when: .refractoryCRS(after: 2), dosing: siltuximabDose, .offLabel, source: .ascoMemory),
        CounselRow(
            .anakinraForCRS, .ebmtEha2022, .consider, .now, "anakinra beside the corticosteroid",
            when: refractoryToBoth, dosing: anakinraDose, .offLabel, source: .ebmtFICM),
        CounselRow(
            .anakinraForCRS, .asco2021, .consider, .now, "anakinra, among the alternatives", when: refractoryToBoth,
            dosing: anakinraDose, .offLabel, source: .ascoMemory),
        CounselRow(
            .otherForCRS, .asco2021, .consider, .now,
            "with an expert: methylprednisolone 1000 mg twice a day; named, without trials in CAR-T: ruxolitinib, "
                + "emapalumab, cyclophosphamide, antithymocyte globulin",
            when: .all([.crsAtLeast(3), refractoryToBoth]),
            alternatives: ["ruxolitinib 5 to 10 mg twice a day (from memory)", "emapalumab 1 mg/kg (from memory)"],
            .investigational, source: .ascoMemory),
    ]

    /// Two doses of tocilizumab and a day on a corticosteroid.
    private static let refractoryToBoth = Condition.all([
        .refractoryCRS(after: 2),
        .atLeast(.hoursOnCorticosteroid, 24, "a day without improvement (time assumed)"),
    ])

    static let siltuximabDose = Dosing.perKilogram(
        .init(
            drug: "siltuximab", known: .siltuximab, route: .intravenous, minutes: 60,
            course: "once; not again within 21 days"), 11, cap: nil)
    static let anakinraDose = Dosing.anakinra(
        100, every: 6, "until grade 1 for a day, at least 3 days (length assumed)")
}
