/// Body surface area, m², from height (cm) and weight (kg).
public enum BodySurfaceArea: String, Codable, Sendable, CaseIterable {
    /// Mosteller 1987, N Engl J Med 317:1098: √(height · weight / 3600)
    case mosteller
    /// Du Bois and Du Bois 1916, Arch Intern Med 17:863: 0.007184 · height^0.725 · weight^0.425; made with nine people
    case duBois
    /// Haycock 1978, J Pediatr 93:62: 0.024265 · height^0.3964 · weight^0.5378; validated from infants on
    case haycock

    /// The area, m².
    public func area(height: Double, weight: Double) -> Double {
        switch self {
        case .mosteller: Self.mosteller(height: height, weight: weight)
        case .duBois: 0.007184 * power(height, 0.725) * power(weight, 0.425)
        case .haycock: 0.024265 * power(height, 0.3964) * power(weight, 0.5378)
        }
    }

    /// The area after Mosteller, m².
    public static func mosteller(height: Double, weight: Double) -> Double { (height * weight / 3600).squareRoot() }

    /// Where the formula stands.
    public var source: ScaleSource {
        let citation =
            switch self {
            case .mosteller: "Mosteller 1987, N Engl J Med 317:1098"
            case .duBois: "Du Bois 1916, Arch Intern Med 17:863"
            case .haycock: "Haycock 1978, J Pediatr 93:62"
            }
        return ScaleSource(citation, .secondary, "formula read at globalrph.com")
    }

    /// The area with what it rests on.
    public func assess(height: Double?, weight: Double?) throws(ImpossibleValue) -> ScaleEstimate {
        try ImpossibleValue.check("height", height, 30...260, "cm")
        try ImpossibleValue.check("weight", weight, 1...400, "kg")
        var estimate = ScaleEstimate.inputs(
            [("height", height, "cm"), ("weight", weight, "kg")], unit: "m2", source: source)
        if let height, let weight { estimate.value = area(height: height, weight: weight) }
        return estimate
    }
}
