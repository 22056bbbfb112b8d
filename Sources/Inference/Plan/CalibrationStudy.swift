import Therapy

/// A study that a fit may read. There is no other way into a fit, so a study that only judges can never be fitted to.
public struct CalibrationStudy: Sendable, Equatable {
    /// The study only judges; no fit may read it.
    public struct OnlyValidates: Error, Sendable, Equatable, CustomStringConvertible {
        /// The study's identifier.
        public let study: String
        /// What is wrong and what would be right.
        public var description: String {
            "the study '\(study)' has the role validation: no fit may read it. Leave it out of --studies and of the "
                + "plan's `studies`; compare with it by `livingdrug trial \(study)`."
        }
    }

    /// The study.
    public let study: Study

    /// Takes a study whose role is calibration.
    public init(_ study: Study) throws(OnlyValidates) {
        guard study.role == .calibration else { throw OnlyValidates(study: study.id) }
        self.study = study
    }
}
