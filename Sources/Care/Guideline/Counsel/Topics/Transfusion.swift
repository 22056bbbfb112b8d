/// Red cells, platelets, and irradiation.
extension CounselRow {
    static let transfusion: [CounselRow] = [
        CounselRow(
            .redCells, .practice, .give, .today, "red cells, one unit at a time",
            when: .all([
                .isConditioned, .below(.haemoglobin, 7, "usual threshold; 8 with heart disease"),
            ]), changes: ["with symptoms, bleeding or heart disease: at a higher value"], source: .practice),
        CounselRow(
            .redCells, .ehaEbmt2023, .consider, .today, "by the centre's standard; one unit at a time spares iron",
            when: .all([.isConditioned, .below(.haemoglobin, 8, "many centres' threshold (from memory)")]),
            source: .icaht),
        CounselRow(
            .plateletTransfusion, .practice, .give, .now, "platelets: bleeding, or a procedure",
            when: .all([
                .isConditioned, .below(.platelets, 50, "with bleeding"), .holds(.activeBleeding),
            ]), source: .practice),
        CounselRow(
            .plateletTransfusion, .practice, .give, .today, "platelets to prevent bleeding",
            when: .all([.isConditioned, .below(.platelets, 10, "usual threshold; 20 with fever or ICANS")]),
            changes: ["before a lumbar puncture or other procedure: 40 to 50 × 10⁹/L"], source: .practice),
        CounselRow(
            .plateletTransfusion, .practice, .give, .today, "platelets: fever raises the threshold",
            when: .all([.isConditioned, .below(.platelets, 20, "with fever"), .fever]), source: .practice),
        CounselRow(
            .irradiatedBlood, .ehaEbmt2023, .give, .plan,
            "only irradiated cellular blood products: from 7 days before leukapheresis to at least 90 days after infusion",
            when: .all([
                .below(.day, 90, "to day 90 at least"),
                .any([.holds(.leukapheresisPlanned), .isConditioned]),
            ]),
            changes: ["after 90 days, if neither fludarabine nor transplant asks for longer: by the centre's rule"],
            source: .icaht),
    ]
}
