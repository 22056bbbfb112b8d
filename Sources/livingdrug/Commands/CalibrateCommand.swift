import ArgumentParser
import Catalogue
import Foundation
import Inference
import Report
import Therapy

/// `livingdrug calibrate`: fits population parameters to published endpoints.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Fit population parameters to the published endpoints of the calibration studies.",
        discussion: """
            The plan says what is fitted and what is believed before. After every step a checkpoint is written beside
            the output; the same command goes on from there and ends at the same digits. See docs/calibration.md.
            """)

    @Option(help: "The plan. Default: Models/body/calibration.yaml of the data.")
    var plan: String?

    @Option(help: "Seed of the virtual patients, in place of the plan's.")
    var seed: UInt64?

    @Option(help: "Virtual patients in each trial, in place of the plan's.")
    var patients: Int?

    @Option(help: "Steps of the descent at the most, in place of the plan's.")
    var iterations: Int?

    @Option(help: "Studies to fit to, with commas between; all calibration studies if not given.")
    var studies: String?

    @Option(
        parsing: .upToNextOption,
        help: "Owners whose parameters are fitted: body, products, diseases, \"product ID\", \"disease ID\".")
    var only: [String] = []

    @Option(help: "Begin at the values of this earlier fit; those that are not fitted now stay as they are in it.")
    var start: String?

    @Option(help: "File of the fitted values. Default: Models/body/fitted.yaml of the data.")
    var output: String?

    @Option(help: "Folder for calibration.json and calibration.html.")
    var report: String?

    @Option(help: "Go on from this checkpoint, not from the one beside the output.")
    var resume: String?

    @Option(help: "Threads; all cores by default. The result does not depend on it.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func validate() throws {
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
        guard patients ?? 1 > 0 else { throw ValidationError("--patients must be 1 or more") }
        guard iterations ?? 0 >= 0 else { throw ValidationError("--iterations must be 0 or more") }
        for owner in only {
            let words = owner.split(separator: " ")
            guard
                ["body", "products", "diseases"].contains(owner)
                    || (words.count == 2 && ["product", "disease"].contains(words[0]))
            else {
                throw ValidationError(
                    "--only \(owner): write body, products, diseases, \"product ID\" or \"disease ID\"")
            }
        }
    }

    func run() throws {
        Interruption.listen()
        let shelf = try Setting.shelf()
        let started = Date()
        let earlier = try start.map { try shelf.fitted(at: $0) }
        let (problem, inputs) = try problem(shelf, held: earlier?.parameters ?? .none)
        let target = output ?? shelf.root.appendingPathComponent(Shelf.fittedPath).path
        let calibration = Calibration(
            problem, inputs: inputs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }, threads: threads,
            isCancelled: { Interruption.isRequested })
        let checkpoint = Checkpoint(path: target + ".checkpoint")
        let outcome = try run(calibration, from: try saved(calibration, checkpoint), checkpoint)
        let seconds = Date().timeIntervalSince(started)
        try OutputFolder.write(FittedFile(outcome, inputs: inputs, earlier: earlier).yaml, to: target)
        let summary = CalibrationFigures(outcome, seconds: seconds)
        if let report {
            try OutputFolder(path: report).write([
                ("calibration.json", try summary.json() + "\n"),
                ("calibration.html", CalibrationPage.html(for: summary)),
            ])
        }
        checkpoint.remove()
        print(json ? try summary.json() : CalibrationTable.text(summary))
        if !json { print("\nFitted values: \(target)") }
    }

    private func problem(_ shelf: Shelf, held: FittedParameters) throws -> (
        CalibrationProblem, inputs: [String: String]
    ) {
        let path = plan ?? shelf.root.appendingPathComponent(Shelf.planPath).path
        let file = try CalibrationPlanFile(at: path)
        var wanted = file.plan
        if let seed { wanted.seed = seed }
        if let patients { wanted.patients = patients }
        if let iterations { wanted.iterations = iterations }
        let selected = studies?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? wanted.studies
        let (material, inputs) = try shelf.calibrationMaterial(
            studies: selected, body: try Setting.body(shelf), held: held)
        do {
            let problem = try CalibrationProblem(
                plan: wanted, material: material, only: only.isEmpty ? nil : only, command: command)
            return (problem, inputs)
        } catch let faults as PlanFaults {
            throw file.error(faults)
        }
    }

    /// The command as one would type it again; threads and places of files change no value.
    private var command: String {
        var words = ["livingdrug calibrate"]
        if let plan { words.append("--plan \(plan)") }
        if let seed { words.append("--seed \(seed)") }
        if let patients { words.append("--patients \(patients)") }
        if let iterations { words.append("--iterations \(iterations)") }
        if let studies { words.append("--studies \(studies)") }
        if let start { words.append("--start \(start)") }
        if !only.isEmpty {
            words.append("--only " + only.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " "))
        }
        return words.joined(separator: " ")
    }

    private func saved(_ calibration: Calibration, _ checkpoint: Checkpoint) throws -> CalibrationState? {
        if let resume {
            guard let state = try Checkpoint(path: resume).read() else {
                throw CommandError(
                    "--resume \(resume): there is no such file. A stopped calibration leaves one beside "
                        + "its output, with .checkpoint at its end.")
            }
            guard calibration.accepts(state) else { throw CommandError("\(resume): \(Calibration.OtherCalibration())") }
            return state
        }
        guard let state = try? checkpoint.read() else { return nil }
        guard calibration.accepts(state) else {
            say("\(checkpoint.path) belongs to another calibration and is not used")
            return nil
        }
        say("going on from \(checkpoint.path), after \(state.trace.last?.step ?? "the start")")
        return state
    }

    private func run(
        _ calibration: Calibration, from state: CalibrationState?, _ checkpoint: Checkpoint
    ) throws -> CalibrationOutcome {
        let meter = CalibrationMeter()
        defer { meter.finish() }
        do {
            return try calibration.run(
                from: state, save: { try checkpoint.write($0) }, report: { meter.update($0) })
        } catch is Trial.Interrupted {
            meter.finish()
            throw Interrupted(description: "stopped; the same command goes on from \(checkpoint.path)")
        } catch let other as Calibration.OtherArithmetic {
            meter.finish()
            throw CommandError("\(resume ?? checkpoint.path): \(other)")
        }
    }

    private func say(_ text: String) { FileHandle.standardError.write(Data("livingdrug: \(text)\n".utf8)) }
}
