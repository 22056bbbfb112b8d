/// A lesion's size on CT, cm, in the plane where it is longest.
public struct LesionSize: Sendable, Equatable {
    /// Longest diameter (LDi), cm.
    public let longest: Double
    /// Longest diameter at right angles to it (SDi), cm.
    public let shortest: Double

    /// A size, or nil if it cannot be one (the shorter diameter above the longer; more than 60 cm; millimetres given). A
    /// lesion that is too small to measure is 0.5 by 0.5; one that cannot be seen any more is 0 by 0.
    public init?(_ longest: Double, _ shortest: Double) {
        guard shortest >= 0, shortest <= longest, longest <= 60 else { return nil }
        self.longest = longest
        self.shortest = shortest
    }

    private init() {
        longest = 0
        shortest = 0
    }

    /// No longer visible.
    public static let gone = LesionSize()

    /// Product of the diameters (PPD), cm².
    public var product: Double { longest * shortest }
}

/// A target lesion: one of up to six of the largest nodes, nodal masses and extranodal lesions.
public struct TargetLesion: Sendable, Equatable {
    /// Where it is.
    public enum Site: String, Sendable, Equatable, CaseIterable { case nodal, extranodal }

    /// Longest diameter up to which a node is normal, and above which a new one counts, cm.
    static let normalNode = 1.5
    /// Longest diameter above which a new extranodal lesion counts, cm.
    static let newExtranodal = 1.0

    /// Where.
    public var site: Site
    /// Before treatment.
    public var baseline: LesionSize
    /// The smallest since; nil if this is the first assessment.
    public var nadir: LesionSize?
    /// Now; nil is unknown.
    public var now: LesionSize?

    /// Makes a lesion.
    public init(_ site: Site, baseline: LesionSize, nadir: LesionSize? = nil, now: LesionSize?) {
        self.site = site
        self.baseline = baseline
        self.nadir = nadir
        self.now = now
    }

    /// Whether it is normal now: a node of at most 1.5 cm, an extranodal lesion that is gone.
    var isNormal: Bool? {
        guard let now else { return nil }
        return site == .nodal ? now.longest <= Self.normalNode : now.longest == 0
    }

    /// Whether it has grown: longer than 1.5 cm, its product half more than at the nadir, and a diameter longer by 0.5 cm,
    /// or by 1 cm in a lesion of more than 2 cm (by its length at the nadir: our reading).
    var hasGrown: Bool {
        guard let now else { return false }
        let least = nadir ?? baseline
        let step = least.longest > 2 ? 1.0 : 0.5
        // Sizes are given in millimetres at best; the tolerance is below that.
        let isLonger = now.longest - least.longest >= step - 1e-9 || now.shortest - least.shortest >= step - 1e-9
        return now.longest > Self.normalNode && now.product >= 1.5 * least.product - 1e-9 && isLonger
    }
}

/// A lesion that was not there before, or that has come back.
public struct NewLesion: Sendable, Equatable {
    /// Where.
    public var site: TargetLesion.Site
    /// Longest diameter in any axis, cm.
    public var longest: Double
    /// Whether it is lymphoma without doubt, whatever its size.
    public var isUnequivocal: Bool

    /// Makes a lesion.
    public init(_ site: TargetLesion.Site, longest: Double, isUnequivocal: Bool = false) {
        self.site = site
        self.longest = longest
        self.isUnequivocal = isUnequivocal
    }

    /// Whether it is progression: a node of more than 1.5 cm, an extranodal lesion of more than 1 cm, or any without doubt.
    var counts: Bool {
        isUnequivocal || longest > (site == .nodal ? TargetLesion.normalNode : TargetLesion.newExtranodal)
    }
}
