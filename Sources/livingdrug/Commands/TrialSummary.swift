import Care
import Foundation
import Therapy

/// What `trial --json` prints, and `trial.json` holds.
struct TrialSummary: Encodable {
    let study: String
    let patients: Int
    let seed: UInt64
    let policy: String
    let infused: Int
    let wall_seconds: Double
    let patients_per_second: Double
    let endpoints: [String: Endpoint]
    /// Patients whose integration failed, with the reason; they are left out of the endpoints.
    let failures: [String]

    init(_ setting: TrialSetting, _ result: Trial.Result, seconds: Double) {
        let computed = Endpoints(result.outcomes, study: setting.study)
        study = setting.study.id
        patients = result.outcomes.count
        seed = setting.seed
        policy = setting.guideline.policy.id
        infused = computed.infused
        wall_seconds = (seconds * 1000).rounded() / 1000
        patients_per_second = (Double(result.outcomes.count) / max(seconds, 1e-6)).rounded()
        endpoints = computed.values
        failures = result.outcomes.compactMap { outcome in
            outcome.failure.map { "patient \(outcome.patient.index): \($0)" }
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
