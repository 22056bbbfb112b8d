/// ICANS in the US labels, in the words that most of them share. From memory.
extension CounselRow {
    private static let named: [String] = [
        LabelledProduct.axiCel, LabelledProduct.brexuCel, LabelledProduct.lisoCel, LabelledProduct.ideCel,
        LabelledProduct.ciltaCel, LabelledProduct.obeCel,
    ]

    private static func icansRow(
        _ stance: CounselStance, _ urgency: CounselUrgency, _ action: String, _ when: Condition,
        _ dosing: Dosing? = nil,
        _ products: [String] = named
    ) -> CounselRow {
        CounselRow(
            .corticosteroidForICANS, .label, stance, urgency, action,
            when: .all([.icansAtLeast(1), when, .product(products)]), dosing: dosing,
            source: .label("the product, neurologic toxicity"))
    }

    static let labelICANS: [CounselRow] = [
        icansRow(
            .give, .now, "high-dose methylprednisolone", .icansAtLeast(4),
            .methylprednisolone(1000, every: 24, "for 3 days, then taper")),
        icansRow(
            .give, .now, "dexamethasone", .icansAtLeast(3), .dexamethasone(10, every: 6, "until grade 1, then taper")),
        icansRow(
            .give, .now, "dexamethasone", .icansAtLeast(2), .dexamethasone(10, every: 6, "until grade 1, then taper"),
            [LabelledProduct.axiCel, LabelledProduct.brexuCel]),
        icansRow(
            .give, .hours, "dexamethasone", .icansAtLeast(2), .dexamethasone(10, every: 12, "for 2 to 3 days"),
            [LabelledProduct.lisoCel, LabelledProduct.ideCel, LabelledProduct.ciltaCel, LabelledProduct.obeCel]),
        icansRow(
            .consider, .hours, "one dose of dexamethasone at grade 1", .icansAtLeast(1),
            .dexamethasone(10, every: nil, "one dose"), [LabelledProduct.axiCel]),
        icansRow(
            .consider, .hours, "dexamethasone if it began in the first 72 h", .icansAtLeast(1),
            .dexamethasone(10, every: 12, "for 2 days"), [LabelledProduct.lisoCel, LabelledProduct.ideCel]),
        CounselRow(
            .seizureProphylaxis, .label, .consider, .today,
            "non-sedating antiseizure medicine (for example levetiracetam)",
            when: .all([.icansAtLeast(1), .product(named)]), dosing: levetiracetam,
            source: .label("the product, neurologic toxicity")),
    ]
}
