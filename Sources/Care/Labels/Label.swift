/// What a product's label says in one jurisdiction on one day: one version, with the product that it is about.
///
/// Labels change, so they are versioned data (`Evidence/labels/`), and each decision records `nameAndVersion`.
/// Ask a `LabelBook` for the one that holds. The sections of the version are read through the label itself:
/// `label.thaw?.minutes`. A section that is nil is **not known here**; it never means that the label is silent.
@dynamicMemberLookup
public struct Label: Sendable, Equatable {
    /// What the label is about.
    public let subject: Subject
    /// The version in force.
    public let version: Version

    /// A label of a product and one of its versions.
    public init(subject: Subject, version: Version) {
        self.subject = subject
        self.version = version
    }

    /// What a decision records (for example `axi-cel/US@2025-06-26`).
    public var nameAndVersion: String { "\(subject.shortName)/\(subject.jurisdiction.rawValue)@\(version.version)" }

    /// A section of the version.
    public subscript<Section>(dynamicMember path: KeyPath<Version, Section>) -> Section { version[keyPath: path] }

    /// The product, where the label holds, and whose it is.
    public struct Subject: Codable, Sendable, Equatable {
        /// Identifier (for example `axicabtagene-ciloleucel`).
        public var product: String
        /// Short name (for example `axi-cel`).
        public var shortName: String
        /// Brand name.
        public var brand: String
        /// Holder of the approval.
        public var manufacturer: String
        /// Where it holds.
        public var jurisdiction: Jurisdiction
        /// Target antigen.
        public var antigen: ProductDefinition.Antigen
        /// Costimulatory domain.
        public var costimulation: ProductDefinition.Costimulation
    }
}
