import Care

/// Response by the criteria of the disease, from what an assessment measures.
///
/// - Lugano 2014 (lymphoma): complete when no viable tumour is seen; partial at a fall of half or more of the burden
///   (sum of product diameters); progression at a rise of half or more over the nadir.
/// - B-ALL as in ELIANA (NCCN): complete at blasts below 5 % with neutrophils ≥ 1.0 and platelets ≥ 100 × 10⁹/L, else
///   complete with incomplete recovery; relapse when blasts are 5 % or more again.
/// - IMWG 2016 (myeloma): on the M-protein, or on free light chains where there is too little M-protein to measure; see
///   `MyelomaMarkers`.
///
/// The thresholds of leukaemia and myeloma are those of `Care`; a simulated tumour has one volume where `Care` asks for
/// lesions, marrow and blood, so the categories are judged here. What burden a test sees is data of the study.
struct ResponseJudge: Sendable {
    /// Marrow mass that turns a burden in mL into a share of blasts: 10¹² marrow cells, 1 mL = 10⁹ cells.
    static let marrowMillilitres = 1000.0

    let criteria: ResponseRule.Criteria
    /// Seen by imaging or morphology, mL.
    let detectable: Double
    /// Seen by the residual-disease test, mL; nil if not tested.
    let residual: Double?
    /// Burden measured before lymphodepletion, mL.
    let baseline: Double
    /// Myeloma markers before lymphodepletion.
    let baselineMarkers: MyelomaMarkers
    /// Lowest burden measured so far, mL.
    private(set) var nadir: Double
    /// Lowest myeloma markers so far.
    private(set) var nadirMarkers: MyelomaMarkers
    /// Best response so far.
    private(set) var best: Response?

    init(
        criteria: ResponseRule.Criteria, detectable: Double, residual: Double?, baseline: Double,
        baselineMarkers: MyelomaMarkers = .absent
    ) {
        self.criteria = criteria
        self.detectable = detectable
        self.residual = residual
        self.baseline = baseline
        self.baselineMarkers = baselineMarkers
        nadir = baseline
        nadirMarkers = baselineMarkers
    }

    /// Judges one assessment and remembers it.
    /// - Parameters:
    ///   - burden: viable tumour measured, mL.
    ///   - markers: M-protein and free light chains (myeloma).
    ///   - neutrophils: 10⁹/L.
    ///   - platelets: 10⁹/L.
    mutating func assess(
        burden: Double, markers: MyelomaMarkers = .absent, neutrophils: Double, platelets: Double
    ) -> ResponseAssessment {
        let response =
            switch criteria {
            case .lugano: lugano(burden)
            case .leukaemia: leukaemia(burden, neutrophils: neutrophils, platelets: platelets)
            case .imwg: myeloma(burden, markers)
            }
        nadir = min(nadir, burden)
        nadirMarkers = nadirMarkers.lowest(with: markers)
        if response != .progressive, best.map({ response.isBetter(than: $0) }) ?? true { best = response }
        return ResponseAssessment(
            response: response, criteria: criteria.title,
            burdenRatio: baseline > 0 ? burden / baseline : 0,
            residualDisease: residual.map { burden >= $0 })
    }

    private func lugano(_ burden: Double) -> Response {
        if burden < detectable { return .complete }
        if burden >= 1.5 * max(nadir, detectable) { return .progressive }
        return burden <= 0.5 * baseline ? .partial : .stable
    }

    private func leukaemia(_ burden: Double, neutrophils: Double, platelets: Double) -> Response {
        let blasts = burden / Self.marrowMillilitres
        if blasts < LeukaemiaResponse.remissionBlasts / 100 {
            return neutrophils >= LeukaemiaResponse.recoveredNeutrophils
                && platelets >= LeukaemiaResponse.recoveredPlatelets ? .complete : .completeIncompleteRecovery
        }
        let responded = best?.isComplete ?? false
        return responded || burden >= LeukaemiaResponse.progression * max(nadir, baseline) ? .progressive : .stable
    }

    private func myeloma(_ burden: Double, _ markers: MyelomaMarkers) -> Response {
        if markers.showsProgression(from: nadirMarkers) { return .progressive }
        if markers.isImmunofixationNegative, burden < detectable,
            baselineMarkers.hasMeasurableMProtein || markers.hasNormalRatio
        {
            // Clonal cells by flow cytometry to 1 in 10⁴, ten times the limit of the test for residual disease.
            let clonal = residual.map { 10 * $0 } ?? detectable
            return burden < clonal && markers.hasNormalRatio ? .stringentComplete : .complete
        }
        let remaining = markers.remaining(of: baselineMarkers)
        if remaining <= IMWG.veryGoodPartial { return .veryGoodPartial }
        return remaining <= IMWG.partial ? .partial : .stable
    }
}

extension ResponseRule.Criteria {
    /// The criteria's name.
    public var title: String {
        switch self {
        case .lugano: "Lugano 2014"
        case .leukaemia: "NCCN, as in ELIANA"
        case .imwg: "IMWG 2016"
        }
    }
}

extension Response {
    /// Whether this is a better response than `other`.
    func isBetter(than other: Response) -> Bool {
        let order = Response.allCases
        return order.firstIndex(of: self) ?? 0 < order.firstIndex(of: other) ?? 0
    }
}
