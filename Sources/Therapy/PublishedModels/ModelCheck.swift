/// One thing that must come out when a published model runs.
public struct ModelCheck: Sendable, Equatable {
    /// Where the expected figure is from.
    public enum Origin: String, Codable, Sendable, CaseIterable {
        /// The paper, or what others measured: agreement says something about the model.
        case paper
        /// The stated equations, integrated elsewhere: agreement says that nothing was mistyped.
        case computed
    }

    /// How near is near enough.
    public enum Tolerance: Sendable, Equatable {
        /// As a share of the expected figure.
        case relative(Double)
        /// In the figure's own unit, where the expected figure is near zero.
        case absolute(Double)
    }

    /// What was found when the check was written. It must still be so.
    public enum Verdict: Sendable, Equatable {
        /// The figure comes out.
        case reproduced
        /// The figure does not come out; what does, and why if it is known.
        case mismatch(note: String)
    }

    /// Name within the model.
    public var id: String
    /// What is expected and who says so, in words.
    public var says: String
    /// Where the expected figure is from.
    public var origin: Origin
    /// Parameters and initial values that differ from the model's; members drawn lie about the changed ones.
    public var changes: [String: Double]
    /// What is measured.
    public var quantity: ModelQuantity
    /// In whom.
    public var members: CheckMembers
    /// The expected figure.
    public var expected: Double
    /// How near is near enough.
    public var tolerance: Tolerance
    /// What was found when the check was written.
    public var verdict: Verdict

    /// Makes a check.
    public init(
        id: String, says: String, origin: Origin, changes: [String: Double] = [:], quantity: ModelQuantity,
        members: CheckMembers = .typical, expected: Double, tolerance: Tolerance, verdict: Verdict
    ) {
        self.id = id
        self.says = says
        self.origin = origin
        self.changes = changes
        self.quantity = quantity
        self.members = members
        self.expected = expected
        self.tolerance = tolerance
        self.verdict = verdict
    }

    /// Whether a figure is near enough to the expected one. Nothing is near enough to a figure that is not finite.
    public func accepts(_ found: Double) -> Bool {
        let distance = (found - expected).magnitude
        return switch tolerance {
        case .relative(let share): distance <= share * expected.magnitude
        case .absolute(let limit): distance <= limit
        }
    }
}
