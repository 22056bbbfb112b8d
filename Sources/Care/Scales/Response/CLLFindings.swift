/// What is found of a chronic lymphocytic leukaemia at one time. Nil is unknown.
public struct CLLFindings: Sendable, Equatable {
    /// Marrow by morphology and immunohistochemistry.
    public enum Marrow: String, Sendable, Equatable, CaseIterable {
        /// Normal; lymphoid nodules alone; CLL cells. From best to worst
        case clear, nodules, involved
    }

    /// When.
    public var at: Instant
    /// Longest diameter of the largest node, cm; 0 if none is felt or seen.
    public var largestNode: Double?
    /// Sum of the products of the diameters of the nodes, cm².
    public var nodes: Double?
    /// Whether there is a new node of 1.5 cm or more, or another new lesion.
    public var newLesions: Bool?
    /// Length of the spleen, cm.
    public var spleen: Double?
    /// How far the liver reaches below the ribs, cm; 0 if its size is normal.
    public var liver: Double?
    /// Whether there are fever, sweats, weight loss or fatigue of the disease.
    public var symptoms: Bool?
    /// Lymphocytes in blood, 10⁹/L.
    public var lymphocytes: Double?
    /// Platelets, 10⁹/L.
    public var platelets: Double?
    /// Haemoglobin, g/dL.
    public var haemoglobin: Double?
    /// Neutrophils, 10⁹/L.
    public var neutrophils: Double?
    /// Whether the counts are held by transfusion, erythropoietin or G-CSF.
    public var supported: Bool?
    /// Whether low counts come from the disease rather than from its treatment.
    public var cytopeniaOfDisease: Bool?
    /// Marrow.
    public var marrow: Marrow?
    /// CLL cells in the marrow, %.
    public var marrowCells: Double?
    /// Whether it has turned into a more aggressive lymphoma (Richter). Looked for on suspicion.
    public var richter: Bool?

    /// An assessment of which nothing is known yet.
    public init(at instant: Instant) { at = instant }

    /// Longest diameter from which a node is enlarged, cm.
    static let enlargedNode = 1.5
    /// Length from which a spleen is enlarged, cm.
    static let enlargedSpleen = 13.0
    /// Lymphocytes from which there are too many, 10⁹/L.
    static let lymphocytosis = 4.0
    /// Counts from which they are normal: platelets and neutrophils 10⁹/L, haemoglobin g/dL.
    static let normalPlatelets = 100.0, normalHaemoglobin = 11.0, normalNeutrophils = 1.5

    /// How far the spleen is above normal, cm.
    var spleenExcess: Double? { spleen.possible.map { max(0, $0 - Self.enlargedSpleen) } }
}

extension Double? {
    /// The value, unless no measurement can give it.
    var possible: Double? { flatMap { $0 >= 0 && $0.isFinite ? $0 : nil } }
}
