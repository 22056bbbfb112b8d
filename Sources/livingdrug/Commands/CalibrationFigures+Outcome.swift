import Foundation
import Inference
import Report
import Therapy

extension CalibrationFigures {
    /// - Parameter seconds: how long the run took.
    init(_ outcome: CalibrationOutcome, seconds: Double) {
        let problem = outcome.problem
        let parameters = problem.parameters.indices.map { Self.parameter(outcome, $0) }
        let labels = parameters.map(\.label)
        self.init(
            command: problem.command, seed: problem.plan.seed, patients: problem.plan.patients,
            iterations: outcome.state.iterations, converged: outcome.state.descent?.hasConverged ?? false,
            wall_seconds: (seconds * 10).rounded() / 10, objective_start: outcome.objectives[0],
            objective_end: outcome.objectives[1], parameters: parameters,
            endpoints: problem.material.studies.indices.flatMap { study in
                problem.comparisons[study].indices.map { Self.compared(outcome, study, $0) }
            },
            left_out: problem.plan.leaveOut.map {
                .init(study: $0.study, endpoint: $0.endpoint, because: $0.because)
            },
            unidentifiable: parameters.filter { !$0.identifiable }.map(\.label),
            weak_directions: outcome.posterior.weakCombinations.prefix(8).map { direction in
                Direction(
                    ratio: direction.ratio,
                    parameters: direction.named.map { .init(parameter: labels[$0.index], loading: $0.loading) })
            },
            correlated: outcome.posterior.pairs.prefix(20).map {
                .init(first: labels[$0.first], second: labels[$0.second], correlation: $0.correlation)
            },
            trace: outcome.state.trace.map { .init(step: $0.step, objective: $0.objective) })
    }

    private static func parameter(_ outcome: CalibrationOutcome, _ index: Int) -> Parameter {
        let parameter = outcome.problem.parameters[index]
        let ratio = outcome.posterior.ratios[index]
        return Parameter(
            owner: parameter.owner.label, name: parameter.name, attribute: parameter.attribute.rawValue,
            scale: parameter.prior.scale.rawValue, start: parameter.start, fitted: outcome.values[index],
            prior_low: parameter.prior.low, prior_high: parameter.prior.high,
            prior_sd: outcome.priorDeviation(index), posterior_sd: outcome.posteriorDeviation(index), ratio: ratio,
            identifiable: ratio <= Posterior.unidentifiable, label: parameter.label)
    }

    private static func compared(_ outcome: CalibrationOutcome, _ study: Int, _ index: Int) -> Compared {
        let comparison = outcome.problem.comparisons[study][index]
        let interval = comparison.published.interval
        let values = [outcome.before, outcome.after, outcome.control].map { $0[study][index] }
        return Compared(
            study: outcome.problem.material.studies[study].study.id, endpoint: comparison.name.rawValue,
            label: comparison.name.label, unit: comparison.name.unit, published: comparison.published.value,
            low: interval.low, high: interval.high, basis: interval.basis.rawValue, n: comparison.published.n,
            verification: comparison.published.verification.rawValue, before: values[0], after: values[1],
            control: values[2], residual_before: comparison.residual(values[0]),
            residual_after: comparison.residual(values[1]), residual_control: comparison.residual(values[2]))
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
