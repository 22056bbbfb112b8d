/// What a laboratory measures here, each with its canonical unit (UCUM).
public enum Analyte: String, Codable, Sendable, CaseIterable {
    /// CAR-T cells in blood, {cells}/uL, by flow cytometry
    case carT
    /// B cells in blood, {cells}/uL
    case bCells
    /// Interleukin-6 in serum, pg/mL (total, as assays report it)
    case interleukin6
    /// C-reactive protein, mg/L
    case crp
    /// Ferritin, ng/mL
    case ferritin
    /// Interferon gamma, pg/mL
    case interferonGamma
    /// Immunoglobulin G, g/L
    case immunoglobulinG
    /// Neutrophils, 10*9/L
    case neutrophils
    /// Platelets, 10*9/L
    case platelets
    /// Lymphocytes, 10*9/L
    case lymphocytes
    /// Haemoglobin, g/dL
    case haemoglobin
    /// Creatinine, mg/dL
    case creatinine
    /// Lactate dehydrogenase, U/L
    case ldh
    /// Serum M-protein, g/L
    case mProtein
    /// White blood cells, 10*9/L
    case leukocytes
    /// CD4+ T cells, 10*6/L
    case cd4
    /// CD3+ T cells, 10*6/L
    case cd3
    /// Fibrinogen, g/L
    case fibrinogen
    /// D-dimer, mg/L (fibrinogen-equivalent units)
    case dDimer
    /// Triglycerides, mmol/L
    case triglycerides
    /// Alanine aminotransferase, U/L
    case alt
    /// Aspartate aminotransferase, U/L
    case ast
    /// Total bilirubin, mg/dL
    case bilirubin
    /// Potassium, mmol/L
    case potassium
    /// Phosphate, mmol/L
    case phosphate
    /// Uric acid, mg/dL
    case uricAcid

    /// Canonical unit, UCUM.
    public var unit: String {
        switch self {
        case .carT, .bCells: "{cells}/uL"
        case .interleukin6, .interferonGamma: "pg/mL"
        case .crp: "mg/L"
        case .ferritin: "ng/mL"
        case .immunoglobulinG, .mProtein, .fibrinogen: "g/L"
        case .neutrophils, .platelets, .lymphocytes, .leukocytes: "10*9/L"
        case .haemoglobin: "g/dL"
        case .creatinine, .bilirubin, .uricAcid: "mg/dL"
        case .ldh, .alt, .ast: "U/L"
        case .cd3, .cd4: "10*6/L"
        case .dDimer: "mg/L"
        case .triglycerides, .potassium, .phosphate: "mmol/L"
        }
    }
}

/// A laboratory result, in the analyte's canonical unit.
public struct LabResult: Codable, Sendable, Equatable {
    /// What was measured.
    public var analyte: Analyte
    /// The value, in `analyte.unit`.
    public var value: Double
    /// Whether the value is a limit of detection that the true value is below.
    public var belowDetection: Bool
    /// The laboratory's own lower limit of normal, in `analyte.unit`.
    public var lowerLimit: Double?
    /// The laboratory's own upper limit of normal, in `analyte.unit`.
    public var upperLimit: Double?

    /// Makes a result.
    public init(
        _ analyte: Analyte, _ value: Double, belowDetection: Bool = false, lowerLimit: Double? = nil,
        upperLimit: Double? = nil
    ) {
        self.analyte = analyte
        self.value = value
        self.belowDetection = belowDetection
        self.lowerLimit = lowerLimit
        self.upperLimit = upperLimit
    }
}
