import ArgumentParser
import Catalogue
import Foundation
import Report
import Therapy

/// What `trial` and `patient` have in common.
struct StudyOptions: ParsableArguments {
    @Argument(help: "The study: a file of Evidence/studies, for example zuma-1, eliana, karmma, cartitude-1.")
    var study: String

    @Option(help: "Seed of the cohort. The same seed gives the same patients, on any machine and number of threads.")
    var seed: UInt64 = 1

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: "Change a number: a parameter of the body (rE=2.5) or of the study (process.slotWaitDays=20). Repeatable."
    )
    var changes: [String] = []

    @Option(
        name: .customLong("policy"), parsing: .singleValue,
        help: ArgumentHelp(
            "How toxicity is managed: a policy of Evidence/policies, a YAML file, or as-published (the default).",
            discussion:
                "For `trial` repeatable: all policies run in the same virtual patients, compared with the first."))
    var policies: [String] = []

    func setting(_ shelf: Shelf) throws -> TrialSetting {
        try Setting.load(study: study, seed: seed, policy: policies.first, changes: changes, shelf: shelf)
    }
}

/// `livingdrug trial`: a virtual trial of a study.
struct TrialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial", abstract: "Run a virtual trial of a study, vein to vein and two years on.",
        discussion: """
            Prints the simulated endpoints beside the published ones. With --output it writes outcomes.csv (one row a
            patient), trial.json and report.html (opens offline). With --policy given twice or more, the policies run in
            the same virtual patients, and each is compared with the first. With --sensitivity it says which parameters
            and covariates drive each result.
            """)

    @OptionGroup var options: StudyOptions

    @Option(
        name: .customLong("patients"),
        help: "How many virtual patients are enrolled: 1000 if not given, 3000 a cohort for --sensitivity.")
    var cohort: Int?

    private var patients: Int { cohort ?? (sensitivity ? SensitivityAnalysis.usualPatients : 1000) }

    @Option(help: "Threads; all cores by default. The result does not depend on it.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Folder for outcomes.csv, trial.json and report.html.")
    var output: String?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    @Flag(help: "Say what drives each result: Sobol indices of all that varies, and one number at a time.")
    var sensitivity = false

    func validate() throws {
        guard patients > 0 else { throw ValidationError("--patients must be 1 or more") }
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
        guard !sensitivity || options.policies.count < 2 else {
            throw ValidationError("--sensitivity looks at one policy; give --policy once at the most")
        }
    }

    /// Patients whose curves and lines the report draws; more would not be seen.
    static let traced = 2000

    func run() throws {
        Interruption.listen()
        let shelf = try Setting.shelf()
        let setting = try options.setting(shelf)
        let desk = Desk(
            patients: patients, threads: threads, output: output, json: json, command: command, shelf: shelf)
        if sensitivity { return try SensitivityRun(setting, desk).run() }
        if options.policies.count > 1 {
            return try ArmsRun(Setting.arms(options.policies, setting, shelf), desk).run()
        }
        let meter = ProgressMeter(total: patients, noun: "patients")
        let started = Date()
        let result: Trial.Result
        do {
            result = try Trial(setting).run(
                patients: patients, threads: threads, tracing: output == nil ? 0 : Self.traced,
                progress: { meter.update($0) }, isCancelled: { Interruption.isRequested })
        } catch {
            meter.finish()
            throw Interrupted()
        }
        meter.finish()
        let seconds = Date().timeIntervalSince(started)
        let summary = TrialSummary(setting, result, seconds: seconds)
        if let output { try write(result, summary, setting, shelf, to: output) }
        if json {
            print(try summary.json())
        } else {
            print(TrialTable.text(summary, setting: setting))
            if let output { print("\nReport: \(output)/report.html") }
        }
        for failure in summary.failures.prefix(5) { warn(failure) }
    }

    private func write(
        _ result: Trial.Result, _ summary: TrialSummary, _ setting: TrialSetting, _ shelf: Shelf, to folder: String
    ) throws {
        let figures = FigureMaker(setting, result, summary, command: command).figures()
        try OutputFolder(path: folder).write([
            ("outcomes.csv", OutcomeTable.csv(result.outcomes)),
            ("trial.json", try summary.json() + "\n"),
            ("report.html", ReportPage.html(for: figures, plotly: Plotly.text(near: shelf.root))),
        ])
    }

    /// The command as one would type it again.
    private var command: String {
        var words = ["livingdrug trial \(options.study) --patients \(patients) --seed \(options.seed)"]
        words += options.changes.map { "--set \($0)" }
        words += options.policies.map { "--policy \($0)" }
        if sensitivity { words.append("--sensitivity") }
        return words.joined(separator: " ")
    }

    private func warn(_ text: String) { FileHandle.standardError.write(Data("livingdrug: \(text)\n".utf8)) }
}

/// How a trial was asked for, beside the study.
struct Desk {
    let patients: Int
    let threads: Int
    let output: String?
    let json: Bool
    /// The command as one would type it again.
    let command: String
    let shelf: Shelf
}

/// The charting library that `scripts/setup` fetches, if it is there.
enum Plotly {
    static func text(near root: URL) -> String? {
        try? String(contentsOf: root.appendingPathComponent(".tools/plotly/plotly.min.js"), encoding: .utf8)
    }
}
