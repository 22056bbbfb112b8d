/// Where a number of an analysis comes from.
public enum InputOrigin: String, Codable, Sendable, CaseIterable {
    /// Stands in the publication that is re-made, or in another that `source` names
    case published
    /// Computed from published numbers by arithmetic that `source` tells
    case derived
    /// Chosen by us; `source` says on what grounds
    case assumed
    /// Found so that the analysis gives one published result, which is then no evidence of agreement
    case solved
}

/// How well a number was checked against its source.
public enum InputCheck: String, Codable, Sendable, CaseIterable {
    /// Read in the source itself, or computed from figures read there
    case read
    /// Read in a careful secondary source
    case secondary
    /// From memory: not yet checked, and shown as unverified
    case unverified
}

/// A number of an analysis, by name: with its range, and where it comes from.
public struct Input: Codable, Sendable, Equatable {
    /// What a number is, which bounds it and shapes its uncertainty.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// A share from 0 to 1
        case share
        /// Quality of life from −1 (worse than death) to 1 (full health)
        case utility
        /// Money of the analysis, 0 or more
        case money
        /// Any other number of 0 or more: years, ratios, shapes
        case positive
        /// Any number
        case real
    }
    /// Kinds of uncertainty.
    public enum Distribution: String, Codable, Sendable, CaseIterable { case beta, gamma, normal, logNormal, uniform }

    /// For people.
    public var title: String
    /// What it is.
    public var kind: Kind
    /// The value; none for what is solved.
    public var value: Double?
    /// Lower end of its range: a 95 % interval, published or assumed; none for a number that is not varied.
    public var low: Double?
    /// Upper end of its range.
    public var high: Double?
    /// Shape of its uncertainty; by `kind` if not given.
    public var distribution: Distribution?
    /// Where it comes from.
    public var origin: InputOrigin
    /// How well it was checked; for what is published or derived.
    public var verification: InputCheck?
    /// Publication, arithmetic or grounds.
    public var source: String

    /// Every field by name.
    public init(
        title: String, kind: Kind, value: Double?, low: Double? = nil, high: Double? = nil,
        distribution: Distribution? = nil, origin: InputOrigin, verification: InputCheck? = nil, source: String
    ) {
        self.title = title
        self.kind = kind
        self.value = value
        self.low = low
        self.high = high
        self.distribution = distribution
        self.origin = origin
        self.verification = verification
        self.source = source
    }

    /// Smallest and largest value that there can be.
    public var bounds: ClosedRange<Double> {
        switch kind {
        case .share: 0...1
        case .utility: -1...1
        case .money, .positive: 0...Double.greatestFiniteMagnitude
        case .real: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
        }
    }

    /// - Throws: `Fault` for a value beyond its bounds, a range that does not hold it, or a missing source.
    public func check() throws(Fault) {
        guard source.contains(where: { !$0.isWhitespace }) else {
            throw Fault(
                ["source"], found: "blank text", expected: "a source",
                remedy: "Name the publication, the arithmetic or the grounds.")
        }
        guard let value else {
            guard origin == .solved else {
                throw Fault(
                    ["value"], found: "nothing", expected: "a value", remedy: "Write it, or say `origin: solved`.")
            }
            return
        }
        guard origin != .solved else {
            throw Fault(
                ["value"], found: "\(value)", expected: "no value for a number that is solved",
                remedy: "Take it away: `solve` finds it.")
        }
        if origin == .published || origin == .derived, verification == nil {
            throw Fault(
                ["verification"], found: "nothing", expected: "read, secondary or unverified",
                remedy: "Say how well the number was checked.")
        }
        for (name, number) in [("value", value), ("low", low ?? value), ("high", high ?? value)] {
            guard bounds.contains(number) else {
                throw Fault([name], found: "\(number)", expected: words, remedy: "Write 12 % as 0.12; mind the unit.")
            }
        }
        guard (low ?? value) <= value, value <= high ?? value else {
            throw Fault(
                ["low"], found: "\(low ?? value) to \(high ?? value)",
                expected: "a range that holds the value \(value)",
                remedy: "Put the smaller end into `low`.")
        }
    }

    private var words: String {
        switch kind {
        case .share: "a probability from 0 to 1"
        case .utility: "a utility from −1 to 1"
        case .money, .positive: "0 or more"
        case .real: "a number"
        }
    }
}
