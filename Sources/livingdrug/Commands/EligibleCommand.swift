import ArgumentParser
import Care
import Catalogue
import Foundation

/// `livingdrug eligible`: for which products a patient is on label, for which not and why, and what is unknown.
struct EligibleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eligible",
        abstract: "Hold a patient against the labels: on label, not and exactly why, or what to find out.",
        discussion: """
            PATIENT.json holds what is known; docs/eligibility.md names every field, and docs/examples has a patient.
            What is unknown is never assumed. Read the current label before anybody acts on this.
            """)

    @Argument(help: "What is known of the patient (JSON).")
    var patient: String

    @Option(
        name: .customLong("product"), help: "A product: identifier, short name or brand; may be repeated. Default: all."
    )
    var products: [String] = []

    @Option(help: "Whose labels: \(Jurisdiction.allCases.map(\.rawValue).joined(separator: ", ")).")
    var jurisdiction: String = Jurisdiction.us.rawValue

    @Option(help: "The day (2026-11-21) whose labels hold. Default: today.")
    var at: String?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func run() throws {
        let place = try PatientLabel.jurisdiction(jurisdiction)
        let day = try day()
        guard let text = try? String(contentsOfFile: patient, encoding: .utf8) else {
            throw CommandError(
                "\(patient): the file cannot be read. docs/examples/patient-lymphoma.json is an example.")
        }
        let candidate = try Candidate(json: text, file: patient, on: day)
        let book = try Setting.shelf().labels()
        let labels =
            try products.isEmpty
            ? book.labels(in: place, on: day) : products.map { try book.label(of: $0, in: place, on: day) }
        let page = EligibilityPage(candidate, labels: labels, in: place, on: day)
        print(json ? try page.json() : page.text)
    }

    private func day() throws -> Day {
        guard let at else {
            let now = Date()
            let zone = TimeZone.current.secondsFromGMT(for: now) / 60
            return Day(
                of: Instant(
                    millisecondsSince1970: Int64((now.timeIntervalSince1970 * 1000).rounded(.down)),
                    zoneOffsetMinutes: zone))
        }
        guard let day = Day(at) else {
            throw CommandError("--at \(at): this is no day; write year-month-day, for example 2026-11-21")
        }
        return day
    }
}

extension CandidateError: RequestProblem {}
extension LabelLookupError: RequestProblem {}
