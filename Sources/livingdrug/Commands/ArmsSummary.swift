import Care
import Foundation
import Therapy

/// What `trial --policy A --policy B --json` prints, and `trial.json` holds.
struct ArmsSummary: Encodable {
    /// One arm by itself.
    struct Arm: Encodable {
        let policy: String
        let title: String
        let infused: Int
        let endpoints: [String: Endpoint]
    }

    /// One arm beside the reference.
    struct Comparison: Encodable {
        let policy: String
        let differences: [String: Difference]
    }

    /// An arm's endpoint less the reference's, in the same patients.
    struct Difference: Encodable {
        let value: Double?
        let low: Double?
        let high: Double?
        let unit: String
        /// Patients compared.
        let pairs: Int
        /// Of a share: patients with the event under the reference only, and in the arm only.
        let only_reference: Int?
        let only_policy: Int?
        let method: PairedDifference.Method
    }

    let study: String
    let patients: Int
    let seed: UInt64
    let reference: String
    let wall_seconds: Double
    let patients_per_second: Double
    let arms: [Arm]
    let comparisons: [Comparison]
    let failures: [String]

    init(_ settings: [TrialSetting], _ results: [Trial.Result], _ comparison: ArmComparison, seconds: Double) {
        study = settings[0].study.id
        patients = results[0].outcomes.count
        seed = settings[0].seed
        reference = settings[0].guideline.policy.id
        wall_seconds = (seconds * 1000).rounded() / 1000
        patients_per_second = (Double(patients * settings.count) / max(seconds, 1e-6)).rounded()
        arms = settings.indices.map { arm in
            Arm(
                policy: settings[arm].guideline.policy.id, title: settings[arm].guideline.policy.title,
                infused: comparison.infused[arm],
                endpoints: Dictionary(
                    uniqueKeysWithValues: comparison.rows.map { ($0.measure.name, $0.estimates[arm]) }))
        }
        comparisons = settings.indices.dropFirst().map { arm in
            Comparison(
                policy: settings[arm].guideline.policy.id,
                differences: Dictionary(
                    uniqueKeysWithValues: comparison.rows.map { row in
                        let found = row.differences[arm - 1]
                        return (
                            row.measure.name,
                            Difference(
                                value: found.value, low: found.low, high: found.high, unit: found.unit,
                                pairs: found.pairs, only_reference: found.onlyReference, only_policy: found.onlyArm,
                                method: found.method)
                        )
                    }))
        }
        failures = zip(settings, results).flatMap { setting, result in
            result.outcomes.compactMap { outcome in
                outcome.failure.map { "\(setting.guideline.policy.id), patient \(outcome.patient.index): \($0)" }
            }
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
