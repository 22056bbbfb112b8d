import Care

/// What a calibration found, laid over the data files when a trial is set up: of each parameter the typical value, the
/// spread, or both. The files keep what stood there before, with its grounds.
public struct FittedParameters: Sendable, Equatable {
    /// A fitted parameter; what is nil stays as the files have it.
    public struct Entry: Sendable, Equatable {
        /// Typical value.
        public var value: Double?
        /// Spread between patients, as in `SourcedValue.cv`.
        public var cv: Double?

        /// Makes an entry.
        public init(value: Double? = nil, cv: Double? = nil) {
            self.value = value
            self.cv = cv
        }
    }

    /// The command that found the values; becomes the source of each.
    public var source: String
    /// Of the body, by parameter.
    public var body: [String: Entry] = [:]
    /// Of products, by identifier and parameter; a number of the manufacture by its `ProcessParameter` name.
    public var products: [String: [String: Entry]] = [:]
    /// Of diseases, by identifier and parameter.
    public var diseases: [String: [String: Entry]] = [:]

    /// Nothing is fitted: the files as they are.
    public static let none = FittedParameters(source: "")

    /// Makes values without any entry yet.
    public init(source: String) { self.source = source }

    /// Whether nothing is fitted.
    public var isEmpty: Bool { body.isEmpty && products.isEmpty && diseases.isEmpty }
}

/// Numbers of a product's manufacture that a calibration may move, beside those of the body.
public enum ProcessParameter: String, Sendable, CaseIterable {
    /// Share of products that hardly expand
    case unfitShare = "process.unfitShare"
    /// Their fitness, as a factor of the others'
    case unfitFitness = "process.unfitFitness"

    /// The number as it stands in a product's file.
    public func value(in process: ManufacturingProcess) -> SourcedValue {
        switch self {
        case .unfitShare: process.unfitShare
        case .unfitFitness: process.unfitFitness
        }
    }

    /// Whether the number is a share between 0 and 1.
    public var isShare: Bool { self == .unfitShare }

    func set(_ entry: FittedParameters.Entry, source: String, in process: inout ManufacturingProcess) {
        switch self {
        case .unfitShare: process.unfitShare.take(entry, source: source)
        case .unfitFitness: process.unfitFitness.take(entry, source: source)
        }
    }
}

extension SourcedValue {
    /// Takes over what was fitted.
    mutating func take(_ entry: FittedParameters.Entry, source: String) {
        guard entry.value != nil || entry.cv != nil else { return }
        if let fitted = entry.value { value = fitted }
        if let fitted = entry.cv { cv = fitted }
        origin = .fitted
        self.source = source
    }
}

extension Product {
    /// The product with the numbers of its manufacture that were fitted.
    func taking(_ fitted: FittedParameters) -> Product {
        var product = self
        for (name, entry) in fitted.products[definition.id] ?? [:] {
            ProcessParameter(rawValue: name)?.set(entry, source: fitted.source, in: &product.process)
        }
        return product
    }
}
