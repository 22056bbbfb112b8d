import Care

/// Scores that come out of a patient's covariates before lymphodepletion.
extension VirtualPatient {
    /// Serum creatinine, mg/dL, that goes with the clearance: Cockcroft and Gault 1976 turned round, for adults; the
    /// clearance is per 1.73 m² and the weight the patient's own.
    public var creatinine: Double {
        let absolute = creatinineClearance * bodySurface / 1.73
        return (140 - min(age, 110)) * weight / (72 * absolute) * (sex == .female ? 0.85 : 1)
    }

    /// EASIX: LDH (U/L) · creatinine (mg/dL) / platelets (10⁹/L) (Pennisi 2021, Korell 2022).
    public var easix: Double { ldh * creatinine / platelets }

    /// m-EASIX: LDH (U/L) · CRP (mg/dL) / platelets (10⁹/L) (Pennisi 2021).
    public var modifiedEasix: Double { ldh * crp / 10 / platelets }

    /// CAR-HEMATOTOX, 0 to 7; high from 2 (Rejeski 2021, Blood 138:2499; the table of points from a secondary source).
    public var carHematotox: Int {
        var points = platelets < 75 ? 2 : platelets <= 175 ? 1 : 0
        points += neutrophils <= 1.2 ? 1 : 0
        points += haemoglobin <= 9 ? 1 : 0
        points += crp >= 30 ? 1 : 0
        points += ferritin > 2000 ? 2 : ferritin >= 650 ? 1 : 0
        return points
    }
}
