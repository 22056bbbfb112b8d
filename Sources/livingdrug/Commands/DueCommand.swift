import ArgumentParser
import Care
import Foundation

/// `livingdrug due`: what is due for a patient, from any journal, to year 15.
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Show what is due for a patient: overdue first, then the calendar, then what was done and missed.")

    @Argument(help: "A journal (NDJSON), of a real or a virtual patient.")
    var journal: String

    @Option(help: "The time to look at, ISO 8601 with zone, or day N from infusion. Default: the end of the journal.")
    var at: String?

    @Option(parsing: .unconditional, help: "Days ahead that the calendar shows.")
    var ahead = 365

    @Option(help: "Whose label holds where the order names none: US, EU, CN, IN.")
    var jurisdiction: String = Jurisdiction.us.rawValue

    @Flag(help: "Print one JSON object on standard output and nothing else.")
    var json = false

    func validate() throws {
        guard (0...20_000).contains(ahead) else {
            throw ValidationError("--ahead \(ahead): give 0 to 20000 days; 5500 shows all of the fifteen years.")
        }
    }

    func run() throws {
        let record = try JournalFile(journal).read()
        let instant = try JournalTime(at).instant(in: record)
        let label = try PatientLabel(
            of: Chart(of: record, at: instant), in: PatientLabel.jurisdiction(jurisdiction), at: instant)
        let page = DuePage(
            DueCalendar(of: record, at: instant, label: label.label), of: record, daysAhead: ahead)
        print(json ? try page.json() : page.text)
    }
}

/// A journal named on the command line.
struct JournalFile {
    let path: String

    init(_ path: String) { self.path = path }

    func read() throws -> Journal {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandError("\(path): the file cannot be read. Give a journal as `livingdrug patient` writes it.")
        }
        return try Journal(ndjson: text, file: path)
    }
}

/// A time named on the command line: ISO 8601, `day N` from infusion, or nothing for the end of the journal.
struct JournalTime {
    let text: String?

    init(_ text: String?) { self.text = text }

    func instant(in journal: Journal) throws -> Instant {
        let all = Chart(of: journal)
        guard let text else { return all.lastEventAt ?? Instant(millisecondsSince1970: 0) }
        let word = text.lowercased().trimmingCharacters(in: .whitespaces)
        guard word.hasPrefix("day"), let day = Double(word.dropFirst(3).trimmingCharacters(in: .whitespaces)) else {
            return try Instant(iso8601: text)
        }
        guard let infusion = all.infusedAt else {
            throw CommandError("--at \(text): the patient was never infused, so there is no day 0; give a time")
        }
        return infusion.advanced(byDays: day)
    }
}
