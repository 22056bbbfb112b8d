/// A kind of centre: what there is of everything.
public struct CentreKind: Codable, Sendable, Equatable {
    /// Where the therapy is given.
    public enum Care: String, Codable, Sendable, CaseIterable {
        /// In a bed from the infusion on, or from the first day of lymphodepletion
        case fromInfusion, fromLymphodepletion
        /// At home or in lodgings; admitted with fever or toxicity
        case outpatient
    }
    /// Identifier.
    public var id: String
    /// First consults a week.
    public var consultsPerWeek: SourcedValue
    /// Leukaphereses a week.
    public var collectionsPerWeek: SourcedValue
    /// Beds for patients after CAR-T cells.
    public var beds: SourcedValue
    /// Beds in intensive care that they may count on.
    public var intensiveCareBeds: SourcedValue
    /// Visits of the clinic a week.
    public var visitsPerWeek: SourcedValue
    /// Where the therapy is given.
    public var care: Care
}

/// A centre.
public struct CentreSite: Codable, Sendable, Equatable {
    /// Identifier.
    public var id: String
    /// Its kind.
    public var kind: String
    /// Where it is, km.
    public var x, y: Double
    /// What it offers; nil for everything.
    public var services: [String]?

    /// Whether it offers a service.
    public func offers(_ service: String) -> Bool { services?.contains(service) ?? true }
}
