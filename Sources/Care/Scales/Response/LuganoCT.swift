/// What a CT shows, for the Lugano classification. Nil is unknown.
public struct LuganoCT: Sendable, Equatable {
    /// Lesions that are not measured: too small, bone, effusions, all others.
    public enum Nonmeasured: String, Sendable, Equatable, CaseIterable {
        /// None; there, and not larger; clearly larger, or new. From best to worst
        case absent, notIncreased, progressed
    }
    /// Marrow by morphology; where that is unclear, by immunohistochemistry.
    public enum Marrow: String, Sendable, Equatable, CaseIterable {
        /// Normal; involved as before; new or again. From best to worst
        case normal, involved, newOrRecurrent
    }

    /// Most target lesions that the sum of products is made of.
    public static let mostTargets = 6
    /// Length up to which a spleen is normal, cm.
    static let normalSpleen = 13.0

    /// When.
    public var at: Instant
    /// Target lesions, at most six.
    public var targets: [TargetLesion]
    /// Other lesions.
    public var nonmeasured: Nonmeasured?
    /// New lesions; empty if there are none, nil if nobody looked.
    public var newLesions: [NewLesion]?
    /// Vertical length of the spleen before treatment, cm.
    public var spleenBaseline: Double?
    /// The shortest since, cm; nil if this is the first assessment.
    public var spleenNadir: Double?
    /// Now, cm.
    public var spleen: Double?
    /// Marrow.
    public var marrow: Marrow?

    /// Makes a scan; what is not given is unknown.
    public init(
        at instant: Instant, targets: [TargetLesion], nonmeasured: Nonmeasured? = nil,
        newLesions: [NewLesion]? = nil, spleenBaseline: Double? = nil, spleenNadir: Double? = nil,
        spleen: Double? = nil, marrow: Marrow? = nil
    ) {
        at = instant
        self.targets = targets
        self.nonmeasured = nonmeasured
        self.newLesions = newLesions
        self.spleenBaseline = spleenBaseline
        self.spleenNadir = spleenNadir
        self.spleen = spleen
        self.marrow = marrow
    }

    /// The radiologic response.
    public var response: Assessment<LuganoResponse> {
        var ceilings = ResponseCeilings<LuganoResponse>(at: at, source: LuganoResponse.source)
        judgeTargets(&ceilings)
        judgeSpleen(&ceilings)
        switch nonmeasured {
        case .absent?: ceilings.found("non-measured lesions", "none", allows: .complete)
        case .notIncreased?: ceilings.found("non-measured lesions", "there, not larger", allows: .partial)
        case .progressed?: ceilings.found("non-measured lesions", "clearly larger, or new", allows: .progressive)
        case nil: ceilings.lacks("non-measured lesions", allows: .notEvaluable)
        }
        if let newLesions {
            let counted = newLesions.filter(\.counts)
            ceilings.found(
                "\(counted.count) new lesion\(counted.count == 1 ? "" : "s")",
                "a node above 1.5 cm, an extranodal site above 1 cm, or lymphoma without doubt",
                allows: counted.isEmpty ? .complete : .progressive)
        } else {
            ceilings.lacks("new lesions", allows: .notEvaluable)
        }
        switch marrow {
        case .normal?: ceilings.found("marrow", "normal by morphology", allows: .complete)
        case .involved?: ceilings.found("marrow", "still involved", allows: .partial)
        case .newOrRecurrent?: ceilings.found("marrow", "new or recurrent involvement", allows: .progressive)
        case nil: ceilings.lacks("marrow", allows: .partial)
        }
        return ceilings.assessment
    }

    private func judgeTargets(_ ceilings: inout ResponseCeilings<LuganoResponse>) {
        if targets.count > Self.mostTargets {
            ceilings.lacks("which six of \(targets.count) target lesions count", allows: .notEvaluable)
        }
        if let grown = targets.first(where: \.hasGrown) {
            ceilings.found(
                "a \(grown.site.rawValue) lesion of \((grown.now?.longest ?? 0).short) cm",
                "above 1.5 cm, its product half more than at the nadir, longer by 0.5 cm (1 cm above 2 cm)",
                allows: .progressive)
        }
        let sizes = targets.compactMap(\.now)
        guard !targets.isEmpty, sizes.count == targets.count else {
            return ceilings.lacks("size of the target lesions", allows: .notEvaluable)
        }
        let sum = sizes.map(\.product).reduce(0, +)
        let before = targets.map(\.baseline.product).reduce(0, +)
        let bulk = targets.map(\.baseline.longest).max() ?? 0
        let finding = "sum of products \(sum.short) cm², \(before.short) at baseline, bulk then \(bulk.short) cm"
        if targets.allSatisfy({ $0.isNormal == true }) {
            ceilings.found(finding, "all nodes 1.5 cm or less, no extranodal lesion left", allows: .complete)
        } else if sum <= 0.5 * before {
            ceilings.found(finding, "smaller by half or more", allows: .partial)
        } else {
            ceilings.found(finding, "not smaller by half", allows: .stable)
        }
    }

    private func judgeSpleen(_ ceilings: inout ResponseCeilings<LuganoResponse>) {
        guard let spleen = spleen.possible, let before = spleenBaseline.possible else {
            return ceilings.lacks("length of the spleen, now and at baseline", allows: .notEvaluable)
        }
        let normal = Self.normalSpleen
        let finding = "spleen \(spleen.short) cm, \(before.short) at baseline"
        let isRecurrent = before > normal && (spleenNadir.possible ?? before) <= normal && spleen > normal
        let hasGrown = before > normal ? spleen - before > 0.5 * (before - normal) : spleen - before >= 2
        if hasGrown {
            let rule =
                before > normal
                ? "longer by more than half of its excess over 13 cm" : "longer by 2 cm or more"
            ceilings.found(finding, rule, allows: .progressive)
        } else if isRecurrent {
            ceilings.found(finding, "above 13 cm again after it was normal", allows: .progressive)
        } else if spleen <= normal {
            ceilings.found(finding, "13 cm or less is normal", allows: .complete)
        } else if before > normal, before - spleen > 0.5 * (before - normal) {
            ceilings.found(finding, "its excess over 13 cm smaller by more than half", allows: .partial)
        } else {
            ceilings.found(finding, "above 13 cm", allows: .stable)
        }
    }
}
