import Care

extension Analyte {
    /// LOINC codes: the first is written, all are read. None was found for CAR-T cells or interferon gamma.
    var loinc: [StandardCode] {
        switch self {
        case .carT, .interferonGamma: []
        case .bCells: [.loinc("8116-6", "CD19 cells [#/volume] in Blood", .unverified)]
        case .interleukin6: [.loinc("26881-3", "Interleukin 6 [Mass/volume] in Serum or Plasma")]
        case .crp: [.loinc("1988-5", "C reactive protein [Mass/volume] in Serum or Plasma")]
        case .ferritin: [.loinc("2276-4", "Ferritin [Mass/volume] in Serum or Plasma")]
        case .immunoglobulinG: [.loinc("2465-3", "IgG [Mass/volume] in Serum or Plasma")]
        case .neutrophils:
            [
                .loinc("26499-4", "Neutrophils [#/volume] in Blood"),
                .loinc("751-8", "Neutrophils [#/volume] in Blood by Automated count"),
            ]
        case .platelets:
            [
                .loinc("26515-7", "Platelets [#/volume] in Blood"),
                .loinc("777-3", "Platelets [#/volume] in Blood by Automated count"),
            ]
        case .lymphocytes:
            [
                .loinc("26474-7", "Lymphocytes [#/volume] in Blood"),
                .loinc("731-0", "Lymphocytes [#/volume] in Blood by Automated count"),
            ]
        case .haemoglobin: [.loinc("718-7", "Hemoglobin [Mass/volume] in Blood")]
        case .creatinine:
            [
                .loinc("2160-0", "Creatinine [Mass/volume] in Serum or Plasma"),
                .loinc("14682-9", "Creatinine [Moles/volume] in Serum or Plasma", .unverified),
            ]
        case .ldh: [.loinc("2532-0", "Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma")]
        case .mProtein: [.loinc("33358-3", "Protein.monoclonal [Mass/volume] in Serum or Plasma", .unverified)]
        case .leukocytes:
            [
                .loinc("26464-8", "Leukocytes [#/volume] in Blood"),
                .loinc("6690-2", "Leukocytes [#/volume] in Blood by Automated count", .unverified),
            ]
        case .cd4: [.loinc("24467-3", "CD3+CD4+ (T4 helper) cells [#/volume] in Blood")]
        case .cd3: [.loinc("8122-4", "CD3 cells [#/volume] in Blood", .unverified)]
        case .fibrinogen: [.loinc("3255-7", "Fibrinogen [Mass/volume] in Platelet poor plasma", .unverified)]
        case .dDimer: [.loinc("48065-7", "Fibrin D-dimer FEU [Mass/volume] in Platelet poor plasma", .unverified)]
        case .triglycerides:
            [
                .loinc("14927-8", "Triglyceride [Moles/volume] in Serum or Plasma", .unverified),
                .loinc("2571-8", "Triglyceride [Mass/volume] in Serum or Plasma", .unverified),
            ]
        case .alt:
            [.loinc("1742-6", "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma", .unverified)]
        case .ast:
            [.loinc("1920-8", "Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma", .unverified)]
        case .bilirubin: [.loinc("1975-2", "Bilirubin.total [Mass/volume] in Serum or Plasma")]
        case .potassium: [.loinc("2823-3", "Potassium [Moles/volume] in Serum or Plasma", .unverified)]
        case .phosphate:
            [
                .loinc("14879-1", "Phosphate [Moles/volume] in Serum or Plasma", .unverified),
                .loinc("2777-1", "Phosphate [Mass/volume] in Serum or Plasma", .unverified),
            ]
        case .uricAcid: [.loinc("3084-1", "Urate [Mass/volume] in Serum or Plasma", .unverified)]
        }
    }

    /// Molar mass, g/mol, where laboratories report moles and masses alike; nil where the two are never interchanged.
    /// Rounded atomic weights (IUPAC): creatinine C4H7N3O, bilirubin C33H36N4O6, urate as uric acid C5H4N4O3, phosphate
    /// as phosphorus, triglycerides as triolein C57H104O6 (the laboratories' convention).
    var molarMass: Double? {
        switch self {
        case .creatinine: 113.12
        case .bilirubin: 584.67
        case .uricAcid: 168.11
        case .phosphate: 30.974
        case .triglycerides: 885.4
        case .potassium: 39.098
        default: nil
        }
    }
}
