import Care

extension CodeSet {
    static let analyte = CodeSet(
        .analyte, Analyte.allCases.map { .init($0.rawValue, words($0.rawValue), Array($0.loinc.prefix(1))) })
    static let response = CodeSet(.response, Response.self)
    static let slot = CodeSet(.slot, ManufacturingSlot.Status.self)
    static let coverage = CodeSet(.coverage, Coverage.Status.self)
    static let labelFate = CodeSet(.fate, LabelUse.Fate.self)
    static let disposal = CodeSet(.disposal, Disposal.Fate.self)
    static let lotKind = CodeSet(.lotKind, LotUse.Kind.self)
    static let approval = CodeSet(.approval, ReleaseApproval.Kind.self)
    static let readinessItem = CodeSet(.item, Readiness.What.self)
    static let bloodProduct = CodeSet(.bloodProduct, Transfusion.Kind.self)
    static let lineage = CodeSet(.lineage, SecondMalignancy.Lineage.self)
    static let cancellation = CodeSet(.cancellation, Cancellation.Reason.self)
    static let cause = CodeSet(.cause, Death.Cause.self)
    static let route = CodeSet(.route, Route.self)
    static let content = CodeSet(.content, [.init("startingMaterial"), .init("product")])
    static let careUnit = CodeSet(.unit, [.init("ward"), .init("intensiveCare")])
    static let curve = CodeSet(.curve, true: "inRange", false: "outOfRange")
    static let acceptance = CodeSet(.acceptance, true: "accepted", false: "quarantined")
    static let ready = CodeSet(.ready, true: "ready", false: "notReady")
    static let treatmentHistory = CodeSet(.given, true: "neverGiven", false: "given")
    static let verdict = CodeSet(.verdict, true: "passed", false: "failed")
    static let progression = CodeSet(.relapse, true: "relapse", false: "progression")
    static let oxygen = CodeSet(
        .oxygen, ["roomAir", "nasalCannula", "highFlow", "positivePressure"].map { .init($0) })
    static let sex = CodeSet(.concept, Sex.self)

    static let consciousness = CodeSet(
        .consciousness,
        NeurologicalAssessment.Consciousness.allCases.map {
            .init(JSON(integerLiteral: $0.rawValue), code: "\($0)", words("\($0)"))
        })
    static let seizure = CodeSet(
        .seizure,
        NeurologicalAssessment.Seizure.allCases.map {
            .init(JSON(integerLiteral: $0.rawValue), code: "\($0)", words("\($0)"))
        })
    static let oedema = CodeSet(
        .oedema,
        NeurologicalAssessment.Oedema.allCases.map {
            .init(JSON(integerLiteral: $0.rawValue), code: "\($0)", words("\($0)"))
        })

    /// ICD-10-CM D89.831 to D89.835 (grades 832 and 834 seen).
    static let crs = CodeSet(
        .crs,
        CRSGrade.allCases.map { grade in
            .init(
                JSON(integerLiteral: grade.rawValue), code: "\(grade.rawValue)", "CRS grade \(grade.rawValue)",
                grade == .none
                    ? []
                    : [
                        .icd10(
                            "D89.83\(grade.rawValue)", "Cytokine release syndrome, grade \(grade.rawValue)",
                            [2, 4].contains(grade.rawValue) ? .seen : .unverified)
                    ])
        })
    /// ICD-10-CM G92.01 to G92.05.
    static let icans = CodeSet(
        .icans,
        ICANSGrade.allCases.map { grade in
            .init(
                JSON(integerLiteral: grade.rawValue), code: "\(grade.rawValue)", "ICANS grade \(grade.rawValue)",
                grade == .none
                    ? []
                    : [
                        .icd10(
                            "G92.0\(grade.rawValue)",
                            "Immune effector cell-associated neurotoxicity syndrome, grade \(grade.rawValue)")
                    ])
        })
    static let ctcae = CodeSet(
        .ctcae, (1...5).map { .init(JSON(integerLiteral: $0), code: "\($0)", "CTCAE grade \($0)") })

    /// Every set that fields use, for the published table.
    static let all: [CodeSet] = [
        analyte, Drug.codes, response, slot, coverage, labelFate, disposal, lotKind, approval, readinessItem,
        bloodProduct,
        lineage, cancellation, cause, route, content, careUnit, curve, acceptance, ready, treatmentHistory, verdict,
        progression, oxygen, sex, consciousness, seizure, oedema, crs, icans, ctcae,
    ]
}
