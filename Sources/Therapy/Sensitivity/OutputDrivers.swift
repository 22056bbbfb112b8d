/// What drives one output.
public struct OutputDrivers: Sendable {
    /// Which output.
    public let output: SensitivityOutput
    /// Its mean in the cohort (a share, or the mean logarithm); nil if nobody can be judged.
    public let mean: Double?
    /// What each input explains of the differences between patients, the greatest total index first. Empty if the
    /// output does not vary.
    public let sobol: [Driver]
    /// How the cohort's mean moves with each number, the greatest effect first.
    public let tornado: [Bar]

    /// One input's share of the variance.
    public struct Driver: Sendable {
        /// What varies.
        public let input: SensitivityInput
        /// Its indices.
        public let index: SobolIndex
    }

    /// One number held at its 10th and 90th percentile.
    public struct Bar: Sendable {
        /// What is held.
        public let lever: TornadoLever
        /// The cohort's mean at the 10th percentile less the usual one, patient by patient.
        public let low: PairedDifference
        /// At the 90th percentile.
        public let high: PairedDifference

        /// The greater of the two effects and of their distance.
        public var reach: Double {
            let (low, high) = (low.value ?? 0, high.value ?? 0)
            return max(abs(low), abs(high), abs(high - low))
        }
    }

    init(
        _ output: SensitivityOutput, usual: [Double], sobol indices: [SobolIndex]?, inputs: [SensitivityInput],
        levers: [(lever: TornadoLever, low: [Double], high: [Double])]
    ) {
        self.output = output
        mean = MeanEstimate(usual)?.value
        sobol = zip(inputs, indices ?? []).map(Driver.init).enumerated()
            // Ties keep the order of the inputs.
            .sorted { ($1.element.index.total.value, $0.offset) < ($0.element.index.total.value, $1.offset) }
            .map(\.element)
        let unit = output.isLogarithm ? "[lg]" : "1"
        tornado = levers.map { lever, low, high in
            Bar(
                lever: lever, low: .mean(Array(usual.prefix(low.count)), low, unit: unit),
                high: .mean(Array(usual.prefix(high.count)), high, unit: unit))
        }
        .enumerated().sorted { ($1.element.reach, $0.offset) < ($0.element.reach, $1.offset) }.map(\.element)
    }
}
