/// What a study's published results may be used for.
public enum StudyRole: String, Codable, Sendable, CaseIterable {
    /// Parameters may be fitted to them
    case calibration
    /// No fit may read them: the simulation is judged by them
    case validation
}
