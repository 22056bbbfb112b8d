/// A curve through published shares, with a constant hazard from each to the next.
public struct PiecewiseCurve: Sendable, Equatable {
    /// A published share.
    public struct Anchor: Sendable, Equatable {
        /// Years from the start.
        public var years: Double
        /// Share still free of the event.
        public var survival: Double

        /// Makes an anchor.
        public init(years: Double, survival: Double) {
            self.years = years
            self.survival = survival
        }
    }
    /// What follows the last anchor.
    public enum Tail: String, Codable, Sendable, CaseIterable {
        /// The last hazard goes on
        case lastHazard
        /// No further events (beside what everybody may die of)
        case plateau
    }
    /// Shares by time, ascending; 1 at the start is understood.
    public let anchors: [Anchor]
    /// What follows.
    public let tail: Tail

    /// Makes a curve; `check` says whether it is one.
    public init(anchors: [Anchor], tail: Tail) {
        self.anchors = anchors
        self.tail = tail
    }

    func survival(at years: Double) -> Double {
        var previous = Anchor(years: 0, survival: 1)
        var hazard = 0.0
        for anchor in anchors {
            hazard = Self.hazard(previous, anchor)
            if years <= anchor.years {
                return previous.survival * exponential(-hazard * (years - previous.years))
            }
            previous = anchor
        }
        return tail == .plateau
            ? previous.survival : previous.survival * exponential(-hazard * (years - previous.years))
    }

    private static func hazard(_ from: Anchor, _ to: Anchor) -> Double {
        naturalLogarithm(from.survival / to.survival) / (to.years - from.years)
    }

    /// - Throws: `Fault` for anchors out of order, shares beyond 0…1, or survival that rises.
    func check() throws(Fault) {
        guard !anchors.isEmpty else {
            throw Fault([], found: "no share", expected: "one share at least", remedy: "Add a published share.")
        }
        var previous = Anchor(years: 0, survival: 1)
        for (index, anchor) in anchors.enumerated() {
            guard anchor.years > previous.years else {
                throw Fault(
                    ["\(index)", "years"], found: "\(anchor.years)", expected: "a time after \(previous.years)",
                    remedy: "Sort the shares by time; years, not months.")
            }
            guard anchor.survival > 0, anchor.survival <= 1 else {
                throw Fault(
                    ["\(index)", "survival"], found: "\(anchor.survival)", expected: "a share above 0, at most 1",
                    remedy: "Write 12 % as 0.12.")
            }
            guard anchor.survival <= previous.survival + 1e-12 else {
                throw Fault(
                    ["\(index)", "survival"], found: "\(anchor.survival) after \(previous.survival)",
                    expected: "a share that does not rise", remedy: "Survival cannot rise: correct one of the shares.")
            }
            previous = anchor
        }
    }
}
