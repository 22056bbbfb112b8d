/// One assessment of a myeloma against its baseline and the lowest values since. IMWG 2016.
public struct IMWGJudgement: Sendable, Equatable {
    /// Before treatment.
    public let baseline: MyelomaFindings
    /// The lowest confirmed values since, baseline included.
    public let nadir: MyelomaFindings
    /// Now.
    public let now: MyelomaFindings

    /// Values that no measurement gives are unknown.
    /// - Parameter nadir: the lowest values since the baseline; nil if this is the first assessment.
    public init(baseline: MyelomaFindings, nadir: MyelomaFindings? = nil, now: MyelomaFindings) {
        self.baseline = baseline.possible
        self.nadir = nadir.map { $0.possible.lowest(with: baseline.possible) } ?? baseline.possible
        self.now = now.possible
    }

    /// The category of this assessment alone; see `IMWGResponse.confirmation` for what confirms it.
    public var response: Assessment<IMWGResponse> {
        var ceilings = ResponseCeilings<IMWGResponse>(at: now.at, source: IMWGResponse.source)
        let followed = baseline.measurable
        if followed.isEmpty {
            ceilings.lacks("a marker that could be followed from the baseline on", allows: .notEvaluable)
        }
        if followed.contains(.serum) { judgeSerum(&ceilings) }
        judgeUrine(&ceilings, isFollowed: followed.contains(.urine))
        if followed.contains(.lightChains) { judgeLightChains(&ceilings) }
        judgeMarrow(&ceilings, isFollowed: followed.contains(.marrow))
        judgeImmunofixation(&ceilings)
        judgeRatio(&ceilings, isFollowed: followed.contains(.lightChains))
        judgePlasmacytomas(&ceilings)
        judgeProgression(&ceilings, followed)
        return ceilings.assessment
    }

    /// What is left of a marker as a share of its baseline.
    private func left(_ value: Double, of before: Double) -> String { "\((value / before * 100).short) % left" }

    /// What is left, less a hair: 1.1 of 11 is a tenth, whatever floating point makes of it.
    private static func share(_ value: Double, of before: Double) -> Double { value / before - 1e-9 }

    private func judgeSerum(_ ceilings: inout ResponseCeilings<IMWGResponse>) {
        guard let value = now.serum, let before = baseline.serum else {
            return ceilings.lacks("serum M-protein", allows: .notEvaluable)
        }
        let finding = "serum M-protein \(value.short) g/L, \(left(value, of: before))"
        switch Self.share(value, of: before) {
        case ...IMWG.veryGoodPartial: ceilings.found(finding, "down by 90 % or more", allows: .stringentComplete)
        case ...IMWG.partial: ceilings.found(finding, "down by 50 to 89 %", allows: .partial)
        case ...IMWG.minimal: ceilings.found(finding, "down by 25 to 49 %", allows: .minimal)
        default: ceilings.found(finding, "down by less than 25 %", allows: .stable)
        }
    }

    /// A very good partial response asks for less than 100 mg/24 h in anybody; the rest where urine can be followed.
    private func judgeUrine(_ ceilings: inout ResponseCeilings<IMWGResponse>, isFollowed: Bool) {
        guard let value = now.urine else {
            return ceilings.lacks("urine M-protein", allows: isFollowed ? .notEvaluable : .partial)
        }
        let amount = "urine M-protein \(value.short) mg/24 h"
        if value < IMWG.veryGoodUrine { return ceilings.found(amount, "below 100", allows: .stringentComplete) }
        guard isFollowed, let before = baseline.urine else {
            return ceilings.found(amount, "100 or more", allows: .partial)
        }
        let finding = "\(amount), \(left(value, of: before))"
        if Self.share(value, of: before) <= 0.1 || value < IMWG.measurableUrine {
            ceilings.found(finding, "down by 90 % or more, or below 200", allows: .partial)
        } else if Self.share(value, of: before) <= 0.5 {
            ceilings.found(finding, "down by 50 to 89 %", allows: .minimal)
        } else {
            ceilings.found(finding, "down by less than 50 %", allows: .stable)
        }
    }

    /// The text has no minimal response by light chains.
    private func judgeLightChains(_ ceilings: inout ResponseCeilings<IMWGResponse>) {
        guard let value = now.difference, let before = baseline.difference, before > 0 else {
            return ceilings.lacks("free light chains", allows: .notEvaluable)
        }
        let finding = "difference of free light chains \(value.short) mg/L, \(left(value, of: before))"
        switch Self.share(value, of: before) {
        case ...IMWG.veryGoodPartial: ceilings.found(finding, "down by 90 % or more", allows: .stringentComplete)
        case ...IMWG.partial: ceilings.found(finding, "down by 50 % or more", allows: .partial)
        default: ceilings.found(finding, "down by less than 50 %", allows: .stable)
        }
    }

    /// Complete responses ask for less than 5 % plasma cells in anybody; where only the marrow can be followed, a partial
    /// one for half, and there is nothing between.
    private func judgeMarrow(_ ceilings: inout ResponseCeilings<IMWGResponse>, isFollowed: Bool) {
        guard let value = now.plasmaCells else {
            return ceilings.lacks("plasma cells in the marrow", allows: isFollowed ? .notEvaluable : .veryGoodPartial)
        }
        let finding = "plasma cells \(value.short) % of the marrow"
        if value < IMWG.completeMarrow {
            switch now.clonalCells {
            case false?: ceilings.found(finding, "below 5 %, none clonal", allows: .stringentComplete)
            case true?: ceilings.found(finding, "below 5 %, some clonal", allows: .complete)
            case nil:
                ceilings.found(finding, "below 5 %", allows: .stringentComplete)
                ceilings.lacks("clonal plasma cells in the marrow", allows: .complete)
            }
        } else if isFollowed, let before = baseline.plasmaCells {
            let isHalved = value <= IMWG.partial * before
            ceilings.found(
                "\(finding), \(left(value, of: before))",
                isHalved ? "down by 50 % or more" : "down by less than 50 %", allows: isHalved ? .partial : .stable)
        } else {
            ceilings.found(finding, "5 % or more", allows: .veryGoodPartial)
        }
    }
}
