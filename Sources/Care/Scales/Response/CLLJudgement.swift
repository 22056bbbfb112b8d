/// One assessment of a chronic lymphocytic leukaemia against its baseline and the best state since. iwCLL 2018.
public struct CLLJudgement: Sendable, Equatable {
    /// Before treatment.
    public var baseline: CLLFindings
    /// The state of the best response since; the baseline if this is the first assessment.
    public var nadir: CLLFindings
    /// Now.
    public var now: CLLFindings

    /// - Parameter nadir: the state of the best response since; nil if this is the first assessment.
    public init(baseline: CLLFindings, nadir: CLLFindings? = nil, now: CLLFindings) {
        self.baseline = baseline
        self.nadir = nadir ?? baseline
        self.now = now
    }

    /// The category of this assessment alone; see `CLLResponse.confirmation` for what confirms it.
    public var response: Assessment<CLLResponse> {
        var ceilings = ResponseCeilings<CLLResponse>(at: now.at, source: CLLResponse.source)
        judgeTumour(&ceilings)
        judgeMarrow(&ceilings)
        judgeCounts(&ceilings)
        judgeFall(&ceilings)
        judgeProgression(&ceilings)
        return ceilings.assessment
    }

    /// Group A: what a complete remission asks of the tumour.
    private func judgeTumour(_ ceilings: inout ResponseCeilings<CLLResponse>) {
        func ask(_ name: String, _ value: Double?, below limit: Double, _ rule: String, unit: String) {
            guard let value = value.possible else { return ceilings.lacks(name, allows: .notEvaluable) }
            ceilings.found(
                "\(name) \(value.short) \(unit)", value < limit ? rule : "not \(rule)",
                allows: value < limit ? .complete : .partial)
        }
        ask("largest node", now.largestNode, below: CLLFindings.enlargedNode, "below 1.5 cm", unit: "cm")
        ask("spleen", now.spleen, below: CLLFindings.enlargedSpleen, "below 13 cm", unit: "cm")
        ask("liver below the ribs", now.liver, below: .leastNonzeroMagnitude, "of normal size", unit: "cm")
        ask("lymphocytes", now.lymphocytes, below: CLLFindings.lymphocytosis, "below 4 x 10⁹/L", unit: "x 10⁹/L")
        switch now.symptoms {
        case true?: ceilings.found("constitutional symptoms", "some", allows: .partial)
        case false?: ceilings.found("constitutional symptoms", "none", allows: .complete)
        case nil: ceilings.lacks("constitutional symptoms", allows: .partial)
        }
    }

    private func judgeMarrow(_ ceilings: inout ResponseCeilings<CLLResponse>) {
        switch now.marrow {
        case .clear?: ceilings.found("marrow", "no CLL cells, no lymphoid nodules", allows: .complete)
        case .nodules?: ceilings.found("marrow", "lymphoid nodules alone", allows: .nodularPartial)
        case .involved?: ceilings.found("marrow", "CLL cells", allows: .partial)
        case nil: ceilings.lacks("marrow", allows: .partial)
        }
    }

    /// Group B: low counts of treatment leave an incomplete recovery, low counts of the disease a partial remission.
    private func judgeCounts(_ ceilings: inout ResponseCeilings<CLLResponse>) {
        let low: CLLResponse = now.cytopeniaOfDisease == false ? .incompleteRecovery : .partial
        for count in counts {
            guard let value = count.now else {
                ceilings.lacks(count.name, allows: .partial)
                continue
            }
            let isNormal = value >= count.normal
            ceilings.found(
                "\(count.name) \(value.short) \(count.unit)", "\(isNormal ? "" : "not ")\(count.normal.short) or more",
                allows: isNormal ? .complete : low)
        }
        switch now.supported {
        case true?: ceilings.found("counts", "held by transfusion or growth factor", allows: low)
        case false?: ceilings.found("counts", "without transfusion or growth factor", allows: .complete)
        case nil: ceilings.lacks("transfusion or growth factor", allows: .partial)
        }
    }

    var counts: [(name: String, unit: String, now: Double?, before: Double?, normal: Double)] {
        [
            (
                "platelets", "x 10⁹/L", now.platelets.possible, baseline.platelets.possible,
                CLLFindings.normalPlatelets
            ),
            (
                "haemoglobin", "g/dL", now.haemoglobin.possible, baseline.haemoglobin.possible,
                CLLFindings.normalHaemoglobin
            ),
            (
                "neutrophils", "x 10⁹/L", now.neutrophils.possible, baseline.neutrophils.possible,
                CLLFindings.normalNeutrophils
            ),
        ]
    }
}
