extension LabelBook {
    /// Holds a patient against every label in force in a jurisdiction on a day, by product.
    public func assess(_ candidate: Candidate, in jurisdiction: Jurisdiction, on day: Day) -> [LabelAssessment] {
        labels(in: jurisdiction, on: day).map { $0.assess(candidate, on: day) }
    }
}
