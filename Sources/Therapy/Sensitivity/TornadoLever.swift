import Dynamics

/// One number that can be held for a whole cohort: at a low value, then at a high one, with everything else drawn as
/// before.
public struct TornadoLever: Sendable {
    /// Name in files.
    public let id: String
    /// For people.
    public let label: String
    /// What kind of thing it is.
    public let kind: SensitivityInput.Kind
    /// The values at the cohort's 10th and 90th percentile, in `unit`.
    public let low, high: Double
    /// UCUM unit.
    public let unit: String
    /// The trial with the number held at the low or the high value.
    let held: @Sendable (_ high: Bool) -> TrialSetting

    /// The 90th percentile of the standard normal distribution.
    static let score = 1.2815515655446004
}

extension TornadoLever {
    /// Everything in a trial that can be held.
    ///
    /// Percentiles of covariates are those of the patients enrolled; of all else, of the distribution. A covariate that
    /// goes together with another is held in its own part: lymphocytes at their 10th percentile means few for the
    /// patient's tumour burden.
    static func all(for setting: TrialSetting, patients: Int) -> [TornadoLever] {
        let enrolled = (0..<patients).map { index in
            VirtualPatient.enrol(
                index: index, seed: setting.seed, from: setting.study.population, covariates: setting.covariates,
                inclusion: setting.study.inclusion
            ).scores
        }
        return Covariate.allCases.map { covariate($0, setting, enrolled) }
            + setting.parameters.varied.map { body($0, setting) } as [TornadoLever]
            + processes.compactMap { numbers(of: .product, $0.0, $0.1, \.product, $0.2, setting) }
            + logistics.compactMap { numbers(of: .product, $0.0, $0.1, \.study, $0.2, setting) }
            + limits.compactMap { numbers(of: .disease, $0.0, $0.1, \.disease, $0.2, setting) }
    }

    private static func covariate(_ covariate: Covariate, _ setting: TrialSetting, _ enrolled: [CovariateScores])
        -> TornadoLever
    {
        let scores = enrolled.map { $0[covariate] }
        let low = Quantile.of(scores, 0.1) ?? 0
        let high = Quantile.of(scores, 0.9) ?? 0
        func value(_ score: Double) -> Double {
            var typical = CovariateScores()
            typical[covariate] = score
            return VirtualPatient(
                index: 0, scores: typical, population: setting.study.population, covariates: setting.covariates,
                within: setting.study.inclusion
            ).value(of: covariate)
        }
        return TornadoLever(
            id: "patient.\(covariate.name)", label: covariate.label, kind: .patient, low: value(low), high: value(high),
            unit: covariate.unit
        ) { isHigh in
            var held = setting
            held.source.heldCovariates[covariate] = isHigh ? high : low
            return held
        }
    }

    private static func body(_ entry: BodyParameters.Entry, _ setting: TrialSetting) -> TornadoLever {
        // The body's fitness goes together with the fitness of the cells collected; its own part is held.
        let rho = entry.id == "fitness" ? setting.covariates.model.fitnessInBody.value : 0
        let reach = (1 - rho * rho).squareRoot() * score
        return TornadoLever(
            id: "body.\(entry.id)", label: "\(entry.id): \(entry.meaning)", kind: .body,
            low: entry.value.value(atScore: -reach), high: entry.value.value(atScore: reach), unit: entry.value.unit
        ) { isHigh in
            var held = setting
            held.source.heldScores[.body(entry.id)] = isHigh ? score : -score
            return held
        }
    }

    /// A number of the product or the study. A draw is spent on it although it is held, so that no other draw moves.
    private static func numbers<Root>(
        of kind: SensitivityInput.Kind, _ name: String, _ label: String, _ root: WritableKeyPath<TrialSetting, Root>,
        _ number: WritableKeyPath<Root, SourcedValue>, _ setting: TrialSetting
    ) -> TornadoLever? {
        let path = root.appending(path: number)
        let value = setting[keyPath: path]
        guard value.cv ?? 0 > 0 else { return nil }
        let (low, high) = (value.value(atScore: -score), value.value(atScore: score))
        nonisolated(unsafe) let place = path
        return TornadoLever(
            id: "\(kind.rawValue).\(name)", label: label, kind: kind, low: low, high: high, unit: value.unit
        ) { isHigh in
            var held = setting
            held[keyPath: place].value = isHigh ? high : low
            held[keyPath: place].cv = nil
            return held
        }
    }
}
