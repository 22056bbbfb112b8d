import Care
import Foundation
import Therapy

/// What `trial --sensitivity --json` prints, and `sensitivity.json` holds.
struct SensitivitySummary: Encodable {
    /// One result and all that drives it, the greatest first.
    struct Output: Encodable {
        let output: String
        let label: String
        /// A share; for a logarithm, its mean.
        let mean: Double?
        let sobol: [Driver]
        let tornado: [Bar]
    }

    /// Shares of the variance.
    struct Driver: Encodable {
        let input: String
        let label: String
        let kind: SensitivityInput.Kind
        let first: IndexEstimate
        let total: IndexEstimate
    }

    /// Changes of the mean with a number held at the cohort's 10th and 90th percentile.
    struct Bar: Encodable {
        let input: String
        let label: String
        let kind: SensitivityInput.Kind
        let unit: String
        let low: Double
        let high: Double
        let at_low: Change
        let at_high: Change
    }

    /// A change with its interval.
    struct Change: Encodable {
        let value: Double?
        let low: Double?
        let high: Double?
        let pairs: Int

        init(_ difference: PairedDifference) {
            value = difference.value
            low = difference.low
            high = difference.high
            pairs = difference.pairs
        }
    }

    let study: String
    let policy: String
    let seed: UInt64
    let patients: Int
    let tornado_patients: Int
    let virtual_patients: Int
    let failures: Int
    let wall_seconds: Double
    let outputs: [Output]

    init(_ analysis: SensitivityAnalysis, _ result: SensitivityAnalysis.Result, seconds: Double) {
        study = analysis.setting.study.id
        policy = analysis.setting.guideline.policy.id
        seed = analysis.setting.seed
        patients = analysis.patients
        tornado_patients = analysis.tornadoPatients
        virtual_patients = analysis.runs
        failures = result.failures
        wall_seconds = (seconds * 1000).rounded() / 1000
        outputs = result.outputs.map { drivers in
            Output(
                output: drivers.output.rawValue, label: drivers.output.label, mean: drivers.mean,
                sobol: drivers.sobol.map {
                    Driver(
                        input: $0.input.id, label: $0.input.label, kind: $0.input.kind, first: $0.index.first,
                        total: $0.index.total)
                },
                tornado: drivers.tornado.map {
                    Bar(
                        input: $0.lever.id, label: $0.lever.label, kind: $0.lever.kind, unit: $0.lever.unit,
                        low: $0.lever.low, high: $0.lever.high, at_low: Change($0.low), at_high: Change($0.high))
                })
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
