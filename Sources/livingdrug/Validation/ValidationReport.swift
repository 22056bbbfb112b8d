import Foundation
import Therapy

/// What `validate --json` prints, and `validate.json` holds.
struct ValidationReport: Encodable {
    let endpoints: [EndpointRow]
    let quantities: [QuantityRow]
    let policies: [PolicyRow]
    let summary: Summary

    /// Studies beside what they published.
    let comparisons: [StudyComparison]
    /// Quantities with what came out.
    let found: [QuantityResult]
    /// Policies with what came out.
    let policyResults: [PolicyComparison]
    /// What falls short of what is required, in words.
    let shortfalls: [String]

    private enum CodingKeys: String, CodingKey { case endpoints, quantities, policies, summary }

    init(
        _ plan: ValidationPlan, _ runs: [VirtualArm: ArmRun], desk: ValidationDesk, required: RequiredAgreement,
        patients: Int, seed: UInt64, seconds: () -> Double
    ) {
        comparisons = plan.studies.compactMap { study in
            runs[VirtualArm(study: study.id)].map { StudyComparison($0.outcomes, study: study) }
        }
        let bench = QuantityBench(runs: runs, missing: plan.missing, body: desk.body, base: desk.base)
        found = plan.quantities.map(bench.result)
        policyResults = plan.expectations.map { PolicyComparison($0, runs: runs, missing: plan.missing) }
        endpoints = comparisons.flatMap(\.endpoints).map(EndpointRow.init)
        quantities = found.map(QuantityRow.init)
        policies = policyResults.map(PolicyRow.init)
        let calibration = comparisons.agreement(of: .calibration)
        let validation = comparisons.agreement(of: .validation)
        shortfalls = required.shortfalls(
            calibration: calibration, validation: validation, quantities: found.agreement)
        summary = Summary(
            patients_per_study: patients, seed: seed, wall_seconds: (seconds() * 1000).rounded() / 1000,
            calibration: .init(calibration), validation: .init(validation), quantities: .init(found),
            policies: .init(compared: policyResults.agreement.compared, holding: policyResults.agreement.agreeing),
            required: required, shortfalls: shortfalls,
            studies: comparisons.map(Summary.StudyCount.init))
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
