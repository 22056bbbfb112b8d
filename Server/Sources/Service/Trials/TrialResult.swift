import Care
import Report
import Therapy

/// What came of a trial.
struct TrialResult: Sendable {
    let setting: TrialSetting
    /// Of each arm, the reference first.
    let arms: [[Outcome]]
    let endpoints: [Endpoints]
    /// The arms beside each other, where there are several.
    let comparison: ArmComparison?
    /// Survival, of every arm.
    let curves: [TrialFigures.Curve]
    /// What is measured over time, in the first patients of the reference.
    let bands: [TrialFigures.Band]

    /// Patients that are followed by day for the plots: enough for the 5th percentile, and a few megabytes.
    static let traced = 400

    /// - Parameters:
    ///   - settings: of the arms, the reference first.
    ///   - traces: of the reference.
    init(_ settings: [TrialSetting], _ arms: [[Outcome]], _ traces: [PatientTrace]) {
        let setting = settings[0]
        self.setting = setting
        self.arms = arms
        endpoints = arms.map { Endpoints($0, study: setting.study) }
        comparison = arms.count > 1 ? ArmComparison(arms, study: setting.study, seed: setting.seed) : nil
        curves = zip(settings, arms).flatMap { arm, outcomes in
            let curves = TrialFigures.Curve.all(of: outcomes, study: arm.study)
            guard arms.count > 1 else { return curves }
            return curves.prefix(2).map { curve in
                var curve = curve
                curve.name += ", \(arm.guideline.policy.title)"
                return curve
            }
        }
        bands = TrialFigures.Band.all(of: traces, study: setting.study, course: setting.course)
    }

    /// Of the reference.
    var outcomes: [Outcome] { arms[0] }

    /// Patients whose integration failed; they are left out of the endpoints.
    var failures: [Int] { outcomes.filter { $0.failure != nil }.map(\.patient.index) }
}
