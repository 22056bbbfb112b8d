import ArgumentParser
import Care
import Catalogue
import Foundation
import Report

/// `livingdrug expect`: a plan in plain language for patient and family.
struct ExpectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expect",
        abstract: "What patient and family may expect, phase by phase, in plain language.",
        discussion: """
            Try:
              livingdrug expect axi-cel --disease lbcl
              livingdrug expect tisa-cel --disease b-all --age 9 --html plan.html
              livingdrug expect axi-cel --journal p.ndjson --at "day 3"

            With a journal the plan starts where the patient is. Every number is one of a study, a label or of practice, and
            says how sure it is. It informs; the treatment team decides.
            """)

    @Argument(help: "A product: identifier, short name or brand (for example axi-cel).")
    var product: String

    @Option(
        help: "The disease (for example lbcl, multiple-myeloma). Default: that of the journal, or the label's only one."
    )
    var disease: String?

    @Option(help: "A journal (NDJSON) of the patient: the plan starts where they are.")
    var journal: String?

    @Option(
        help: "The time to look at, ISO 8601 with zone, or day N from infusion. Default: the journal's end, or now.")
    var at: String?

    @Option(help: "Where: US, EU, UK, CN or IN. Default: US, or where the product has its only label.")
    var jurisdiction: String?

    @Option(
        parsing: .unconditional,
        help: "Age in years; below 18 the plan speaks to the parents. Default: that of the journal, or an adult.")
    var age: Double?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    @Option(help: "Write a page for a browser and for paper to this file, too.")
    var html: String?

    func run() throws {
        let request = try ExpectRequest(self)
        let plan = try request.plan()
        if let html { try write(ExpectPage.html(for: plan), to: html) }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(plan), as: UTF8.self))
        } else if let html {
            print("\(html): the plan, as a page that needs nothing else")
        } else {
            print(plan.text())
        }
    }

    private func write(_ page: String, to path: String) throws {
        do {
            try OutputFolder.write(page, to: path)
        } catch let error as OutputFolder.WriteError {
            throw ExpectFileUnwritable(path: path, reason: error.reason)
        }
    }
}

/// The page could not be written: work that failed.
struct ExpectFileUnwritable: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path): the page cannot be written (\(reason)). Check the folder and its permissions." }
}
