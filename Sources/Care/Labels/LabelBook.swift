/// The labels that are known, by product, jurisdiction and day.
public struct LabelBook: Sendable, Equatable {
    /// The histories, by product and jurisdiction.
    public let histories: [Label.History]

    /// Takes histories; the order does not matter.
    ///
    /// - Throws: `LabelLookupError.twice` if two are about the same product and jurisdiction.
    public init(_ histories: [Label.History]) throws(LabelLookupError) {
        let sorted = histories.sorted {
            ($0.subject.product, $0.subject.jurisdiction.rawValue) < (
                $1.subject.product, $1.subject.jurisdiction.rawValue
            )
        }
        for (one, next) in zip(sorted, sorted.dropFirst())
        where one.subject.product == next.subject.product && one.subject.jurisdiction == next.subject.jurisdiction {
            throw .twice(next.subject)
        }
        self.histories = sorted
    }

    /// The one version in force.
    ///
    /// - Parameters:
    ///   - product: identifier, short name or brand; case does not matter.
    ///   - jurisdiction: where.
    ///   - day: when.
    /// - Throws: `LabelLookupError`: unknown product, no label there, not yet approved, or ended.
    public func label(
        of product: String, in jurisdiction: Jurisdiction, on day: Day
    ) throws(LabelLookupError) -> Label {
        let named = histories.filter { $0.subject.isNamed(product) }
        guard !named.isEmpty else {
            throw .unknownProduct(product, known: Set(histories.map(\.subject.shortName)).sorted())
        }
        guard let history = named.first(where: { $0.subject.jurisdiction == jurisdiction }) else {
            throw .noLabel(product, in: jurisdiction, known: named.map(\.subject.jurisdiction))
        }
        return try history.label(on: day)
    }

    /// All labels in force on a day in a jurisdiction, withdrawn ones left out, by product.
    public func labels(in jurisdiction: Jurisdiction, on day: Day) -> [Label] {
        histories.filter { $0.subject.jurisdiction == jurisdiction }.compactMap { try? $0.label(on: day) }
            .filter { $0.version.status != .withdrawn }
    }

    /// The version that a decision recorded as `nameAndVersion`.
    public func label(named nameAndVersion: String) -> Label? {
        // A decision asks for one of some hundred versions: only those of its product are put in words.
        for history in histories where nameAndVersion.hasPrefix(history.subject.shortName) {
            for version in history.versions {
                let label = Label(subject: history.subject, version: version)
                if label.nameAndVersion == nameAndVersion { return label }
            }
        }
        return nil
    }
}

extension Label.Subject {
    /// Whether a name means this product: identifier, short name or brand, whatever the case.
    public func isNamed(_ name: String) -> Bool {
        [product, shortName, brand].contains { $0.lowercased() == name.lowercased() }
    }
}

/// No label, or not exactly one.
public enum LabelLookupError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No product has this name
    case unknownProduct(String, known: [String])
    /// The product has no label there
    case noLabel(String, in: Jurisdiction, known: [Jurisdiction])
    /// The day is before the first version
    case notYet(subject: Label.Subject, on: Day, first: Day)
    /// The day is after the last version ended
    case ended(subject: Label.Subject, on: Day, last: Day)
    /// Two histories of one product and jurisdiction
    case twice(Label.Subject)

    /// What was asked and what there is.
    public var description: String {
        switch self {
        case .unknownProduct(let name, let known):
            "'\(name)' is no product with a label here. Known: \(known.joined(separator: ", "))"
        case .noLabel(let name, let place, let known):
            "there is no label of \(name) for \(place.rawValue) here. "
                + "There is one for \(known.map(\.rawValue).joined(separator: ", "))"
        case .notYet(let subject, let day, let first):
            "\(subject.shortName) had no label in \(subject.jurisdiction.rawValue) on \(day): the first is of \(first)"
        case .ended(let subject, let day, let last):
            "the last label of \(subject.shortName) in \(subject.jurisdiction.rawValue) that is known here ended on "
                + "\(last), before \(day)"
        case .twice(let subject):
            "two label histories of \(subject.product) for \(subject.jurisdiction.rawValue)"
        }
    }
}
