/// What is found of an acute lymphoblastic leukaemia at one time. Nil is unknown.
public struct LeukaemiaFindings: Sendable, Equatable {
    /// Leukaemia outside of blood and marrow (nervous system, testes, masses).
    public enum Extramedullary: String, Sendable, Equatable, CaseIterable {
        /// None; as before; new or again. From best to worst
        case none, persisting, newOrRecurrent
    }

    /// When.
    public var at: Instant
    /// Blasts in the marrow, %.
    public var marrowBlasts: Double?
    /// The lowest share since the baseline, baseline included, %.
    public var lowestMarrowBlasts: Double?
    /// Whether there are blasts in the blood.
    public var circulatingBlasts: Bool?
    /// Outside of blood and marrow.
    public var extramedullary: Extramedullary?
    /// Neutrophils, 10⁹/L.
    public var neutrophils: Double?
    /// Platelets, 10⁹/L.
    public var platelets: Double?
    /// Whether platelets were transfused in the last 7 days: a count that was transfused has not recovered.
    public var transfused: Bool?
    /// Whether there was a remission before.
    public var wasInRemission: Bool
    /// The last test for residual disease.
    public var residual: ResidualDiseaseTest?

    /// Makes a set; what is not given is unknown.
    public init(
        at instant: Instant, marrowBlasts: Double? = nil, lowestMarrowBlasts: Double? = nil,
        circulatingBlasts: Bool? = nil, extramedullary: Extramedullary? = nil, neutrophils: Double? = nil,
        platelets: Double? = nil, transfused: Bool? = nil, wasInRemission: Bool, residual: ResidualDiseaseTest? = nil
    ) {
        at = instant
        self.marrowBlasts = marrowBlasts
        self.lowestMarrowBlasts = lowestMarrowBlasts
        self.circulatingBlasts = circulatingBlasts
        self.extramedullary = extramedullary
        self.neutrophils = neutrophils
        self.platelets = platelets
        self.transfused = transfused
        self.wasInRemission = wasInRemission
        self.residual = residual
    }

    /// Residual disease, negative only if the test reaches 1 in 10,000 cells.
    public var residualDisease: Assessment<ResidualDisease> {
        ResidualDisease.status(of: residual, at: ResidualDisease.leukaemiaLevel)
    }

    /// The response. Residual disease is told beside it and does not change it.
    public var response: Assessment<LeukaemiaResponse> {
        var ceilings = ResponseCeilings<LeukaemiaResponse>(at: at, source: LeukaemiaResponse.source)
        let again: LeukaemiaResponse = wasInRemission ? .progressive : .noResponse
        judgeMarrow(&ceilings, again)
        switch circulatingBlasts {
        case true?: ceilings.found("blasts in the blood", wasInRemission ? "after a remission" : "some", allows: again)
        case false?: ceilings.found("blasts in the blood", "none", allows: .complete)
        case nil: ceilings.lacks("blasts in the blood", allows: .notEvaluable)
        }
        switch extramedullary {
        case LeukaemiaFindings.Extramedullary.none?:
            ceilings.found("disease outside of the marrow", "none", allows: .complete)
        case .persisting?: ceilings.found("disease outside of the marrow", "persisting", allows: again)
        case .newOrRecurrent?: ceilings.found("disease outside of the marrow", "new or again", allows: .progressive)
        case nil: ceilings.lacks("disease outside of the marrow", allows: .notEvaluable)
        }
        judge(
            "neutrophils", neutrophils, from: LeukaemiaResponse.recoveredNeutrophils,
            partlyAbove: LeukaemiaResponse.partlyRecoveredNeutrophils, &ceilings)
        judge(
            "platelets", platelets, from: LeukaemiaResponse.recoveredPlatelets,
            partlyAbove: LeukaemiaResponse.partlyRecoveredPlatelets, &ceilings)
        switch transfused {
        case true?: ceilings.found("platelets transfused", "within 7 days", allows: .incompleteRecovery)
        case false?: ceilings.found("platelets transfused", "not within 7 days", allows: .complete)
        case nil: ceilings.lacks("platelet transfusions", allows: .incompleteRecovery)
        }
        return ceilings.assessment
    }

    private func judgeMarrow(
        _ ceilings: inout ResponseCeilings<LeukaemiaResponse>, _ again: LeukaemiaResponse
    ) {
        guard let blasts = marrowBlasts.possible, blasts <= 100 else {
            return ceilings.lacks("blasts in the marrow", allows: .notEvaluable)
        }
        let finding = "blasts \(blasts.short) % of the marrow"
        if blasts < LeukaemiaResponse.remissionBlasts {
            ceilings.found(finding, "below 5 %", allows: .complete)
        } else if wasInRemission {
            ceilings.found(finding, "5 % or more after a remission", allows: again)
        } else if let least = lowestMarrowBlasts.possible, blasts >= LeukaemiaResponse.progression * least {
            ceilings.found("\(finding), \(least.short) at the lowest", "up by 25 % or more", allows: .progressive)
        } else {
            ceilings.found(finding, "5 % or more", allows: .noResponse)
            if lowestMarrowBlasts.possible == nil {
                ceilings.lacks("blasts in the marrow before", allows: .notEvaluable)
            }
        }
    }

    private func judge(
        _ name: String, _ count: Double?, from recovered: Double, partlyAbove part: Double,
        _ ceilings: inout ResponseCeilings<LeukaemiaResponse>
    ) {
        guard let count = count.possible else { return ceilings.lacks(name, allows: .incompleteRecovery) }
        let finding = "\(name) \(count.short) x 10⁹/L"
        if count >= recovered {
            ceilings.found(finding, "\(recovered.short) or more", allows: .complete)
        } else if count > part {
            ceilings.found(finding, "above \(part.short)", allows: .partialRecovery)
        } else {
            ceilings.found(finding, "\(part.short) or less", allows: .incompleteRecovery)
        }
    }
}
