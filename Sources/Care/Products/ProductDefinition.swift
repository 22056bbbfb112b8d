/// What a product's label says, for one jurisdiction from one date on. Labels change, so definitions are versioned
/// data and each decision records the version that it used.
public struct ProductDefinition: Codable, Sendable, Equatable {
    /// Target antigen.
    public enum Antigen: String, Codable, Sendable, CaseIterable { case cd19 = "CD19", bcma = "BCMA" }
    /// Costimulatory domain.
    public enum Costimulation: String, Codable, Sendable, CaseIterable { case cd28 = "CD28", fourOneBB = "4-1BB" }

    /// Identifier (for example `axicabtagene-ciloleucel`).
    public var id: String
    /// Short name (for example `axi-cel`).
    public var shortName: String
    /// Brand name.
    public var brand: String
    /// Target antigen.
    public var antigen: Antigen
    /// Costimulatory domain.
    public var costimulation: Costimulation
    /// Jurisdiction (`US`, `EU`).
    public var jurisdiction: String
    /// Version of this definition; `name@version` is what decisions record.
    public var version: String
    /// First day on which it holds, ISO 8601.
    public var effectiveFrom: String
    /// Indications in words, each with its flag in `sources`.
    public var indications: [String]
    /// Minutes from the end of thaw within which the infusion must be complete.
    public var thawWindowMinutes: Double
    /// Days from the end of lymphodepletion to infusion: earliest, latest.
    public var lymphodepletionWindowDays: [Double]
    /// Weeks near the treatment centre.
    public var proximityWeeks: Double
    /// Days of at least daily monitoring.
    public var dailyMonitoringDays: Double
    /// Weeks without driving.
    public var drivingWeeks: Double
    /// Years of follow-up.
    public var followUpYears: Double
    /// Boxed warnings.
    public var boxedWarnings: [String]
    /// Sources, one a line, each with how well it was checked.
    public var sources: [String]

    /// What a decision records.
    public var nameAndVersion: String { "\(shortName)@\(version)" }
}
