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
    /// Of products, by identifier and parameter; other numbers by their `EvidenceNumber` name.
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

/// Numbers of the evidence that a calibration may move, beside those of the body.
public enum EvidenceNumber: String, Sendable, CaseIterable {
    /// Product: share of batches lost; share of products that hardly expand; their fitness, as a factor of the others'
    case batchLoss = "process.batchLoss"
    case unfitShare = "process.unfitShare"
    case unfitFitness = "process.unfitFitness"
    /// Disease: burden that is seen, that makes unfit, that kills; growth after progression; share saved by the next therapy
    case detectable = "rules.detectable"
    case unfit = "rules.unfit"
    case lethal = "rules.lethal"
    case growthAfterProgression = "rules.growthAfterProgression"
    case salvaged = "rules.salvaged"
    /// Disease: hazard of infection, as a factor
    case infections = "rules.infections"

    /// Whether the number is a disease's; else a product's.
    public var isOfDisease: Bool { productPath == nil }

    private var productPath: WritableKeyPath<Product, SourcedValue>? {
        switch self {
        case .batchLoss: \.process.batchLoss
        case .unfitShare: \.process.unfitShare
        case .unfitFitness: \.process.unfitFitness
        default: nil
        }
    }

    private var diseasePath: WritableKeyPath<Disease, SourcedValue>? {
        switch self {
        case .detectable: \.rules.detectable
        case .unfit: \.rules.unfit
        case .lethal: \.rules.lethal
        case .growthAfterProgression: \.rules.growthAfterProgression
        case .salvaged: \.rules.salvaged
        case .infections: \.rules.infections
        default: nil
        }
    }

    /// The number as it stands in the file of its owner.
    public func value(of product: Product, _ disease: Disease) -> SourcedValue? {
        productPath.map { product[keyPath: $0] } ?? diseasePath.map { disease[keyPath: $0] }
    }

    /// Whether the number is a share between 0 and 1.
    public var isShare: Bool { self == .batchLoss || self == .unfitShare || self == .salvaged }

    func set(_ entry: FittedParameters.Entry, source: String, in product: inout Product) {
        if let path = productPath { product[keyPath: path].take(entry, source: source) }
    }

    func set(_ entry: FittedParameters.Entry, source: String, in disease: inout Disease) {
        if let path = diseasePath { disease[keyPath: path].take(entry, source: source) }
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
    /// The product with the numbers of it that were fitted.
    func taking(_ fitted: FittedParameters) -> Product {
        var product = self
        for (name, entry) in fitted.products[definition.id] ?? [:] {
            EvidenceNumber(rawValue: name)?.set(entry, source: fitted.source, in: &product)
        }
        return product
    }
}

extension Disease {
    /// The disease with the numbers of its rules that were fitted.
    func taking(_ fitted: FittedParameters) -> Disease {
        var disease = self
        for (name, entry) in fitted.diseases[id] ?? [:] {
            EvidenceNumber(rawValue: name)?.set(entry, source: fitted.source, in: &disease)
        }
        return disease
    }
}
