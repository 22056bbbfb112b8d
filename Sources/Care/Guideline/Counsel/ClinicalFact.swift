/// A yes or no that a recommendation can hang on. What nobody recorded is unknown.
public enum ClinicalFact: String, Codable, Sendable, CaseIterable {
    /// Seizure, prolonged seizure and oedema, as last assessed
    case seizure, prolongedSeizure, cerebralOedema, diffuseOedema
    /// A corticosteroid is ordered
    case onCorticosteroid
    /// Serious, persistent or recurrent infections; active bleeding
    case seriousInfections, activeBleeding
    /// Neutrophils do not answer to growth factor; stem cells are stored; platelets or red cells are transfused again
    /// and again
    case growthFactorRefractory, storedStemCells, transfusionDependent
    /// High risk of haematotoxicity (CAR-HEMATOTOX 2 or more)
    case highHaematotoxicityRisk
    /// Hepatitis B surface antigen, core antibody or DNA found
    case hepatitisB
    /// Earlier stem-cell transplant; earlier mould infection; severe mucositis; carrier of resistant bacteria
    case priorTransplant, priorMould, severeMucositis, resistantBacteria
    /// Earlier seizures, disease of the central nervous system, or a concerning EEG
    case seizureRisk
    /// A product was ordered or cells were collected
    case leukapheresisPlanned
    /// High burden of a disease that lyses (leukaemia, CLL, bulky lymphoma)
    case highTumourBurden

    /// Name for people.
    public var words: String {
        switch self {
        case .seizure: "seizure"
        case .prolongedSeizure: "seizure of more than 5 minutes, or repetitive"
        case .cerebralOedema: "cerebral oedema or raised pressure"
        case .diffuseOedema: "diffuse cerebral oedema or raised pressure"
        case .onCorticosteroid: "corticosteroid ordered"
        case .seriousInfections: "serious, persistent or recurrent infections"
        case .activeBleeding: "active bleeding"
        case .growthFactorRefractory: "neutropenia refractory to G-CSF"
        case .storedStemCells: "stored stem cells"
        case .transfusionDependent: "transfused again and again"
        case .highHaematotoxicityRisk: "high risk of haematotoxicity (CAR-HEMATOTOX 2 or more)"
        case .hepatitisB: "hepatitis B marker (HBsAg, core antibody or DNA)"
        case .priorTransplant: "earlier stem-cell transplant"
        case .priorMould: "earlier mould infection"
        case .severeMucositis: "mucositis of grade 3 or more"
        case .resistantBacteria: "carrier of resistant bacteria"
        case .seizureRisk: "earlier seizures, CNS disease or a concerning EEG"
        case .leukapheresisPlanned: "product ordered or cells collected"
        case .highTumourBurden: "high burden of a disease that lyses"
        }
    }
}
