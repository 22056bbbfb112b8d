/// A disease as the simulator knows it: what a tumour burden means for the patient, and how the tumour differs in the
/// body. Data, shared by all studies of the disease.
public struct Disease: Codable, Sendable, Equatable {
    /// Identifier (for example `large-b-cell-lymphoma`).
    public var id: String
    /// For people.
    public var title: String
    /// What the file rests on.
    public var sources: [String]
    /// Who wrote this file.
    public var author: String
    /// Date of the last change, ISO 8601.
    public var date: String
    /// What a burden means.
    public var rules: DiseaseRules
    /// Differences of the body, by parameter of the body model.
    public var body: [String: SourcedValue]
}
