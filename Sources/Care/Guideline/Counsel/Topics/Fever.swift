/// Fever: CRS and infection look alike, so neither excludes the other.
extension CounselRow {
    static let fever: [CounselRow] = [
        CounselRow(
            .culturesForFever, .asco2021, .give, .now, "blood and urine cultures, chest radiograph",
            when: .all([.fever, .isConditioned]),
            changes: ["if fever returns after CRS has resolved, or after day 14: infection is likelier than CRS"],
            source: .asco),
        CounselRow(
            .antibioticsForFever, .asco2021, .give, .now,
            "broad-spectrum antibiotics by the centre's neutropenic-fever guideline, beside the treatment of CRS",
            when: .all([.fever, .isConditioned, .neutropenia]),
            alternatives: ["an agent against Pseudomonas; by local resistance (usual practice)"],
            changes: ["if cultures stay negative and neutrophils recover: stop or narrow by the centre's guideline"],
            source: .asco),
        CounselRow(
            .antibioticsForFever, .practice, .consider, .now,
            "treat as neutropenic until the blood count is known; blood count now",
            when: .all([
                .fever, .isConditioned, .below(.day, 30, "the first month"),
                .missing(.neutrophils),
            ]),
            changes: ["if neutrophils are 0.5 × 10⁹/L or more: by the clinical picture"], source: .practice),
        CounselRow(
            .antibioticsForFever, .label, .give, .now,
            "exclude infection; antibiotics by local guidelines if neutropenic",
            when: .all([.fever, .isConditioned, .neutropenia, .product([LabelledProduct.tisaCel])]),
            source: .kymriah2018),
    ]
}
