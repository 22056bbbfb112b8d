import Care

/// A patient as referred: what a referral letter and the first blood count would say, and what nobody can see yet
/// (the fitness of the T cells).
public struct VirtualPatient: Sendable, Equatable {
    /// Index within the cohort, from 0.
    public var index: Int
    /// Patients who were referred for this place and did not meet the inclusion criteria.
    public var screenFailures: Int
    /// Age, a.
    public var age: Double
    /// Sex.
    public var sex: Sex
    /// Body weight, kg.
    public var weight: Double
    /// Height, cm.
    public var height: Double
    /// Lines of systemic therapy so far.
    public var priorLines: Int
    /// ECOG performance status.
    public var ecog: Int
    /// Tumour burden at enrolment, mL (1 mL = 10⁹ cells).
    public var burden: Double
    /// Lactate dehydrogenase, U/L.
    public var ldh: Double
    /// Creatinine clearance, mL/min/1.73 m².
    public var creatinineClearance: Double
    /// Lymphocytes, 10⁹/L.
    public var lymphocytes: Double
    /// CD3+ cells, 10⁹/L.
    public var cd3: Double
    /// Neutrophils, 10⁹/L.
    public var neutrophils: Double
    /// Platelets, 10⁹/L.
    public var platelets: Double
    /// Haemoglobin, g/dL.
    public var haemoglobin: Double
    /// C-reactive protein, mg/L.
    public var crp: Double
    /// Ferritin, ng/mL.
    public var ferritin: Double
    /// IgG, g/L.
    public var immunoglobulinG: Double
    /// Standard normal score of T-cell fitness: growth in culture and in the body rise with it.
    public var fitnessScore: Double

    /// Body surface area, m² (Mosteller 1987: √(height·weight/3600)).
    public var bodySurface: Double { BodySurfaceArea.mosteller(height: height, weight: weight) }

    /// Total blood volume, L: Nadler 1962 for adults, 75 mL/kg below 18 years (the usual apheresis rule; assumed).
    public var bloodVolume: Double {
        guard age >= 18 else { return 0.075 * weight }
        let metres = height / 100
        let cubed = metres * metres * metres
        return sex == .male
            ? 0.3669 * cubed + 0.03219 * weight + 0.6041
            : 0.3561 * cubed + 0.03308 * weight + 0.1833
    }
}

extension VirtualPatient {
    /// The value that a criterion looks at.
    func value(of quantity: Criterion.Quantity) -> Double {
        switch quantity {
        case .age: age
        case .ecog: Double(ecog)
        case .priorLines: Double(priorLines)
        case .creatinineClearance: creatinineClearance
        case .lymphocytes: lymphocytes
        case .neutrophils: neutrophils
        case .platelets: platelets
        case .haemoglobin: haemoglobin
        }
    }
}
