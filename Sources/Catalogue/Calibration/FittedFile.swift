import Inference
import Therapy

/// The file of fitted values (`Models/body/fitted.yaml`): what a calibration found, how well it is known, and what it
/// was found with.
public struct FittedFile: Codable, Sendable, Equatable {
    /// The command that found the values.
    public var command: String
    /// Its seed.
    public var seed: UInt64
    /// Virtual patients in each trial.
    public var patients: Int
    /// Steps that the descent took.
    public var iterations: Int
    /// Half the sum of squares at the start and at the end.
    public var objective: [Double]
    /// Files that the values depend on, with digests of their content (without sources, notes and comments).
    public var inputs: [String: String]
    /// Values of the body.
    public var body: [String: Entry]
    /// Values of products, by identifier.
    public var products: [String: [String: Entry]]
    /// Values of diseases, by identifier.
    public var diseases: [String: [String: Entry]]

    /// One parameter.
    public struct Entry: Codable, Sendable, Equatable {
        /// Typical value.
        public var value: Double?
        /// How well it is known.
        public var valueSD: Deviation?
        /// Spread between patients.
        public var cv: Double?
        /// How well it is known.
        public var cvSD: Deviation?
    }

    /// Standard deviations on the log scale (of the logit for a share): before the fit and, linearised, after it.
    public struct Deviation: Codable, Sendable, Equatable {
        /// Of the prior.
        public var prior: Double
        /// Of the posterior.
        public var posterior: Double
    }

    /// The values, ready to be laid over the files.
    public var parameters: FittedParameters {
        func entries(_ entries: [String: Entry]) -> [String: FittedParameters.Entry] {
            entries.mapValues { .init(value: $0.value, cv: $0.cv) }
        }
        var fitted = FittedParameters(source: command)
        fitted.body = entries(body)
        fitted.products = products.mapValues(entries)
        fitted.diseases = diseases.mapValues(entries)
        return fitted
    }

    /// What a calibration found, as the file holds it.
    ///
    /// - Parameter earlier: the fit at which it began; what was not fitted again is carried over.
    public init(_ outcome: CalibrationOutcome, inputs: [String: String], earlier: FittedFile? = nil) {
        command = outcome.problem.command
        seed = outcome.problem.plan.seed
        patients = outcome.problem.plan.patients
        iterations = outcome.state.iterations
        objective = outcome.objectives.map { Self.rounded($0, places: 2) }
        self.inputs = (earlier?.inputs ?? [:]).merging(inputs) { $1 }
        (body, products, diseases) = (earlier?.body ?? [:], earlier?.products ?? [:], earlier?.diseases ?? [:])
        for (index, parameter) in outcome.problem.parameters.enumerated() {
            let deviation = Deviation(
                prior: Self.rounded(outcome.priorDeviation(index), places: 4),
                posterior: Self.rounded(outcome.posteriorDeviation(index), places: 4))
            func put(_ entry: inout Entry) {
                switch parameter.attribute {
                case .value: (entry.value, entry.valueSD) = (outcome.values[index], deviation)
                case .cv: (entry.cv, entry.cvSD) = (outcome.values[index], deviation)
                }
            }
            switch parameter.owner {
            case .body: put(&body[parameter.name, default: Entry()])
            case .product(let id): put(&products[id, default: [:]][parameter.name, default: Entry()])
            case .disease(let id): put(&diseases[id, default: [:]][parameter.name, default: Entry()])
            }
        }
    }

    private static func rounded(_ value: Double, places: Int) -> Double {
        let factor = places == 2 ? 100.0 : 10_000.0
        return (value * factor).rounded() / factor
    }
}
