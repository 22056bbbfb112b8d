/// Whose costs count.
public enum View: String, Codable, Sendable, CaseIterable {
    /// The health-care sector's
    case healthCare = "health-care"
    /// All of society's: travel, carers' time and lost work as well
    case societal

    /// Whether a payer's costs count in this view.
    public func counts(_ payer: Strategy.Payer) -> Bool { payer == .healthCare || self == .societal }
}
