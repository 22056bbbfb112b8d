/// Which of the things that vary between virtual patients drive each result.
///
/// Two questions. Sobol indices: what share of the differences between patients does each input explain, by itself and
/// with others? A tornado: how does the cohort's result move when one number is held at its 10th, then its 90th
/// percentile in every patient, all else being the same draw for draw?
public struct SensitivityAnalysis: Sendable {
    /// The trial, followed for a year.
    public let setting: TrialSetting
    /// What varies.
    public let inputs: [SensitivityInput]
    /// What can be held.
    public let levers: [TornadoLever]
    /// Patients of each cohort of the Sobol design.
    public let patients: Int
    /// Patients of each cohort of the tornado.
    public let tornadoPatients: Int

    /// Cohorts of this size make the intervals of a total index about ± 0.02 for a share of 15 %.
    public static let usualPatients = 3000
    /// Differences between paired cohorts need fewer patients than variances do.
    private static let tornadoShare = 3

    /// Plans an analysis; nothing runs yet.
    /// - Parameter patients: of each cohort of the Sobol design; the tornado's have a third.
    public init(_ setting: TrialSetting, patients: Int) {
        var year = setting
        year.study.followUpDays = min(setting.study.followUpDays, SensitivityOutput.followUpDays)
        self.setting = year
        self.patients = patients
        tornadoPatients = max(1, patients / Self.tornadoShare)
        inputs = SensitivityInput.all(for: year)
        levers = TornadoLever.all(for: year, patients: tornadoPatients)
    }

    /// Virtual patients of the Sobol design: two cohorts, and one for each input.
    public var sobolRuns: Int { (inputs.count + 2) * patients }
    /// Virtual patients of the tornado: two cohorts for each number. The cohort in the middle is one of Sobol's.
    public var tornadoRuns: Int { 2 * levers.count * tornadoPatients }
    /// All virtual patients that the analysis runs.
    public var runs: Int { sobolRuns + tornadoRuns }

    /// What came out.
    public struct Result: Sendable {
        /// By output that varies.
        public let outputs: [OutputDrivers]
        /// Patients who could not be computed, all cohorts together.
        public let failures: Int
    }

    /// Runs everything. The result does not depend on the number of threads.
    /// - Parameters:
    ///   - progress: told how many virtual patients are done, from any thread.
    ///   - isCancelled: asked between patients.
    public func run(
        threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(Trial.Interrupted) -> Result {
        var done = 0
        var failures = 0
        func cohort(_ setting: TrialSetting, _ patients: Int) throws(Trial.Interrupted) -> [[Double]] {
            let before = done
            let outcomes = try Trial(setting).run(
                patients: patients, threads: threads, progress: { progress(before + $0) }, isCancelled: isCancelled
            ).outcomes
            done += patients
            failures += outcomes.filter { $0.failure != nil }.count
            return SensitivityOutput.allCases.map { output in outcomes.map(output.value(of:)) }
        }
        let a = try cohort(setting, patients)
        let b = try cohort(second, patients)
        var hybrids: [[[Double]]] = []
        for input in inputs { hybrids.append(try cohort(hybrid(input), patients)) }
        var held: [(low: [[Double]], high: [[Double]])] = []
        for lever in levers {
            held.append((try cohort(lever.held(false), tornadoPatients), try cohort(lever.held(true), tornadoPatients)))
        }
        let outputs = SensitivityOutput.allCases.enumerated().map { position, output in
            let sample = SobolSample(a: a[position], b: b[position], hybrids: hybrids.map { $0[position] })
            return OutputDrivers(
                output, usual: a[position], sobol: sample.indices(seed: setting.seed), inputs: inputs,
                levers: zip(levers, held).map { ($0, $1.low[position], $1.high[position]) })
        }
        return Result(outputs: outputs, failures: failures)
    }

    /// The trial of the second seed: every draw exchanged.
    var second: TrialSetting {
        var other = setting
        other.source = RandomSource(seed: setting.source.second)
        return other
    }

    /// The trial with one input from the second seed.
    func hybrid(_ input: SensitivityInput) -> TrialSetting {
        var hybrid = setting
        hybrid.source = setting.source.exchanging(input.draws)
        return hybrid
    }
}
