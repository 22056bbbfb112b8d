/// The endothelial activation and stress index before or early after CAR-T cells, in its three forms (Pennisi 2021, Blood
/// Adv 5:3397, read): the higher, the likelier is severe CRS or ICANS. All three are mostly used as logarithms to base 2.
public struct EASIX: Sendable, Equatable {
    /// The forms of the index.
    public enum Form: String, Sendable, CaseIterable {
        /// LDH · creatinine / platelets; LDH · C-reactive protein (mg/dL) / platelets; LDH / platelets
        case standard, modified, simplified
    }

    /// Where the formulas stand.
    public static let source = ScaleSource(
        "EASIX, m-EASIX and s-EASIX, Pennisi 2021, Blood Adv 5:3397", .read,
        "abstract, which states the formulas and units")

    /// Above this EASIX before lymphodepletion the odds of severe CRS or ICANS were 4.3-fold in the external cohort of
    /// Korell 2022 (Front Immunol 13:877477).
    public static let highFrom = 4.67

    /// Lactate dehydrogenase, U/L.
    public var ldh: Double?
    /// Creatinine, mg/dL.
    public var creatinine: Double?
    /// Platelets, 10*9/L.
    public var platelets: Double?
    /// C-reactive protein, mg/L (turned into mg/dL for m-EASIX).
    public var crp: Double?

    /// Makes the inputs; nil is unknown.
    public init(ldh: Double? = nil, creatinine: Double? = nil, platelets: Double? = nil, crp: Double? = nil) {
        self.ldh = ldh
        self.creatinine = creatinine
        self.platelets = platelets
        self.crp = crp
    }

    /// EASIX from LDH (U/L), creatinine (mg/dL) and platelets (10*9/L).
    public static func standard(ldh: Double, creatinine: Double, platelets: Double) -> Double {
        ldh * creatinine / platelets
    }

    /// m-EASIX from LDH (U/L), C-reactive protein (mg/L) and platelets (10*9/L).
    public static func modified(ldh: Double, crp: Double, platelets: Double) -> Double { ldh * crp / 10 / platelets }

    /// s-EASIX from LDH (U/L) and platelets (10*9/L).
    public static func simplified(ldh: Double, platelets: Double) -> Double { ldh / platelets }

    /// One form of the index; without a value if one of its inputs is unknown. Platelets of zero are refused: the index
    /// has no value there.
    public func assess(_ form: Form) throws(ImpossibleValue) -> ScaleEstimate {
        try ImpossibleValue.check(.ldh, ldh)
        try ImpossibleValue.check(.creatinine, creatinine)
        try ImpossibleValue.check(.crp, crp)
        try ImpossibleValue.check(.platelets, platelets)
        try ImpossibleValue.check(positive: "platelets", platelets, "10*9/L")
        var inputs = [("LDH", ldh, "U/L"), ("platelets", platelets, "10*9/L")]
        if form == .standard { inputs.append(("creatinine", creatinine, "mg/dL")) }
        if form == .modified { inputs.append(("C-reactive protein", crp, "mg/L")) }
        let value = value(form)
        var findings = inputs.compactMap { name, value, unit in
            value.map { ScaleFinding("\(name) \($0.plain) \(unit)") }
        }
        if form == .standard, let value {
            findings.append(
                ScaleFinding("EASIX \(value.plain): \(value > Self.highFrom ? "above" : "not above") \(Self.highFrom)"))
        }
        return ScaleEstimate(
            value: value, unit: "1", findings: findings, unknown: inputs.filter { $0.1 == nil }.map(\.0),
            source: Self.source)
    }

    private func value(_ form: Form) -> Double? {
        guard let ldh, let platelets else { return nil }
        switch form {
        case .standard: return creatinine.map { Self.standard(ldh: ldh, creatinine: $0, platelets: platelets) }
        case .modified: return crp.map { Self.modified(ldh: ldh, crp: $0, platelets: platelets) }
        case .simplified: return Self.simplified(ldh: ldh, platelets: platelets)
        }
    }
}

extension ScaleEstimate {
    /// The value's logarithm to base 2; nil if it is unknown or not above zero.
    public var binaryLogarithm: Double? { value.flatMap { $0 > 0 ? logarithm(base2: $0) : nil } }
}
