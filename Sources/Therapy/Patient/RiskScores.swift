import Care

/// Scores that come out of a patient's covariates before lymphodepletion; the rules are those of `Care`.
extension VirtualPatient {
    /// Serum creatinine, mg/dL, that goes with the clearance: Cockcroft and Gault 1976 turned round, for adults; the
    /// clearance is per 1.73 m² and the weight the patient's own.
    public var creatinine: Double {
        let absolute = creatinineClearance * bodySurface / 1.73
        return CreatinineClearance.creatinine(age: min(age, 110), sex: sex, weight: weight, clearance: absolute)
    }

    /// EASIX: LDH (U/L) · creatinine (mg/dL) / platelets (10⁹/L) (Pennisi 2021, Korell 2022).
    public var easix: Double { EASIX.standard(ldh: ldh, creatinine: creatinine, platelets: platelets) }

    /// m-EASIX: LDH (U/L) · CRP (mg/dL) / platelets (10⁹/L) (Pennisi 2021).
    public var modifiedEasix: Double { EASIX.modified(ldh: ldh, crp: crp, platelets: platelets) }

    /// CAR-HEMATOTOX, 0 to 7; high from 2 (Rejeski 2021, Blood 138:2499; the table of points from a secondary source).
    public var carHematotox: Int {
        CARHematotox.points(
            platelets: platelets, neutrophils: neutrophils, haemoglobin: haemoglobin, crp: crp, ferritin: ferritin)
    }
}
