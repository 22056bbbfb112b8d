import ArgumentParser
import Catalogue
import Foundation
import Report
import Therapy

/// `livingdrug validate`: what the simulator says beside what was published.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Set simulated results beside published ones, study by study.",
        discussion: """
            Runs the virtual trial of every study (or of those named) and asks of each published endpoint whether the
            simulated value lies within the published 95 % interval. Studies that parameters were fitted to
            (calibration) and studies that only judge (validation) are counted apart. With --output it writes
            validate.json and validate.html (opens offline).
            """)

    @Argument(help: "Studies (see Evidence/studies); all of them if none is named.")
    var studies: [String] = []

    @Option(help: "How many virtual patients are enrolled in each study.")
    var patients = 5000

    @Option(help: "Seed of the cohorts. The same seed gives the same patients, on any machine and number of threads.")
    var seed: UInt64 = 1

    @Option(help: "Threads; all cores by default. The result does not depend on it.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Folder for validate.json and validate.html.")
    var output: String?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func validate() throws {
        guard patients > 0 else { throw ValidationError("--patients must be 1 or more") }
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
        guard Set(studies).count == studies.count else { throw ValidationError("name each study once") }
    }

    func run() throws {
        Interruption.listen()
        let shelf = try Setting.shelf()
        let desk = try ValidationDesk(shelf, seed: seed)
        let chosen = try studies.isEmpty ? shelf.studies.map(desk.study) : studies.map(desk.study)
        let meter = ProgressMeter(total: chosen.count * patients, noun: "patients")
        let started = Date()
        let comparisons: [StudyComparison]
        do {
            comparisons = try chosen.enumerated().map { place, study in
                let trial = Trial(try desk.setting(study))
                let result = try trial.run(
                    patients: patients, threads: threads, progress: { meter.update(place * patients + $0) },
                    isCancelled: { Interruption.isRequested })
                return StudyComparison(result.outcomes, study: study)
            }
        } catch is Trial.Interrupted {
            meter.finish()
            throw Interrupted()
        }
        meter.finish()
        let report = ValidationReport(
            comparisons, patients: patients, seed: seed, seconds: Date().timeIntervalSince(started))
        if let output { try write(report, to: output) }
        if json {
            print(try report.json())
        } else {
            print(ValidationTable.text(comparisons, report.summary))
            if let output { print("\nReport: \(output)/validate.html") }
        }
    }

    private func write(_ report: ValidationReport, to folder: String) throws {
        try OutputFolder(path: folder).write([
            ("validate.json", try report.json() + "\n"),
            ("validate.html", ValidationPage.html(for: report.figures(command: command))),
        ])
    }

    /// The command as one would type it again.
    private var command: String {
        (["livingdrug validate"] + studies + ["--patients \(patients) --seed \(seed)"]).joined(separator: " ")
    }
}
