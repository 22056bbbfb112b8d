import ArgumentParser
import Catalogue
import Economics
import Foundation
import Report
import Therapy

/// `livingdrug cost`: what a therapy costs and gives, and whether it is worth it.
struct CostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost",
        abstract: "Costs, QALYs and cost-effectiveness: of virtual patients, or a published analysis re-made.",
        discussion: """
            STUDY is a study of Evidence/studies: costs and QALYs come from the virtual patients' own courses, carried on
            for life, against a comparator's published survival. Or it is an analysis of Evidence/economics, re-made from
            its own inputs, with the published figures beside it. With --output it writes cost.json, draws.csv,
            tornado.csv, parts.csv and report.html.
            """)

    @Argument(help: "A study (zuma-1) or a published analysis (whittington-2018).")
    var study: String

    @Option(help: "Whose costs count: health-care or societal (with travel, carers' time and lost work).")
    var view: String = View.healthCare.rawValue

    @Option(help: "Price list: a name of Evidence/prices or a YAML file.")
    var prices: String = "us-2021"

    @Option(help: "Draws of the probabilistic analysis; 0 for none.")
    var draws: Int = 1000

    @Option(help: "Virtual patients of a study.")
    var patients: Int = 1000

    @Option(
        help:
            "A study's curve after follow-up: one family (weibull, cureWeibull, …); all by their weights if not given.")
    var extrapolation: String?

    @Option(help: "Seed of the draws, and of a study's patients.")
    var seed: UInt64 = 1

    @Option(help: "Threads; all cores by default. The result does not depend on it.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Folder for cost.json, the tables and report.html.")
    var output: String?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func validate() throws {
        guard draws >= 0, draws <= 100_000 else { throw ValidationError("--draws must be from 0 to 100000") }
        guard patients > 0 else { throw ValidationError("--patients must be 1 or more") }
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
        try checkExtrapolation()
        guard View(rawValue: view) != nil else {
            throw ValidationError("--view must be \(View.allCases.map(\.rawValue).joined(separator: " or "))")
        }
    }

    private func checkExtrapolation() throws {
        guard let extrapolation, CurveFit.Family(rawValue: extrapolation) == nil else { return }
        let names = CurveFit.Family.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--extrapolation must be one of \(names)")
    }

    func run() throws {
        Interruption.listen()
        let shelf = try Setting.shelf()
        let figures = try figures(shelf, View(rawValue: view) ?? .healthCare)
        if let output { try OutputFolder(path: output).write(try CostFiles.all(figures)) }
        if json { return print(try figures.json()) }
        print(CostTable.text(figures))
        if let output { print("\nReport: \(output)/report.html") }
    }

    private func figures(_ shelf: Shelf, _ view: View) throws -> EconomicFigures {
        if shelf.analyses.contains(study) {
            return try .remade(shelf.economicModel(study, view: view), command: command, draws: draws, seed: seed)
        }
        guard shelf.studies.contains(study) else {
            throw UnknownName(.study, study, known: shelf.studies + shelf.analyses)
        }
        return try StudyCost(command: self, shelf: shelf, view: view).figures()
    }

    /// The command as one would type it again.
    var command: String {
        "livingdrug cost \(study) --view \(view) --draws \(draws) --seed \(seed)"
    }
}
