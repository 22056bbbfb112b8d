/// A result of a trial with its interval, beside what was published.
public struct Endpoint: Codable, Sendable, Equatable {
    /// Point estimate; nil if nobody could be assessed.
    public var value: Double?
    /// Lower 95 % limit.
    public var low: Double?
    /// Upper 95 % limit.
    public var high: Double?
    /// UCUM unit; "1" for a fraction.
    public var unit: String
    /// Who counts in it.
    public var analysisSet = AnalysisSet.infused
    /// What the study reported, if it did.
    public var published: PublishedEndpoint?
}
