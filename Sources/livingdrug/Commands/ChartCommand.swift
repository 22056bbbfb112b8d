import ArgumentParser
import Care
import Foundation

/// `livingdrug chart`: where a patient stands, from any journal.
struct ChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "Show the chart of a journal: stage, grades with reasons, orders, what is due.")

    @Argument(help: "A journal (NDJSON), of a real or a virtual patient.")
    var journal: String

    @Option(
        help:
            "The time to look at, ISO 8601 with zone, or day N from infusion (for example: day 5.5). Default: the end.")
    var at: String?

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func run() throws {
        guard let text = try? String(contentsOfFile: journal, encoding: .utf8) else {
            throw CommandError("\(journal): the file cannot be read. Give a journal as `livingdrug patient` writes it.")
        }
        let record = try Journal(ndjson: text, file: journal)
        let instant = try time(record)
        let chart = Chart(of: record, at: instant)
        let page = ChartPage(chart, subject: record.subject, at: instant)
        print(json ? try page.json() : page.text)
    }

    private func time(_ record: Journal) throws -> Instant {
        let all = Chart(of: record)
        guard let at else { return all.lastEventAt ?? Instant(millisecondsSince1970: 0) }
        let word = at.lowercased().trimmingCharacters(in: .whitespaces)
        if word.hasPrefix("day"), let day = Double(word.dropFirst(3).trimmingCharacters(in: .whitespaces)) {
            guard let infusion = all.infusedAt else {
                throw CommandError("--at \(at): the patient was never infused, so there is no day 0; give a time")
            }
            return infusion.advanced(byDays: day)
        }
        return try Instant(iso8601: at)
    }
}
