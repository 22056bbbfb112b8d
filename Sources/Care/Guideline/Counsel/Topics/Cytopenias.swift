/// Growth factors, thrombopoietin agonists, the stem-cell boost, and looking for the cause.
extension CounselRow {
    private static let filgrastim = Dosing.perKilogram(
        .init(
            drug: "filgrastim", known: .filgrastim, unit: "ug", route: .subcutaneous, every: 24,
            course: "until neutrophils are back at 1.0 × 10⁹/L (end assumed)"), 5, cap: nil)

    static let cytopenias: [CounselRow] = [
        CounselRow(
            .growthFactor, .ehaEbmt2023, .give, .today,
            "G-CSF for severe neutropenia, with or without infection", when: .all([.isInfused, .neutropenia]),
            dosing: filgrastim,
            changes: [
                "if there is no answer: consider a higher dose",
                "no more severe CRS or ICANS, no harm to expansion was seen with it",
            ], source: .icaht),
        CounselRow(
            .growthFactor, .ehaEbmt2023, .consider, .today, "G-CSF from day 2 as prophylaxis in patients at high risk",
            when: .all([.days(2, until: 30), .holds(.highHaematotoxicityRisk)]), dosing: filgrastim, source: .icaht),
        CounselRow(
            .growthFactor, .ash, .give, .today, "G-CSF strongly recommended, especially if prolonged",
            when: .all([.isInfused, .neutropenia]), dosing: filgrastim,
            changes: ["caution in active or likely CRS", "another ASH table considers it only beyond day 14"],
            source: .ash),
        CounselRow(
            .growthFactor, .ash, .consider, .today, "consider G-CSF", dosing: filgrastim,
            below: 1.0, changes: ["caution in active or likely CRS"], source: .ash),
        CounselRow(
            .growthFactor, .asco2021, .consider, .today, "G-CSF may be considered if neutropenic",
            when: .all([.isInfused, .crsAtLeast(1), .neutropenia]), dosing: filgrastim, source: .asco),
        CounselRow(
            .gmCSF, .asco2021, .avoid, .today, "no GM-CSF (sargramostim)", when: .all([.isInfused, .neutropenia]),
            source: .asco),
        CounselRow(
            .thrombopoietinAgonist, .ash, .consider, .plan,
            "thrombopoietin agonist: severe thrombocytopenia beyond day 30 with high transfusion needs",
            when: .all([
                .above(.day, 30, "beyond day 30"), .below(.platelets, 20, "severe (threshold of T-ICAHT)"),
                .holds(.transfusionDependent),
            ]),
            dosing: .fixed(
                .init(drug: "eltrombopag", route: .oral, every: 24, course: "by platelets (dose from memory)"), 50),
            alternatives: ["romiplostim"], .offLabel, source: .ash),
        CounselRow(
            .stemCellBoost, .ehaEbmt2023, .consider, .plan,
            "infuse stored CD34 cells: haematotoxicity of grade 3 or more that G-CSF does not end",
            when: .all([
                .atLeast(.day, 14, "from day 14 (trigger from memory)"), .atMost(.neutrophils, 0.5, "still severe"),
                .any([
                    .atLeast(.icahtGrade, 3, "EHA/EBMT 2023"),
                    .atLeast(.daysOfNeutropenia, 14, "early ICAHT of grade 3"),
                ]),
                .holds(.growthFactorRefractory), .holds(.storedStemCells),
            ]),
            alternatives: ["donor cells or an allogeneic transplant where none are stored and it does not recover"],
            changes: ["active infection: first treat it"], .offLabel, source: .icahtMemory),
        CounselRow(
            .marrowExamination, .ehaEbmt2023, .give, .plan,
            "marrow aspirate and biopsy; ferritin (IEC-HS), viruses (CMV, HHV-6, parvovirus B19), vitamin B12, folate, "
                + "drugs; think of progression and of a second neoplasm",
            when: .all([
                .isInfused,
                .any([
                    .recorded(.atLeast(.icahtGrade, 3, "EHA/EBMT 2023")),
                    .all([.above(.day, 30, "late"), .atMost(.neutrophils, 0.5, "late ICAHT of grade 3")]),
                    .all([.above(.day, 30, "late"), .below(.platelets, 20, "late T-ICAHT of grade 3")]),
                ]),
            ]), source: .icahtMemory),
    ]

    /// A row that holds below this neutrophil count.
    private init(
        _ question: CounselQuestion, _ authority: Authority, _ stance: CounselStance, _ urgency: CounselUrgency,
        _ action: String, dosing: Dosing, below limit: Double, changes: [String], source: Citation
    ) {
        self.init(
            question, authority, stance, urgency, action,
            when: .all([.isInfused, .below(.neutrophils, limit, "neutropenia")]), dosing: dosing, changes: changes,
            source: source)
    }
}
