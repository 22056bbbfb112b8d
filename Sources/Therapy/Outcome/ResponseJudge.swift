import Care

/// Response by the criteria of the disease, from what an assessment measures.
///
/// - Lugano 2014 (lymphoma): complete when no viable tumour is seen; partial at a fall of half or more of the burden
///   (sum of product diameters); progression at a rise of half or more over the nadir.
/// - B-ALL as in ELIANA (NCCN): complete at blasts below 5 % with neutrophils ≥ 1.0 and platelets ≥ 100 × 10⁹/L, else
///   complete with incomplete recovery; relapse when blasts are 5 % or more again.
/// - IMWG 2016 (myeloma) on the M-protein: ≥ 50 % fall partial, ≥ 90 % very good partial, not measurable complete,
///   and stringent complete if the marrow shows no residual disease; progression at a rise of a quarter over the nadir.
///
/// Thresholds from memory with high confidence (toxicity reference 6.3). What burden a test sees is data of the study.
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
    /// M-protein before lymphodepletion.
    let baselineMProtein: Double
    /// Lowest burden measured so far, mL.
    private(set) var nadir: Double
    /// Lowest M-protein so far.
    private(set) var nadirMProtein: Double
    /// Best response so far.
    private(set) var best: Response?

    init(
        criteria: ResponseRule.Criteria, detectable: Double, residual: Double?, baseline: Double,
        baselineMProtein: Double
    ) {
        self.criteria = criteria
        self.detectable = detectable
        self.residual = residual
        self.baseline = baseline
        self.baselineMProtein = baselineMProtein
        nadir = baseline
        nadirMProtein = baselineMProtein
    }

    /// Judges one assessment and remembers it.
    /// - Parameters:
    ///   - burden: viable tumour measured, mL.
    ///   - mProtein: M-protein measured, in the unit of the baseline.
    ///   - neutrophils: 10⁹/L.
    ///   - platelets: 10⁹/L.
    mutating func assess(burden: Double, mProtein: Double, neutrophils: Double, platelets: Double)
        -> ResponseAssessment
    {
        let response =
            switch criteria {
            case .lugano: lugano(burden)
            case .leukaemia: leukaemia(burden, neutrophils: neutrophils, platelets: platelets)
            case .imwg: myeloma(burden, mProtein: mProtein)
            }
        nadir = min(nadir, burden)
        nadirMProtein = min(nadirMProtein, mProtein)
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
        if blasts < 0.05 {
            return neutrophils >= 1.0 && platelets >= 100 ? .complete : .completeIncompleteRecovery
        }
        let responded = best?.isComplete ?? false
        return responded || burden >= 1.25 * max(nadir, baseline) ? .progressive : .stable
    }

    private func myeloma(_ burden: Double, mProtein: Double) -> Response {
        let ratio = baselineMProtein > 0 ? mProtein / baselineMProtein : 0
        let measurable = Self.measurableMProteinShare
        if mProtein >= 1.25 * max(nadirMProtein, measurable * baselineMProtein),
            mProtein - nadirMProtein >= Self.smallestRise * baselineMProtein
        {
            return .progressive
        }
        if ratio < measurable, burden < detectable {
            return burden < residual ?? detectable ? .stringentComplete : .complete
        }
        if ratio <= 0.10 { return .veryGoodPartial }
        return ratio <= 0.5 ? .partial : .stable
    }

    /// M-protein below this share of the baseline is not measurable: immunofixation sees about 0.2 g/L of the 20 to 30
    /// g/L of active disease (assumed).
    static let measurableMProteinShare = 0.01
    /// IMWG asks for an absolute rise of 5 g/L beside the quarter: a fifth of 25 g/L (assumed baseline).
    static let smallestRise = 0.2
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
