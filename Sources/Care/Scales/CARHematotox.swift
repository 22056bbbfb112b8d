/// CAR-HEMATOTOX: the risk of long neutropenia after CAR-T cells, from the blood before lymphodepletion (Rejeski 2021,
/// Blood 138:2499). Five items, 0 to 7 points; high from 2. It was derived for severe neutropenia of 14 days or more in
/// large B-cell lymphoma under axi-cel or tisa-cel; its strength is to rule out.
///
/// | item | 0 | 1 | 2 |
/// | --- | --- | --- | --- |
/// | platelets, 10*9/L | above 175 | 75 to 175 | below 75 |
/// | neutrophils, 10*9/L | above 1.2 | 1.2 or less | |
/// | haemoglobin, g/dL | above 9 | 9 or less | |
/// | C-reactive protein, mg/L | below 30 | 30 or more | |
/// | ferritin, ng/mL | below 650 | 650 to 2000 | above 2000 |
public struct CARHematotox: Sendable, Equatable {
    /// The points, 0 to 7.
    public struct Score: RawRepresentable, Codable, Sendable, Hashable, Comparable {
        /// Points.
        public let rawValue: Int

        /// A score of 0 to 7, or nil.
        public init?(rawValue: Int) {
            guard (0...7).contains(rawValue) else { return nil }
            self.rawValue = rawValue
        }

        fileprivate init(points: Int) { rawValue = min(7, max(0, points)) }

        /// The class.
        public var risk: Risk { rawValue >= 2 ? .high : .low }

        /// Order of risk.
        public static func < (a: Score, b: Score) -> Bool { a.rawValue < b.rawValue }
    }

    /// The two classes.
    public enum Risk: String, Codable, Sendable, CaseIterable, Comparable {
        /// 0 or 1 point; 2 or more
        case low, high

        /// Order of risk.
        public static func < (a: Risk, b: Risk) -> Bool { a == .low && b == .high }
    }

    /// Where the table stands: the points from a secondary source; cut and double weights read at european-mcl.net.
    public static let source = ScaleSource(
        "CAR-HEMATOTOX, Rejeski 2021, Blood 138:2499", .secondary,
        "points from a transcription; the cut of 2 and the double weights of platelets and ferritin were read")

    /// Platelets, 10*9/L.
    public var platelets: Double?
    /// Neutrophils, 10*9/L.
    public var neutrophils: Double?
    /// Haemoglobin, g/dL.
    public var haemoglobin: Double?
    /// C-reactive protein, mg/L (the paper's 3.0 mg/dL is 30 mg/L).
    public var crp: Double?
    /// Ferritin, ng/mL.
    public var ferritin: Double?

    /// Makes the inputs; nil is unknown.
    public init(
        platelets: Double? = nil, neutrophils: Double? = nil, haemoglobin: Double? = nil, crp: Double? = nil,
        ferritin: Double? = nil
    ) {
        self.platelets = platelets
        self.neutrophils = neutrophils
        self.haemoglobin = haemoglobin
        self.crp = crp
        self.ferritin = ferritin
    }

    /// The score, or the range that the unknown items leave open.
    public func assess() throws(ImpossibleValue) -> ScaleVerdict<Score> {
        try ImpossibleValue.check(.platelets, platelets)
        try ImpossibleValue.check(.neutrophils, neutrophils)
        try ImpossibleValue.check(.haemoglobin, haemoglobin)
        try ImpossibleValue.check(.crp, crp)
        try ImpossibleValue.check(.ferritin, ferritin)
        var count = PointCount()
        count.add("platelets", platelets, "10*9/L", most: 2, points: Self.points(platelets:))
        count.add("neutrophils", neutrophils, "10*9/L", most: 1, points: Self.points(neutrophils:))
        count.add("haemoglobin", haemoglobin, "g/dL", most: 1, points: Self.points(haemoglobin:))
        count.add("C-reactive protein", crp, "mg/L", most: 1, points: Self.points(crp:))
        count.add("ferritin", ferritin, "ng/mL", most: 2, points: Self.points(ferritin:))
        return ScaleVerdict(
            lowest: Score(points: count.lowest), highest: Score(points: count.highest), findings: count.findings,
            unknown: count.unknown, source: Self.source)
    }

    /// The points of a patient whose values are all known, in the units above.
    public static func points(
        platelets: Double, neutrophils: Double, haemoglobin: Double, crp: Double, ferritin: Double
    ) -> Int {
        points(platelets: platelets) + points(neutrophils: neutrophils) + points(haemoglobin: haemoglobin)
            + points(crp: crp) + points(ferritin: ferritin)
    }

    private static func points(platelets: Double) -> Int { platelets < 75 ? 2 : platelets <= 175 ? 1 : 0 }
    private static func points(neutrophils: Double) -> Int { neutrophils <= 1.2 ? 1 : 0 }
    private static func points(haemoglobin: Double) -> Int { haemoglobin <= 9 ? 1 : 0 }
    private static func points(crp: Double) -> Int { crp >= 30 ? 1 : 0 }
    private static func points(ferritin: Double) -> Int { ferritin > 2000 ? 2 : ferritin >= 650 ? 1 : 0 }
}

extension ScaleVerdict<CARHematotox.Score> {
    /// The class, if the unknown items cannot change it.
    public var risk: CARHematotox.Risk? { lowest.risk == highest.risk ? lowest.risk : nil }
}
