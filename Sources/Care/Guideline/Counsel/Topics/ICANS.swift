/// ICANS by grade: ASCO 2021 and EBMT/EHA 2022.
extension CounselRow {
    static let icans = icansSupport + icansCorticosteroid

    private static let isAxiOrBrexu = Condition.product([LabelledProduct.axiCel, LabelledProduct.brexuCel])
    private static let flare = "ICANS may flare with a rapid taper: watch closely"

    private static let icansSupport: [CounselRow] = [
        CounselRow(
            .supportForICANS, .asco2021, .give, .now,
            "aspiration precautions, head of the bed raised, IV hydration, correct severe hyponatraemia; neurology",
            when: .icansAtLeast(1), changes: ["ICE score and motor weakness at least twice a day"], source: .asco),
        CounselRow(
            .workupOfICANS, .asco2021, .give, .now,
            "MRI (or CT), EEG, lumbar puncture; repeat imaging every 2 to 3 days while grade 3 or more persists",
            when: .icansAtLeast(3), source: .asco),
        CounselRow(
            .workupOfICANS, .asco2021, .give, .hours, "MRI (or CT) and EEG; lumbar puncture may be considered",
            when: .icans(2), source: .asco),
        CounselRow(
            .workupOfICANS, .asco2021, .consider, .today,
            "EEG if the change is unexplained; CRP, ferritin, blood count, "
                + "chemistry, fibrinogen, PT/PTT in series", when: .icans(1), source: .asco),
        CounselRow(
            .intensiveCareForICANS, .asco2021, .give, .now, "transfer to intensive care; protect the airway at grade 4",
            when: .icansAtLeast(3), source: .asco),
        CounselRow(
            .intensiveCareForICANS, .asco2021, .consider, .hours, "consider intensive care: CRS of grade 2 or more too",
            when: .all([.icans(2), .crsAtLeast(2)]), source: .asco),
        CounselRow(
            .intensiveCareForICANS, .ebmtEha2022, .give, .now, "intensive care", when: .icansAtLeast(3),
            source: .ebmtReview),
        CounselRow(
            .intensiveCareForICANS, .ebmtEha2022, .give, .hours, "intensive care: CRS of grade 2 or more too",
            when: .all([.icans(2), .crsAtLeast(2)]), source: .ebmtReview),
    ]

    private static let pulse = Dosing.methylprednisolone(
        1000, every: 24, "(once or twice a day) for 3 days, then taper")
    private static let dexamethasone = Dosing.dexamethasone(
        10, every: 6, "(6 to 12 h) until grade 1, then rapid taper")

    private static let icansCorticosteroid: [CounselRow] = [
        CounselRow(
            .corticosteroidForICANS, .asco2021, .give, .now, "high-dose methylprednisolone", when: .icansAtLeast(4),
            dosing: pulse, changes: [flare], source: .ascoMemory),
        CounselRow(
            .corticosteroidForICANS, .asco2021, .give, .now,
            "dexamethasone: refractory past the first dose of tocilizumab",
            when: .all([.icans(3), .crsAtLeast(1), .atLeast(.tocilizumabDoses, 1, "given")]), dosing: dexamethasone,
            alternatives: ["methylprednisolone 1 mg/kg IV every 12 h"],
            changes: [flare, "if not improving: as grade 4"],
            source: .asco),
        CounselRow(
            .corticosteroidForICANS, .asco2021, .consider, .now,
            "tocilizumab first (CRS is there); a corticosteroid past its first dose",
            when: .all([.icans(3), .crsAtLeast(1)]), dosing: dexamethasone,
            alternatives: ["methylprednisolone 1 mg/kg IV every 12 h"], changes: [flare], source: .asco),
        CounselRow(
            .corticosteroidForICANS, .asco2021, .give, .now,
            "dexamethasone; high dose is an option for axi-cel and brexu-cel",
            when: .icans(3), dosing: dexamethasone,
            alternatives: ["methylprednisolone 1 mg/kg IV every 12 h"],
            changes: [flare, "if not improving: as grade 4"],
            source: .asco),
        CounselRow(
            .corticosteroidForICANS, .asco2021, .give, .now,
            "dexamethasone: refractory past the first dose of tocilizumab",
            when: .all([.icans(2), .crsAtLeast(1), .atLeast(.tocilizumabDoses, 1, "given")]), dosing: dexamethasone,
            alternatives: ["methylprednisolone 1 mg/kg IV every 12 h"], changes: [flare], source: .asco),
        CounselRow(
            .corticosteroidForICANS, .asco2021, .consider, .hours,
            "tocilizumab first (CRS is there); a corticosteroid past its first dose",
            when: .all([.icans(2), .crsAtLeast(1)]), dosing: dexamethasone, changes: [flare], source: .asco),
        CounselRow(
            .corticosteroidForICANS, .asco2021, .consider, .hours,
            "two doses of dexamethasone for high-risk products or patients, then reassess",
            when: .icans(2),
            dosing: .dexamethasone(10, every: 12, "two doses; again every 6 to 12 h if no improvement"),
            changes: [flare, "if ICE falls below 3, or a seizure: grade 3"], source: .asco),
        CounselRow(
            .corticosteroidForICANS, .asco2021, .consider, .hours, "corticosteroid from grade 1 may be an option",
            when: .all([.icans(1), isAxiOrBrexu]), dosing: .dexamethasone(10, every: nil, "one dose, then reassess"),
            source: .asco),
        CounselRow(
            .corticosteroidForICANS, .asco2021, .avoid, .plan, "no corticosteroid yet: supportive care",
            when: .icans(1), changes: ["if ICE falls below 7 or the patient wakes only to voice: grade 2"],
            source: .asco),
        CounselRow(
            .corticosteroidForICANS, .ebmtEha2022, .give, .now, "high-dose methylprednisolone",
            when: .icansAtLeast(4),
            dosing: .methylprednisolone(
                1000, every: 24, "for 3 days, then 250 mg twice a day for 2 days, 125 mg for 2 days, 60 mg for 2 days"),
            source: .ebmtReview),
        CounselRow(
            .corticosteroidForICANS, .ebmtEha2022, .give, .now, "dexamethasone, the higher dose", when: .icans(3),
            dosing: .dexamethasone(20, every: 6, "(10 to 20 mg) for 1 to 3 days"), source: .ebmtReview),
        CounselRow(
            .corticosteroidForICANS, .ebmtEha2022, .give, .hours, "dexamethasone", when: .icans(2),
            dosing: .dexamethasone(10, every: 6, "(10 to 20 mg) for 1 to 3 days"), source: .ebmtReview),
        CounselRow(
            .corticosteroidForICANS, .ebmtEha2022, .avoid, .plan, "no corticosteroid yet: supportive care",
            when: .icans(1), source: .ebmtReview),
    ]
}
