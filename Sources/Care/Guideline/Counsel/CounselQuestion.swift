/// The questions that are answered, one row of a comparison each.
public enum CounselQuestion: String, Codable, Sendable, CaseIterable {
    /// CRS
    case antipyretic, tocilizumab, corticosteroidForCRS, fluidsAndOxygen, intensiveCareForCRS, workupOfCRS
    /// CRS that tocilizumab did not end
    case siltuximab, anakinraForCRS, otherForCRS
    /// Infection behind the fever
    case culturesForFever, antibioticsForFever
    /// ICANS
    case supportForICANS, workupOfICANS, corticosteroidForICANS, intensiveCareForICANS
    /// ICANS that a corticosteroid did not end
    case anakinraForICANS, pulseForICANS, siltuximabForICANS, intrathecalForICANS, otherForICANS
    /// Seizures and raised pressure
    case seizureProphylaxis, seizureTreatment, statusEpilepticus, raisedPressure
    /// IEC-HS
    case workupOfIECHS, anakinraForIECHS, corticosteroidForIECHS, ruxolitinibForIECHS, emapalumabForIECHS,
        etoposideForIECHS, fibrinogenReplacement
    /// Cytopenias
    case growthFactor, gmCSF, thrombopoietinAgonist, stemCellBoost, marrowExamination
    /// Blood products
    case redCells, plateletTransfusion, irradiatedBlood
    /// Immunity
    case immunoglobulin, herpesProphylaxis, pneumocystisProphylaxis, antibacterialProphylaxis, yeastProphylaxis,
        mouldProphylaxis, hepatitisB, cytomegalovirus, inactivatedVaccines, revaccination, liveVaccines
    /// Lysis, life
    case tumourLysis, uricAcidLowering, driving, proximity

    /// As asked at the bedside.
    public var words: String {
        switch self {
        case .antipyretic: "Antipyretic?"
        case .tocilizumab: "Tocilizumab now?"
        case .corticosteroidForCRS: "Corticosteroid for CRS?"
        case .fluidsAndOxygen: "Fluids, vasopressor, oxygen?"
        case .intensiveCareForCRS: "Intensive care for CRS?"
        case .workupOfCRS: "What to measure in CRS?"
        case .siltuximab: "Siltuximab for CRS that tocilizumab did not end?"
        case .anakinraForCRS: "Anakinra for CRS that tocilizumab did not end?"
        case .otherForCRS: "Other drugs for refractory CRS?"
        case .culturesForFever: "Cultures for fever?"
        case .antibioticsForFever: "Antibiotics for fever?"
        case .supportForICANS: "Supportive care for ICANS?"
        case .workupOfICANS: "What to examine in ICANS?"
        case .corticosteroidForICANS: "Corticosteroid for ICANS?"
        case .intensiveCareForICANS: "Intensive care for ICANS?"
        case .anakinraForICANS: "Anakinra for ICANS that a corticosteroid did not end?"
        case .pulseForICANS: "High-dose methylprednisolone for refractory ICANS?"
        case .siltuximabForICANS: "Siltuximab for refractory ICANS?"
        case .intrathecalForICANS: "Intrathecal therapy for refractory ICANS?"
        case .otherForICANS: "Other drugs for refractory ICANS?"
        case .seizureProphylaxis: "Prevention of seizures?"
        case .seizureTreatment: "Treatment of a seizure?"
        case .statusEpilepticus: "Status epilepticus?"
        case .raisedPressure: "Raised intracranial pressure?"
        case .workupOfIECHS: "Is it IEC-HS?"
        case .anakinraForIECHS: "Anakinra for IEC-HS?"
        case .corticosteroidForIECHS: "Corticosteroid for IEC-HS?"
        case .ruxolitinibForIECHS: "Ruxolitinib for IEC-HS?"
        case .emapalumabForIECHS: "Emapalumab for IEC-HS?"
        case .etoposideForIECHS: "Etoposide for IEC-HS?"
        case .fibrinogenReplacement: "Replace fibrinogen?"
        case .growthFactor: "G-CSF?"
        case .gmCSF: "GM-CSF?"
        case .thrombopoietinAgonist: "Thrombopoietin agonist?"
        case .stemCellBoost: "Stem-cell boost?"
        case .marrowExamination: "Look for the cause of cytopenia?"
        case .redCells: "Red cells?"
        case .plateletTransfusion: "Platelets?"
        case .irradiatedBlood: "Irradiated blood products?"
        case .immunoglobulin: "Immunoglobulin?"
        case .herpesProphylaxis: "Aciclovir?"
        case .pneumocystisProphylaxis: "Co-trimoxazole?"
        case .antibacterialProphylaxis: "Levofloxacin?"
        case .yeastProphylaxis: "Fluconazole?"
        case .mouldProphylaxis: "Mould-active azole?"
        case .hepatitisB: "Hepatitis B prophylaxis?"
        case .cytomegalovirus: "Cytomegalovirus?"
        case .inactivatedVaccines: "Influenza and COVID-19 vaccines?"
        case .revaccination: "Other inactivated vaccines?"
        case .liveVaccines: "Live vaccines?"
        case .tumourLysis: "Tumour lysis?"
        case .uricAcidLowering: "Lower uric acid?"
        case .driving: "Driving?"
        case .proximity: "Stay near the centre?"
        }
    }
}
