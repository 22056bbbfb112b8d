/// What a PET-CT shows, for the Lugano classification. Nil is unknown. The size of a residual mass does not matter on PET.
public struct LuganoPET: Sendable, Equatable {
    /// Uptake compared with another scan's.
    public enum Change: String, Sendable, Equatable, CaseIterable {
        /// From best to worst
        case reduced, unchanged, increased
    }
    /// Uptake in the marrow.
    public enum Marrow: String, Sendable, Equatable, CaseIterable {
        /// As in normal marrow; above it but less than at baseline; as at baseline; new or again. From best to worst
        case normal, reduced, unchanged, newOrRecurrent
    }

    /// When.
    public var at: Instant
    /// The worst score of all sites that were involved.
    public var deauville: DeauvilleScore?
    /// Their uptake compared with the scan before treatment.
    public var uptake: Change?
    /// Whether there are new foci that fit lymphoma rather than infection or inflammation.
    public var newFoci: Bool?
    /// Marrow.
    public var marrow: Marrow?

    /// Makes a scan; what is not given is unknown.
    public init(
        at instant: Instant, deauville: DeauvilleScore? = nil, uptake: Change? = nil, newFoci: Bool? = nil,
        marrow: Marrow? = nil
    ) {
        at = instant
        self.deauville = deauville
        self.uptake = uptake
        self.newFoci = newFoci
        self.marrow = marrow
    }

    /// The metabolic response.
    public var response: Assessment<LuganoResponse> {
        var ceilings = ResponseCeilings<LuganoResponse>(at: at, source: LuganoResponse.source)
        sites(&ceilings)
        switch newFoci {
        case true?: ceilings.found("new foci of uptake", "new sites of lymphoma", allows: .progressive)
        case false?: ceilings.found("new foci of uptake", "none", allows: .complete)
        case nil: ceilings.lacks("new foci of uptake", allows: .notEvaluable)
        }
        switch marrow {
        case .normal?: ceilings.found("marrow", "no uptake of lymphoma", allows: .complete)
        case .reduced?: ceilings.found("marrow", "above normal, less than at baseline", allows: .partial)
        case .unchanged?: ceilings.found("marrow", "as at baseline", allows: .stable)
        case .newOrRecurrent?: ceilings.found("marrow", "new or recurrent uptake", allows: .progressive)
        case nil: ceilings.lacks("uptake in the marrow", allows: .partial)
        }
        return ceilings.assessment
    }

    private func sites(_ ceilings: inout ResponseCeilings<LuganoResponse>) {
        guard let deauville else { return ceilings.lacks("Deauville score", allows: .notEvaluable) }
        let score = "Deauville \(deauville.rawValue)"
        guard deauville.rawValue >= 4 else {
            return ceilings.found(score, "1, 2 or 3, with or without a residual mass", allows: .complete)
        }
        switch uptake {
        case .reduced?: ceilings.found(score, "4 or 5 with less uptake than at baseline", allows: .partial)
        case .unchanged?: ceilings.found(score, "4 or 5 with uptake as at baseline", allows: .stable)
        case .increased?: ceilings.found(score, "4 or 5 with more uptake than at baseline", allows: .progressive)
        case nil:
            ceilings.found(score, "4 or 5", allows: .partial)
            ceilings.lacks("uptake compared with baseline", allows: .notEvaluable)
        }
    }
}
