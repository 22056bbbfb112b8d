/// CRS by grade: ASCO 2021 and EBMT/EHA 2022. The labels are in `CRS+Label.swift`.
extension CounselRow {
    static let crs = support + workup + tocilizumab + corticosteroid

    private static let support: [CounselRow] = [
        CounselRow(
            .antipyretic, .asco2021, .give, .hours, "antipyretic, IV hydration, symptomatic care",
            when: .all([.crsAtLeast(1), .fever]),
            dosing: .perKilogram(
                .init(drug: "paracetamol", known: .paracetamol, route: .oralOrIntravenous), 15, cap: 1000),
            changes: ["after an antipyretic fever is no longer needed to grade CRS"], source: .asco),
        CounselRow(
            .fluidsAndOxygen, .asco2021, .give, .now,
            "vasopressors as needed, high-flow oxygen or ventilation as needed; haemodynamic monitoring, echocardiogram",
            when: .crsAtLeast(3), changes: ["if a second vasopressor or positive pressure is needed: grade 4"],
            source: .asco),
        CounselRow(
            .fluidsAndOxygen, .asco2021, .give, .now, "IV fluid boluses and low-flow oxygen as needed",
            when: .crs(2),
            changes: [
                "if hypotension needs a vasopressor after two boluses: grade 3",
                "if oxygen above 6 L/min is needed: grade 3",
            ], source: .asco),
        CounselRow(
            .fluidsAndOxygen, .ebmtEha2022, .give, .now,
            "vasopressors, high-flow oxygen or ventilation in intensive care",
            when: .crsAtLeast(3), source: .ebmtReview),
        CounselRow(
            .fluidsAndOxygen, .ebmtEha2022, .give, .now,
            "fluid boluses and oxygen; vasopressor if hypotension persists after two boluses and anti-IL-6 therapy",
            when: .crs(2), changes: ["if hypotension needs a vasopressor: grade 3, intensive care"], source: .ebmtReview
        ),
        CounselRow(
            .intensiveCareForCRS, .asco2021, .give, .now, "admit to intensive care", when: .crsAtLeast(3),
            source: .asco),
        CounselRow(
            .intensiveCareForCRS, .ebmtEha2022, .give, .now, "intensive care", when: .crsAtLeast(3),
            source: .ebmtReview),
        CounselRow(
            .intensiveCareForCRS, .ebmtEha2022, .consider, .hours,
            "consider intensive care if hypotension persists after two fluid boluses and anti-IL-6 therapy",
            when: .crs(2), source: .ebmtReview),
    ]

    private static let workup: [CounselRow] = [
        CounselRow(
            .workupOfCRS, .asco2021, .give, .now,
            "continuous cardiac telemetry and pulse oximetry; blood count, chemistry, magnesium, phosphate, CRP, LDH, "
                + "uric acid, fibrinogen, PT/PTT, ferritin; echocardiogram if severe; screen CMV and EBV",
            when: .crsAtLeast(2), source: .asco),
        CounselRow(
            .workupOfCRS, .asco2021, .give, .hours,
            "blood count, chemistry, magnesium, phosphate, CRP, LDH, uric acid, fibrinogen, PT/PTT, ferritin",
            when: .crs(1), source: .asco),
    ]

    private static let tocilizumab: [CounselRow] = [
        CounselRow(
            .tocilizumab, .asco2021, .give, .now, "tocilizumab", when: .crsAtLeast(2), dosing: .tocilizumab,
            changes: [
                "if there is no improvement in 24 h of starting: manage as the next grade (a review's table)",
                "with ICANS: caution with repeated doses; consider a corticosteroid after the first",
            ], source: .asco),
        CounselRow(
            .tocilizumab, .asco2021, .consider, .hours,
            "tocilizumab: grade 1 of more than 3 days is managed as grade 2",
            when: .all([.crs(1), .above(.hoursOfCRS, 72, "fever of more than 3 days")]), dosing: .tocilizumab,
            changes: ["if hypotension or hypoxia comes: now, without waiting"], source: .asco),
        CounselRow(
            .tocilizumab, .asco2021, .give, .hours, "tocilizumab: ICANS together with CRS",
            when: .all([.crs(1), .icansAtLeast(1)]), dosing: .tocilizumab,
            changes: ["caution with repeated doses in ICANS; consider a corticosteroid after the first"], source: .asco),
        CounselRow(
            .tocilizumab, .asco2021, .avoid, .plan, "no tocilizumab yet: supportive care at grade 1",
            when: .crs(1), changes: ["if fever lasts more than 3 days or is refractory: as grade 2"], source: .asco),
        CounselRow(
            .tocilizumab, .asco2021, .avoid, .plan, "no tocilizumab for ICANS without CRS",
            when: .all([.crs(0), .icansAtLeast(1)]), changes: ["if CRS comes: as its grade says"], source: .asco),
        CounselRow(
            .tocilizumab, .ebmtEha2022, .give, .now, "tocilizumab", when: .crsAtLeast(2), dosing: .tocilizumab,
            alternatives: ["siltuximab 11 mg/kg"],
            changes: ["if hypotension persists after 1 to 2 doses: dexamethasone"], source: .ebmtFICM),
        CounselRow(
            .tocilizumab, .ebmtEha2022, .consider, .hours, "tocilizumab for fever of more than 3 days",
            when: .all([.crs(1), .above(.hoursOfCRS, 72, "fever of more than 3 days")]), dosing: .tocilizumab,
            source: .ebmtMemory),
        CounselRow(
            .tocilizumab, .ebmtEha2022, .avoid, .plan, "no tocilizumab yet: supportive care at grade 1",
            when: .crs(1), changes: ["if fever lasts more than 3 days: consider it"], source: .ebmtMemory),
        CounselRow(
            .tocilizumab, .ebmtEha2022, .avoid, .plan, "no tocilizumab for ICANS without CRS",
            when: .all([.crs(0), .icansAtLeast(1)]), source: .ebmtMemory),
    ]

    private static let corticosteroid: [CounselRow] = [
        CounselRow(
            .corticosteroidForCRS, .asco2021, .give, .now, "high-dose methylprednisolone", when: .crsAtLeast(4),
            dosing: .methylprednisolone(
                500, every: 12,
                "for 3 days, then 250 mg every 12 h for 2 days, 125 mg for 2 days, 60 mg until grade 1"),
            alternatives: ["if not improving: 1000 mg twice a day, or another drug (see refractory CRS)"],
            changes: ["antifungal prophylaxis is strongly to be considered on steroids"], source: .asco),
        CounselRow(
            .corticosteroidForCRS, .asco2021, .give, .now, "dexamethasone beside tocilizumab", when: .crs(3),
            dosing: .dexamethasone(10, every: 6, "and rapid taper once symptoms improve"),
            changes: ["if refractory: as grade 4", "antifungal prophylaxis is strongly to be considered on steroids"],
            source: .asco),
        CounselRow(
            .corticosteroidForCRS, .asco2021, .give, .now,
            "dexamethasone: hypotension persists after two boluses and tocilizumab",
            when: .all([
                .crs(2), .atLeast(.tocilizumabDoses, 1, "1 to 2 doses"),
                .atLeast(.hoursSinceTocilizumab, Tocilizumab.interval, "time for the last dose to act"),
            ]),
            dosing: .dexamethasone(10, every: 12, "for 1 to 2 doses, then reassess"),
            changes: ["if no improvement in 24 h of anti-IL-6 therapy: as grade 3"], source: .ascoSecondary),
        CounselRow(
            .corticosteroidForCRS, .asco2021, .consider, .now,
            "earlier corticosteroid is recommended for axi-cel and brexu-cel",
            when: .all([.crs(2), .product([LabelledProduct.axiCel, LabelledProduct.brexuCel])]),
            dosing: .dexamethasone(10, every: 24, "while CRS is of grade 2 (dose from memory)"), source: .asco),
        CounselRow(
            .corticosteroidForCRS, .ebmtEha2022, .give, .now, "high-dose methylprednisolone", when: .crsAtLeast(4),
            dosing: .methylprednisolone(
                1000, every: 24, "for 3 days, then 250 mg twice a day for 2 days, 125 mg for 2 days, 60 mg for 2 days"),
            source: .ebmtReview),
        CounselRow(
            .corticosteroidForCRS, .ebmtEha2022, .give, .now, "dexamethasone", when: .crs(3),
            dosing: .dexamethasone(10, every: 6, "for 1 to 3 days"),
            alternatives: ["if refractory: 20 mg every 6 h"], source: .ebmtReview),
        CounselRow(
            .corticosteroidForCRS, .ebmtEha2022, .give, .now,
            "dexamethasone: high risk, or hypotension persists after 1 to 2 doses of anti-IL-6 therapy",
            when: .all([
                .crs(2), .atLeast(.tocilizumabDoses, 1, "1 to 2 doses"),
                .atLeast(.hoursSinceTocilizumab, Tocilizumab.interval, "time for the last dose to act"),
            ]),
            dosing: .dexamethasone(10, every: 6, "for 1 to 3 days"), source: .ebmtReview),
    ]
}
