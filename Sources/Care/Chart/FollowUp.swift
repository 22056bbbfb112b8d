/// The calendar of follow-up, days from infusion. Reference schedule; from memory, but for the 15 years that the FDA asks
/// for after integrating vectors.
enum FollowUp {
    /// Visits after the first month: to month 24 as practised, then yearly to year 15.
    static let visits: [Double] = [28, 60, 90, 180, 270, 365, 540] + (2...15).map { Double($0) * 365 }

    /// Response assessments: PET in lymphoma, marrow and residual disease in leukaemia, M-protein in myeloma.
    static func responseAssessments(of disease: String) -> [Double] {
        let name = disease.lowercased()
        if name.contains("myeloma") { return [28, 56, 84, 112, 140, 180, 365] }
        if name.contains("leuk") { return [28, 90, 180, 270, 365] }
        return [28, 90, 180, 365]
    }

    /// The first appointment not yet kept. One is kept by coming in its window: a tenth of the time to it before it, at
    /// most 14 days (assumed), or later.
    static func next(_ appointments: [Double], after last: Double?) -> Double? {
        guard let last else { return appointments.first }
        return appointments.first { $0 - min(14, 0.1 * $0) > last }
    }
}
