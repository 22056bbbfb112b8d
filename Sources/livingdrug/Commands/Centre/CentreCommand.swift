import ArgumentParser
import Catalogue
import Foundation
import Report
import Therapy

/// `livingdrug centre`: a treatment centre or a network of them, with its queues and its patients' bodies.
struct CentreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "centre",
        abstract: "Simulate a treatment centre: slots, beds, waits, and the patients whose disease goes on meanwhile.",
        discussion: """
            PLAN is a plan of Evidence/centres by its name, or a YAML file (docs/centre.md). Several runs with seeds of
            their own give the intervals; scenarios run in the same virtual patients as the plan. With --output it
            writes patients.csv, stations.csv, scenarios.csv, events.ndjson, centre.json and report.html.
            """)

    @Argument(help: "The plan: a name of Evidence/centres, for example academic-us, or a file.")
    var plan: String

    @Option(help: "Seed of the first run; the others count on from it. The same seed gives the same events.")
    var seed: UInt64 = 1

    @Option(help: "Runs, each with patients of its own.")
    var runs: Int = 5

    @Option(help: "Years that are counted; the plan's if not given.")
    var years: Double?

    @Option(help: "Days that patients are followed after infusion; the study's if not given.")
    var followUp: Double?

    @Option(name: .customLong("scenario"), parsing: .singleValue, help: "Only this scenario. Repeatable.")
    var chosen: [String] = []

    @Flag(help: "The plan as it stands, without scenarios.")
    var planOnly = false

    @Flag(help: "Also say what one more of each resource would buy.")
    var bottlenecks = false

    @Option(help: "Threads; all cores by default. The result does not depend on it.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Folder for the files.")
    var output: String?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(runs) else { throw ValidationError("--runs must be 1 to 1000") }
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
        guard years.map({ $0 > 0 && $0 <= 50 }) ?? true else {
            throw ValidationError("--years must be more than 0, at most 50")
        }
        guard followUp.map({ $0 >= 28 }) ?? true else { throw ValidationError("--follow-up must be 28 or more days") }
        guard !planOnly || (chosen.isEmpty && !bottlenecks) else {
            throw ValidationError("--plan-only goes without --scenario and --bottlenecks")
        }
    }

    func run() throws {
        Interruption.listen()
        let shelf = try Setting.shelf()
        let file = try shelf.centre(plan, numbers: Change.names)
        let cases = try self.cases(file, shelf)
        let meter = ProgressMeter(total: 0, noun: "bodies")
        let started = Date()
        let result: CentreTrial.Result
        do {
            result = try CentreTrial(cases).run(
                seeds: (0..<runs).map { seed &+ UInt64($0) }, threads: threads, keepingEvents: output != nil,
                progress: { meter.update($0) }, isCancelled: { Interruption.isRequested })
        } catch {
            meter.finish()
            throw Interrupted()
        }
        meter.finish()
        let figures = CentreFigures(
            cases, result, command: command, seconds: Date().timeIntervalSince(started))
        if let output { try CentreFiles.write(cases, result, figures, to: output) }
        if json {
            print(try CentreFiles.json(figures))
        } else {
            print(CentreTable.text(figures))
            if let output { print("\nReport: \(output)/report.html") }
        }
    }

    private func cases(_ file: CentrePlanFile, _ shelf: Shelf) throws -> [CentreTrial.Case] {
        let loader = try CentreLoader(shelf)
        let scenarios = file.plan.scenarios ?? []
        for name in chosen where !scenarios.contains(where: { $0.id == name }) {
            throw UnknownName(.scenario, name, known: scenarios.map(\.id))
        }
        func made(_ id: String, _ title: String, _ role: CentreTrial.Case.Role, _ plan: CentrePlan) throws
            -> CentreTrial.Case
        {
            var plan = plan
            if let years { plan.time.years = years }
            return CentreTrial.Case(
                id: id, title: title, role: role, model: try loader.model(plan, followUp: followUp))
        }
        var cases = [try made("plan", file.plan.title, .plan, file.plan)]
        guard !planOnly else { return cases }
        for scenario in scenarios where chosen.isEmpty || chosen.contains(scenario.id) {
            cases.append(try made(scenario.id, scenario.title, .scenario, file.plan(under: scenario)))
        }
        if bottlenecks {
            for scenario in CentreScenario.oneMoreOfEach(file.plan) {
                cases.append(try made(scenario.id, scenario.title, .oneMore, file.plan(under: scenario)))
            }
        }
        return cases
    }

    /// The command as one would type it again.
    private var command: String {
        var words = ["livingdrug centre \(plan) --seed \(seed) --runs \(runs)"]
        if let years { words.append("--years \(years)") }
        if let followUp { words.append("--follow-up \(followUp)") }
        words += chosen.map { "--scenario \($0)" }
        if planOnly { words.append("--plan-only") }
        if bottlenecks { words.append("--bottlenecks") }
        return words.joined(separator: " ")
    }
}
