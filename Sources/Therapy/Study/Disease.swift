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
    /// What it takes from the fit of another disease, since no calibration study has this one; nil for nothing.
    public var borrows: Borrowing?

    /// Parameters of the body that are as in a kindred disease.
    public struct Borrowing: Codable, Sendable, Equatable {
        /// Identifier of the other disease.
        public var from: String
        /// Which parameters.
        public var parameters: [String]
        /// Grounds.
        public var source: String
    }
}

extension FittedParameters {
    /// What was fitted of a disease, with what it borrows of another.
    func parameters(of disease: Disease) -> [String: Entry] {
        let own = (diseases[disease.id] ?? [:]).filter { EvidenceNumber(rawValue: $0.key) == nil }
        guard let borrows = disease.borrows else { return own }
        let other = (diseases[borrows.from] ?? [:]).filter { borrows.parameters.contains($0.key) }
        return own.merging(other) { own, _ in own }
    }
}
