/// CRS in the products' own US labels. Only the first label of tisagenlecleucel was read; a compendium gives that of
/// brexucabtagene; the rest is from memory and says so.
extension CounselRow {
    static let labelCRS = tisaCel + axiCel + brexuCel + early + obeCel

    private static func row(
        _ products: [String], _ question: CounselQuestion, _ stance: CounselStance, _ urgency: CounselUrgency,
        _ action: String, _ when: Condition, _ dosing: Dosing? = nil, changes: [String] = [], _ source: Citation
    ) -> CounselRow {
        CounselRow(
            question, .label, stance, urgency, action, when: .all([.crsAtLeast(1), when, .product(products)]),
            dosing: dosing, changes: changes, source: source)
    }

    private static let tisaCel: [CounselRow] = {
        let product = [LabelledProduct.tisaCel]
        return [
            row(
                product, .tocilizumab, .give, .now,
                "tocilizumab: unstable despite fluids and vasopressor, worsening respiration, or rapid deterioration",
                .crsAtLeast(3), .tocilizumab,
                changes: ["if no response to the second dose: a third, or another measure"], .kymriah2018),
            row(
                product, .tocilizumab, .avoid, .plan,
                "not yet: fluids, oxygen, low-dose vasopressor for CRS that needs mild intervention", .crsAtLeast(1),
                changes: ["if hypotension stays despite fluids and vasopressor, or oxygen need rises: tocilizumab"],
                .kymriah2018),
            row(
                product, .corticosteroidForCRS, .give, .now,
                "methylprednisolone if there is no improvement 12 to 18 h after the first tocilizumab, or worsening",
                .all([
                    .crsAtLeast(3), .atLeast(.tocilizumabDoses, 1, "given"),
                    .atLeast(.hoursSinceTocilizumab, 12, "12 to 18 h without improvement"),
                ]),
                .methylprednisolonePerKilogram(
                    2, every: 24,
                    "until vasopressor and high-flow oxygen are no longer needed, then taper (dose from memory)"),
                Citation("US label of tisagenlecleucel 2018, 2.4: time read, dose not", .memory)),
        ]
    }()

    private static let axiCel: [CounselRow] = {
        let product = [LabelledProduct.axiCel]
        let source = Citation.label("axicabtagene ciloleucel")
        return [
            row(product, .tocilizumab, .give, .now, "tocilizumab", .crsAtLeast(2), .tocilizumab, source),
            row(
                product, .tocilizumab, .consider, .hours, "grade 1 that does not improve in 24 h: as grade 2",
                .atLeast(.hoursOfCRS, 24, "symptoms for 24 h"), .tocilizumab, source),
            row(
                product, .tocilizumab, .avoid, .plan, "supportive care in the first 24 h of grade 1", .crsAtLeast(1),
                nil,
                source),
            row(
                product, .corticosteroidForCRS, .give, .now, "high-dose methylprednisolone", .crsAtLeast(4),
                .methylprednisolone(1000, every: 24, "for 3 days, then taper"),
                changes: ["if not improving: 1000 mg two to three times a day, or another drug"], source),
            row(
                product, .corticosteroidForCRS, .give, .now, "dexamethasone", .crsAtLeast(3),
                .dexamethasone(10, every: 8, "until grade 1, then taper"), source),
            row(
                product, .corticosteroidForCRS, .give, .now, "dexamethasone", .crsAtLeast(2),
                .dexamethasone(10, every: 24, "until grade 1, then taper"), source),
            row(
                product, .corticosteroidForCRS, .consider, .hours, "one dose of dexamethasone",
                .atLeast(.hoursOfCRS, 72, "no improvement in 3 days"), .dexamethasone(10, every: nil, "once"), source),
        ]
    }()

    private static let brexuCel: [CounselRow] = {
        let product = [LabelledProduct.brexuCel]
        let source = Citation.tecartusCompendium
        let isLate = Condition.all([
            .atLeast(.tocilizumabDoses, 1, "given"),
            .atLeast(.hoursSinceTocilizumab, 24, "no improvement in 24 h of tocilizumab"),
        ])
        return [
            row(product, .tocilizumab, .give, .now, "tocilizumab", .crsAtLeast(2), .tocilizumab, source),
            row(
                product, .tocilizumab, .give, .hours, "grade 1 that persists for 24 h",
                .atLeast(.hoursOfCRS, 24, "symptoms for 24 h"), .tocilizumab, source),
            row(
                product, .tocilizumab, .avoid, .plan, "supportive care in the first 24 h of grade 1", .crsAtLeast(1),
                nil,
                source),
            row(
                product, .corticosteroidForCRS, .give, .now, "high-dose methylprednisolone", .crsAtLeast(4),
                .methylprednisolone(1000, every: 24, "for 3 days, then taper"),
                .label("brexucabtagene autoleucel")),
            row(
                product, .corticosteroidForCRS, .give, .now, "dexamethasone", .crsAtLeast(3),
                .dexamethasone(10, every: 6, "until grade 1, then taper (or methylprednisolone 1 mg/kg twice a day)"),
                .label("brexucabtagene autoleucel")),
            row(
                product, .corticosteroidForCRS, .give, .now, "dexamethasone", .all([.crs(2), isLate]),
                .dexamethasone(10, every: 6, "until grade 1, then taper (or methylprednisolone 1 mg/kg twice a day)"),
                source),
        ]
    }()

    /// liso-cel, ide-cel and cilta-cel share their table, but for grade 1.
    private static let early: [CounselRow] = {
        let all = [LabelledProduct.lisoCel, LabelledProduct.ideCel, LabelledProduct.ciltaCel]
        let steroidAtOne = [LabelledProduct.lisoCel, LabelledProduct.ideCel]
        let source = Citation.label("lisocabtagene, idecabtagene and ciltacabtagene")
        let isEarly = Condition.below(.hoursToCRS, 72, "onset in the first 72 h")
        return [
            row(all, .tocilizumab, .give, .now, "tocilizumab", .crsAtLeast(2), .tocilizumab, source),
            row(
                all, .tocilizumab, .consider, .hours, "tocilizumab for grade 1 with early onset", isEarly,
                .tocilizumab, source),
            row(
                all, .tocilizumab, .avoid, .plan, "grade 1 from 72 h on: symptomatic", .crsAtLeast(1),
                changes: ["if hypotension or hypoxia comes: tocilizumab"], source),
            row(
                all, .corticosteroidForCRS, .give, .now, "dexamethasone", .crsAtLeast(4),
                .dexamethasone(20, every: 6, "until grade 1, then taper"),
                changes: ["if no improvement in 24 h: methylprednisolone, another drug"], source),
            row(
                all, .corticosteroidForCRS, .give, .now, "dexamethasone", .crsAtLeast(3),
                .dexamethasone(10, every: 12, "until grade 1, then taper"), source),
            row(
                all, .corticosteroidForCRS, .consider, .hours, "dexamethasone with grade 2", .crsAtLeast(2),
                .dexamethasone(10, every: 24, "(12 to 24 h) until grade 1"), source),
            row(
                steroidAtOne, .corticosteroidForCRS, .consider, .hours, "dexamethasone for grade 1 with early onset",
                isEarly, .dexamethasone(10, every: 24, nil), source),
        ]
    }()

    private static let obeCel: [CounselRow] = {
        let product = [LabelledProduct.obeCel]
        let source = Citation.label("obecabtagene autoleucel")
        return [
            row(product, .tocilizumab, .give, .now, "tocilizumab", .crsAtLeast(2), .tocilizumab, source),
            row(
                product, .tocilizumab, .avoid, .plan, "grade 1: supportive care", .crsAtLeast(1), nil, source),
            row(
                product, .corticosteroidForCRS, .give, .now, "high-dose methylprednisolone", .crsAtLeast(4),
                .methylprednisolone(1000, every: 24, "for 3 days, then taper"), source),
            row(
                product, .corticosteroidForCRS, .give, .now, "dexamethasone", .crsAtLeast(3),
                .dexamethasone(10, every: 6, "until grade 1, then taper"), source),
        ]
    }()
}
