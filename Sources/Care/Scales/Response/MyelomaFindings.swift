/// What is measured of a myeloma at one time. Nil is unknown.
public struct MyelomaFindings: Sendable, Equatable {
    /// When.
    public var at: Instant
    /// M-protein in serum by electrophoresis, g/L; 0 if none is seen.
    public var serum: Double?
    /// M-protein in urine, mg/24 h; 0 if none is seen.
    public var urine: Double?
    /// Whether immunofixation of serum is negative.
    public var serumImmunofixationNegative: Bool?
    /// Whether immunofixation of urine is negative.
    public var urineImmunofixationNegative: Bool?
    /// Free light chains of the kind that the myeloma makes, mg/L.
    public var involved: Double?
    /// Of the other kind, mg/L.
    public var uninvolved: Double?
    /// Whether the ratio of kappa to lambda is normal (0.26 to 1.65).
    public var ratioNormal: Bool?
    /// Plasma cells in the marrow, %.
    public var plasmaCells: Double?
    /// Whether clonal plasma cells are in the marrow, by immunohistochemistry or flow cytometry.
    public var clonalCells: Bool?
    /// Sum of the products of the diameters of all soft tissue plasmacytomas, cm²; 0 if there are none.
    public var plasmacytomas: Double?
    /// Whether there are new bone lesions or plasmacytomas, or old ones have clearly grown. Imaging is done on suspicion.
    public var newLesions: Bool?
    /// Plasma cells in blood, /µL.
    public var circulating: Double?

    /// Makes a set; what is not given is unknown.
    public init(
        at instant: Instant, serum: Double? = nil, urine: Double? = nil, serumImmunofixationNegative: Bool? = nil,
        urineImmunofixationNegative: Bool? = nil, involved: Double? = nil, uninvolved: Double? = nil,
        ratioNormal: Bool? = nil, plasmaCells: Double? = nil, clonalCells: Bool? = nil,
        plasmacytomas: Double? = nil, newLesions: Bool? = nil, circulating: Double? = nil
    ) {
        at = instant
        self.serum = serum
        self.urine = urine
        self.serumImmunofixationNegative = serumImmunofixationNegative
        self.urineImmunofixationNegative = urineImmunofixationNegative
        self.involved = involved
        self.uninvolved = uninvolved
        self.ratioNormal = ratioNormal
        self.plasmaCells = plasmaCells
        self.clonalCells = clonalCells
        self.plasmacytomas = plasmacytomas
        self.newLesions = newLesions
        self.circulating = circulating
    }

    /// Involved less uninvolved light chains, mg/L.
    public var difference: Double? {
        guard let involved, let uninvolved else { return nil }
        return max(0, involved - uninvolved)
    }

    /// These findings without values that no measurement gives (below 0, not a number, more than 100 %).
    var possible: MyelomaFindings {
        var result = self
        result.serum = serum.possible
        result.urine = urine.possible
        result.involved = involved.possible
        result.uninvolved = uninvolved.possible
        result.plasmaCells = plasmaCells.possible.flatMap { $0 <= 100 ? $0 : nil }
        result.plasmacytomas = plasmacytomas.possible
        result.circulating = circulating.possible
        return result
    }

    /// The markers that can be followed from these values on.
    var measurable: Set<MyelomaMarker> {
        var all: Set<MyelomaMarker> = []
        if serum.map({ $0 >= IMWG.measurableSerum }) ?? false { all.insert(.serum) }
        if urine.map({ $0 >= IMWG.measurableUrine }) ?? false { all.insert(.urine) }
        if all.isEmpty, ratioNormal == false, involved.map({ $0 >= IMWG.measurableLightChains }) ?? false {
            all.insert(.lightChains)
        }
        if all.isEmpty, plasmaCells.map({ $0 >= IMWG.measurableMarrow }) ?? false { all.insert(.marrow) }
        return all
    }

    /// The lowest value of each marker in these and other findings: what progression is measured from.
    public func lowest(with other: MyelomaFindings) -> MyelomaFindings {
        func least(_ a: Double?, _ b: Double?) -> Double? { a.map { min($0, b ?? $0) } ?? b }
        var result = self
        result.serum = least(serum, other.serum)
        result.urine = least(urine, other.urine)
        if let mine = difference, let its = other.difference, its < mine {
            result.involved = other.involved
            result.uninvolved = other.uninvolved
        } else if difference == nil {
            result.involved = other.involved
            result.uninvolved = other.uninvolved
        }
        result.plasmaCells = least(plasmaCells, other.plasmaCells)
        result.plasmacytomas = least(plasmacytomas, other.plasmacytomas)
        result.circulating = least(circulating, other.circulating)
        return result
    }
}

/// What a myeloma is followed by. Light chains only where neither M-protein can be followed, marrow only where they
/// cannot either.
enum MyelomaMarker: Sendable { case serum, urine, lightChains, marrow }
