import ArgumentParser
import Dynamics
import Foundation

/// Methods by the names of the command line.
enum MethodChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, tsit5, rodas5p

    var method: Method {
        switch self {
        case .auto: .automatic
        case .tsit5: .tsit5
        case .rodas5p: .rodas5p
        }
    }
}

/// Back ends by the names of the command line.
enum BackendChoice: String, ExpressibleByArgument, CaseIterable { case auto, compiled, portable }

/// `livingdrug simulate`: any SBML model, for one set of parameters or a table of them.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Simulate any SBML model, for one set of parameters or a table of them.",
        discussion: """
            Try:
              livingdrug simulate Models/body/body.xml --end 100 --save car_t
              livingdrug simulate M.xml --end 365 --parameters P.csv --output out.nc
              livingdrug simulate M.xml --end 365 --parameters P.csv --summary --output out.csv

            P.csv has a column for each parameter that differs between members, by \
            its SBML identifier, and a row a member; a first column 'member', \
            'patient' or 'id' may name them. NetCDF files open in xarray and R.
            """)

    @Argument(help: "The model: an SBML file of any level.")
    var model: String

    @Option(parsing: .unconditional, help: "When the simulation ends, in the model's unit of time.")
    var end: Double

    @Option(parsing: .unconditional, help: "When it starts.")
    var start = 0.0

    @Option(help: "How many times are saved, evenly spread from start to end, both included.")
    var points = 101

    @Option(help: "A CSV table of parameters, a row a member.")
    var parameters: String?

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: "Give a parameter another value for all members (k1=0.3). Repeatable.")
    var changes: [String] = []

    @Option(
        help: "What is saved: 'all' (states and assigned variables), 'states', or identifiers, separated by commas.")
    var save = "all"

    @Option(
        parsing: .singleValue,
        help: "A further quantity to save: NAME=FORMULA in SBML's infix notation (total=E+M+X). Repeatable.")
    var observe: [String] = []

    @Option(
        parsing: .singleValue,
        help: "A population that dies out: STATE=VALUE. Below this value it is exactly 0 from then on. Repeatable.")
    var extinct: [String] = []

    @Option(help: "Parameters to differentiate by, separated by commas: adds d(STATE)/d(PARAMETER) to what is saved.")
    var sensitivities: String?

    @Option(parsing: .unconditional, help: "Relative tolerance.")
    var rtol = 1e-6

    @Option(parsing: .unconditional, help: "Absolute tolerance, in each state's own unit.")
    var atol = 1e-9

    @Option(help: "Method: auto (switched by stiffness), tsit5 (explicit) or rodas5p (stiff).")
    var method = MethodChoice.auto

    @Option(
        help: "What computes the equations: compiled for this processor, portable, or auto. The digits are the same.")
    var backend = BackendChoice.auto

    @Flag(help: "End steps at the saved times: slower, and more exact within long steps of very stiff, driven models.")
    var stopAtPoints = false

    @Option(help: "Threads; all cores by default. The result does not depend on it.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Save outcomes only: each quantity's Cmax, Tmax, minimum, AUC and last value, a row a member.")
    var summary = false

    @Option(help: "Where to: FILE.csv, FILE.nc (NetCDF-4), or none. Without it, a single member is printed.")
    var output: String?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func validate() throws {
        guard start.isFinite, end.isFinite else { throw ValidationError("--start and --end must be finite numbers") }
        guard end > start else { throw ValidationError("--end (\(end)) must lie after --start (\(start))") }
        guard points >= 2 else { throw ValidationError("--points must be 2 or more: the start and the end are two") }
        guard rtol > 0, rtol < 1 else { throw ValidationError("--rtol must be above 0 and below 1, not \(rtol)") }
        guard atol > 0, atol.isFinite else { throw ValidationError("--atol must be above 0, not \(atol)") }
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
        if let output, output != "none", SimulationFormat(path: output) == nil {
            throw ValidationError("--output \(output): the name must end in .csv or .nc, or be none")
        }
    }

    func run() throws {
        Interruption.listen()
        let plan = try SimulationPlan(self)
        guard output != nil || plan.members == 1 || json else {
            throw CommandError(
                "there are \(plan.members) members: say where to with --output FILE.nc or FILE.csv, or --output none.")
        }
        for warning in plan.program.warnings.prefix(Self.shownWarnings) { warn("\(model): \(warning)") }
        let more = plan.program.warnings.count - Self.shownWarnings
        if more > 0 { warn("\(model): \(more) more warnings about units") }
        let result = try SimulationRun(plan, self).run()
        if json { print(try result.json()) } else if output != nil { print(result.text) }
        for note in result.notes { warn(note) }
        guard result.failed < result.members else {
            throw SimulationFailure(description: "every member failed. The first: \(result.firstFailure ?? "")")
        }
    }

    private static let shownWarnings = 5

    func warn(_ text: String) { FileHandle.standardError.write(Data("livingdrug: \(text)\n".utf8)) }
}

/// The work was tried and nothing came of it.
struct SimulationFailure: Error, CustomStringConvertible { let description: String }

/// File formats by the ending of the name.
enum SimulationFormat {
    case csv, netCDF

    init?(path: String) {
        switch URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "csv": self = .csv
        case "nc", "nc4": self = .netCDF
        default: return nil
        }
    }
}
