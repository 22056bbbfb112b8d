import Care
import Foundation

/// A calendar as text for people and as JSON for programs.
struct DuePage {
    private let calendar: DueCalendar
    private let journal: Journal
    private let daysAhead: Int

    init(_ calendar: DueCalendar, of journal: Journal, daysAhead: Int) {
        self.calendar = calendar
        self.journal = journal
        self.daysAhead = daysAhead
    }

    // MARK: Text

    var text: String {
        let until = calendar.at.advanced(byDays: Double(daysAhead))
        var lines = ["\(journal.therapy)  \(kind)", "at \(calendar.at.iso8601)"]
        lines += section("Overdue", items { $0.status == .overdue })
        lines += section("Due now", items { $0.status == .due })
        lines += section(
            "Next \(daysAhead) days", items { $0.status == .upcoming && ($0.at.map { $0 <= until } ?? false) })
        lines += section("No date", items { if case .undated = $0.status { true } else { false } })
        lines += section("Missed", items { if case .missed = $0.status { true } else { false } })
        lines += section("Done", items { if case .done = $0.status { true } else { false } })
        let doubts = journal.doubts
        if !doubts.isEmpty { lines += section("Doubts about the journal", doubts.map(\.line)) }
        lines += ["", "Research and education software, not a medical device."]
        return lines.joined(separator: "\n")
    }

    private func items(_ isShown: (DueItem) -> Bool) -> [String] {
        calendar.items.filter(isShown).map { item in
            let date = item.window.map { Self.date($0.due, byDay: $0.byDay) } ?? "no date"
            let state =
                switch item.status {
                case .done, .missed, .undated, .notApplicable: "  \(item.status.words)"
                case .upcoming, .due, .overdue: ""
                }
            let padded = date.padding(toLength: 16, withPad: " ", startingAt: 0)
            let line = "\(padded)  \(item.what) [\(item.owner.rawValue)]\(state)"
            // What is to come, and what is done, reads better without; JSON has the reason of every item.
            if item.status == .upcoming || item.wasDone { return line }
            return "\(line)\n\(String(repeating: " ", count: 20))because: \(item.reason) (\(item.citation))"
        }
    }

    /// The day alone, or the day and the time, in the instant's own zone.
    private static func date(_ instant: Instant, byDay: Bool) -> String {
        let text = instant.iso8601
        return byDay ? String(text.prefix(10)) : text.prefix(16).replacingOccurrences(of: "T", with: " ")
    }

    private func section(_ title: String, _ items: [String]) -> [String] {
        ["", title] + (items.isEmpty ? ["  none"] : items.map { "  " + $0 })
    }

    private var kind: String {
        switch journal.subject {
        case .real: "patient"
        case .training: "TRAINING"
        case .simulated(let study, let seed, let patient): "SIMULATED: \(study), seed \(seed), patient \(patient)"
        }
    }

    // MARK: JSON

    private struct Output: Encodable {
        struct Item: Encodable {
            let id: String
            let topic: DueTopic
            let what: String
            let status: String
            let status_words: String
            let opens: Instant?
            let due: Instant?
            let closes: Instant?
            let by_day: Bool?
            let done_at: Instant?
            let done_by_entry: Int?
            let owner: Role
            let reason: String
            let source: String
            let flag: SourceStanding
        }
        let therapy: String
        let subject: SubjectKind
        let at: Instant
        let items: [Item]
        let doubts: [Doubt]
    }

    func json() throws -> String {
        let output = Output(
            therapy: journal.therapy, subject: journal.subject, at: calendar.at, items: calendar.items.map(output),
            doubts: journal.doubts)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(output), as: UTF8.self)
    }

    private func output(_ item: DueItem) -> Output.Item {
        var doneAt: Instant?
        var doneBy: Int?
        let status: String
        switch item.status {
        case .upcoming: status = "upcoming"
        case .due: status = "due"
        case .overdue: status = "overdue"
        case .done(let at, let entry): (status, doneAt, doneBy) = ("done", at, entry)
        case .missed: status = "missed"
        case .notApplicable: status = "not_applicable"
        case .undated: status = "undated"
        }
        return Output.Item(
            id: item.id, topic: item.topic, what: item.what, status: status, status_words: item.status.words,
            opens: item.window?.opens, due: item.window?.due, closes: item.window?.closes, by_day: item.window?.byDay,
            done_at: doneAt, done_by_entry: doneBy, owner: item.owner, reason: item.reason, source: item.source,
            flag: item.flag)
    }
}

extension DueItem {
    fileprivate var wasDone: Bool { if case .done = status { true } else { false } }
}
