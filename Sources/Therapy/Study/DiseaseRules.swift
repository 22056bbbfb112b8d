/// What a tumour burden means for the patient: when it is seen, when it ends a therapy, when it kills. Values of the
/// disease, as data.
public struct DiseaseRules: Codable, Sendable, Equatable {
    /// Viable tumour, mL, that imaging or morphology just sees. Below it the response is complete.
    public var detectable: SourcedValue
    /// Viable tumour, mL, that the most sensitive test used sees (minimal residual disease); nil if not tested.
    public var residual: SourcedValue?
    /// Tumour, mL, at which a patient is no longer fit to go on to infusion.
    public var unfit: SourcedValue
    /// Tumour, mL, at which a patient dies of it.
    public var lethal: SourcedValue
    /// Growth under the therapies that follow progression, as a share of the untreated growth.
    public var growthAfterProgression: SourcedValue
    /// Share of progressing patients whom the next therapy saves (for example by transplantation).
    public var salvaged: SourcedValue
    /// Hazard of infection, as a factor of what `Evidence/course.yaml` gives for all diseases.
    public var infections: SourcedValue
}
