import Foundation

/// Everything that the report of a sensitivity analysis shows.
public struct SensitivityFigures: Codable, Sendable, Equatable {
    /// What was simulated and how.
    public var study: TrialFigures.Study
    /// Virtual patients in all.
    public var runs: Int
    /// What was explained, in the order of the page.
    public var outputs: [Output]

    /// Every value by name.
    public init(study: TrialFigures.Study, runs: Int, outputs: [Output]) {
        self.study = study
        self.runs = runs
        self.outputs = outputs
    }

    /// One output and what drives it, the greatest first. What is not given is not drawn.
    public struct Output: Codable, Sendable, Equatable {
        /// The short name.
        public var name: String
        /// For people.
        public var label: String
        /// Whether it is a logarithm to base 10 and not a rate.
        public var isLogarithm: Bool
        /// The mean in the cohort.
        public var mean: Double?
        /// Shares of the variance.
        public var drivers: [Driver]
        /// Effects of single numbers.
        public var bars: [Bar]

        /// Every value by name.
        public init(
            name: String, label: String, isLogarithm: Bool, mean: Double?, drivers: [Driver], bars: [Bar]
        ) {
            self.name = name
            self.label = label
            self.isLogarithm = isLogarithm
            self.mean = mean
            self.drivers = drivers
            self.bars = bars
        }
    }

    /// An estimate with its 95 % interval.
    public struct Estimate: Codable, Sendable, Equatable {
        /// The estimate.
        public var value: Double?
        /// The lower end of its interval.
        public var low: Double?
        /// The upper end of its interval.
        public var high: Double?

        /// Every value by name.
        public init(value: Double?, low: Double?, high: Double?) {
            self.value = value
            self.low = low
            self.high = high
        }
    }

    /// The share of an output's variance that one input explains.
    public struct Driver: Codable, Sendable, Equatable {
        /// For people.
        public var label: String
        /// What kind of thing it is.
        public var kind: String
        /// By itself.
        public var first: Estimate
        /// With everything that it takes part in.
        public var total: Estimate

        /// Every value by name.
        public init(label: String, kind: String, first: Estimate, total: Estimate) {
            self.label = label
            self.kind = kind
            self.first = first
            self.total = total
        }
    }

    /// A number held at the cohort's 10th and 90th percentile.
    public struct Bar: Codable, Sendable, Equatable {
        /// For people.
        public var label: String
        /// What kind of thing it is.
        public var kind: String
        /// The two values in words, with the unit.
        public var values: String
        /// The change of the output's mean at the lower value.
        public var low: Estimate
        /// At the higher value.
        public var high: Estimate

        /// Every value by name.
        public init(label: String, kind: String, values: String, low: Estimate, high: Estimate) {
            self.label = label
            self.kind = kind
            self.values = values
            self.low = low
            self.high = high
        }
    }

    /// The figures as JSON with sorted keys.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        guard let data = try? encoder.encode(self) else { preconditionFailure("plain values always encode") }
        return String(decoding: data, as: UTF8.self)
    }
}
