/// Residual-disease categories of IMWG 2016: only in a complete response, only at 1 in 100,000 cells or better.
public enum IMWGResidualDisease: String, Sendable, Equatable, CaseIterable {
    /// Flow or sequencing and imaging negative, twice at least a year apart
    case sustainedNegative
    /// Flow or sequencing negative, and imaging too
    case imagingNegative
    /// Negative by next-generation flow; by sequencing
    case flowNegative, sequencingNegative
    /// Residual disease is found
    case positive
    /// There is no complete response; or the test, its method or sensitivity do not suffice
    case notInCompleteResponse, indeterminate

    /// Days between two negative results that make one sustained.
    public static let sustainedDays = 365.0

    /// The category at one time.
    /// - Parameters:
    ///   - response: the response then.
    ///   - test: marrow, by next-generation flow or sequencing.
    ///   - imagingNegative: whether PET-CT shows no uptake above that of mediastinum or surrounding tissue; nil unknown.
    ///   - earlier: when both were negative before, if ever.
    public static func category(
        response: IMWGResponse, test: ResidualDiseaseTest?, imagingNegative: Bool? = nil, earlier: Instant? = nil
    ) -> Assessment<IMWGResidualDisease> {
        let status = ResidualDisease.status(of: test, at: ResidualDisease.myelomaLevel)
        var verdict = Assessment(grade: IMWGResidualDisease.positive, reasons: status.reasons, unknown: status.unknown)
        func note(_ finding: String, _ threshold: String) {
            guard let test else { return }
            verdict.reasons.append(
                Reason(
                    finding: "\(finding): \(threshold)", at: test.at, source: IMWGResponse.source,
                    threshold: threshold, entry: .responseAssessed))
        }
        guard response == .complete || response == .stringentComplete else {
            note(response.words, "residual-disease categories are of complete responses only")
            verdict.grade = .notInCompleteResponse
            return verdict
        }
        guard let test, status.grade != .indeterminate else {
            verdict.grade = .indeterminate
            return verdict
        }
        guard status.grade == .negative else { return verdict }
        guard test.method == .nextGenerationFlow || test.method == .sequencing else {
            note(test.method.words, "IMWG categories ask for next-generation flow or sequencing")
            verdict.grade = .indeterminate
            verdict.unknown.append("residual disease by next-generation flow or sequencing")
            return verdict
        }
        verdict.grade = test.method == .sequencing ? .sequencingNegative : .flowNegative
        guard imagingNegative == true else {
            if imagingNegative == nil { verdict.unknown.append("PET-CT") } else { note("PET-CT", "disease is seen") }
            return verdict
        }
        verdict.grade = .imagingNegative
        if let earlier, test.at.days(since: earlier) >= sustainedDays {
            note("negative since \(earlier.iso8601)", "a year apart or more is sustained")
            verdict.grade = .sustainedNegative
        }
        return verdict
    }
}
