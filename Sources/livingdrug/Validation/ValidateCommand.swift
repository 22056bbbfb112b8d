import ArgumentParser
import Catalogue
import Foundation
import Report
import Therapy

/// `livingdrug validate`: what the simulator says beside what was published.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Set simulated results beside published ones.",
        discussion: """
            Runs the virtual trial of every study (or of those named) and asks of each published endpoint whether the
            simulated value lies within the published 95 % interval. Studies that parameters were fitted to
            (calibration) and studies that only judge (validation) are counted apart. Then the quantities of
            Evidence/quantities.yaml and what policies are expected to change. With --output it writes validate.json
            and validate.html (opens offline).
            """)

    @Argument(help: "Studies (see Evidence/studies), and what is said of them only; everything if none is named.")
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

    @Flag(help: "Fail (exit code 1) unless the shares that Evidence/quantities.yaml requires are reached.")
    var require = false

    @Option(help: "Required share of calibration endpoints, instead of the file's (implies --require).")
    var requireCalibration: Double?

    @Option(help: "Required share of validation endpoints, instead of the file's (implies --require).")
    var requireValidation: Double?

    @Option(help: "Required share of quantities, instead of the file's (implies --require).")
    var requireQuantities: Double?

    func validate() throws {
        guard patients > 0 else { throw ValidationError("--patients must be 1 or more") }
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
        guard Set(studies).count == studies.count else { throw ValidationError("name each study once") }
        for (name, share) in limits {
            guard share.map((0...1).contains) ?? true else {
                throw ValidationError("--require-\(name) must be a share from 0 to 1 (0.85 for 85 %)")
            }
        }
    }

    private var limits: [(String, Double?)] {
        [("calibration", requireCalibration), ("validation", requireValidation), ("quantities", requireQuantities)]
    }

    func run() throws {
        Interruption.listen()
        let desk = try ValidationDesk(Setting.shelf(), seed: seed)
        let plan = try ValidationPlan(studies, desk: desk)
        let started = Date()
        let runs = try plan.run(patients: patients, threads: threads)
        let report = ValidationReport(
            plan, runs, desk: desk, required: required(plan.required), patients: patients, seed: seed,
            seconds: { Date().timeIntervalSince(started) })
        if let output { try write(report, to: output) }
        if json {
            print(try report.json())
        } else {
            print(ValidationTable.text(report))
            if let output { print("\nReport: \(output)/validate.html") }
        }
        if isRequired, !report.shortfalls.isEmpty {
            throw WorkFailed(
                description: "less agrees than is required:\n" + report.shortfalls.joined(separator: "\n"))
        }
    }

    private var isRequired: Bool { require || limits.contains { $0.1 != nil } }

    private func required(_ file: RequiredAgreement) -> RequiredAgreement {
        RequiredAgreement(
            calibration: requireCalibration ?? file.calibration, validation: requireValidation ?? file.validation,
            quantities: requireQuantities ?? file.quantities)
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
