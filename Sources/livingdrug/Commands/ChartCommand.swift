import ArgumentParser
import Care
import Foundation

/// `livingdrug chart`: where a patient stands, from any journal.
struct ChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "Show the chart of a journal: alerts, stage, grades with reasons, stops, guidelines, what is due.",
        discussion: "All that is due to year 15: `livingdrug due`. Every stop and its rule: docs/steps.md.")

    @Argument(help: "A journal (NDJSON), of a real or a virtual patient.")
    var journal: String

    @Option(
        help:
            "The time to look at, ISO 8601 with zone, or day N from infusion (for example: day 5.5). Default: the end.")
    var at: String?

    @Option(help: "Whose label holds where the order names none: US, EU, CN, IN.")
    var jurisdiction: String = Jurisdiction.us.rawValue

    @Flag(help: "Show why, by which source, and what would change it, with every recommendation and scale.")
    var explain = false

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func run() throws {
        let record = try JournalFile(journal).read()
        let instant = try JournalTime(at).instant(in: record)
        let chart = Chart(of: record, at: instant)
        let label = try PatientLabel(of: chart, in: PatientLabel.jurisdiction(jurisdiction), at: instant)
        let page = ChartPage(chart, of: record, at: instant, label: label, isExplained: explain)
        print(json ? try page.json() : page.text)
    }
}
