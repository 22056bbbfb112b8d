/// What a check gave today.
public struct CheckResult: Sendable, Equatable {
    /// The check.
    public var check: ModelCheck
    /// The figure found; nil if the quantity does not occur or the run failed.
    public var found: Double?
    /// Why the run failed; nil if it did not.
    public var failure: String?

    /// Makes a result.
    public init(check: ModelCheck, found: Double?, failure: String? = nil) {
        self.check = check
        self.found = found
        self.failure = failure
    }

    /// (found - expected) / |expected|; nil without a figure or with an expected zero.
    public var relativeError: Double? {
        guard let found, check.expected != 0 else { return nil }
        return (found - check.expected) / check.expected.magnitude
    }

    /// Whether the figure is near enough to the expected one.
    public var agrees: Bool { found.map(check.accepts) ?? false }

    /// Whether the page's verdict is still true. A run that failed bears out no verdict, not even that of a mismatch.
    public var holds: Bool {
        guard failure == nil else { return false }
        return switch check.verdict {
        case .reproduced: agrees
        case .mismatch: !agrees
        }
    }
}
