import Care
import Catalogue
import Foundation

/// What `livingdrug expect` was asked for, read and checked.
struct ExpectRequest {
    private let product: String
    private let disease: Label.Disease?
    private let jurisdiction: Jurisdiction?
    private let age: Double?
    private let chart: (Chart, at: Instant)?
    private let subject: SubjectKind
    private let day: Day

    init(_ command: ExpectCommand) throws {
        product = command.product
        let record = try command.journal.map { try Self.record($0, at: command.at) }
        chart = record.map { ($0.chart, at: $0.at) }
        subject = record?.subject ?? .real
        day = try chart.map { Day(of: $0.at) } ?? Self.day(command.at)
        jurisdiction = try command.jurisdiction.map { try Self.jurisdiction($0) }
        disease = try (command.disease ?? chart?.0.referral?.disease).map { try Self.disease($0) }
        if let age = command.age, !(0...120).contains(age) {
            throw CommandError("--age \(age): write years from 0 to 120")
        }
        age = command.age ?? chart?.0.referral?.age
    }

    /// The plan.
    func plan() throws -> Expectation {
        let shelf = try Setting.shelf()
        do {
            let figures = try shelf.expectedFigures(
                product: product, disease: disease, jurisdiction: jurisdiction, on: day)
            let audience: Expectation.Audience = (age ?? 18) < 18 ? .parents : .patient
            return try Expectation(figures, for: audience, chart: chart, subject: subject)
        } catch let error as LabelLookupError {
            throw CommandError("\(error)")
        } catch let error as DiseaseNeeded {
            throw CommandError("\(error)")
        } catch let error as NoExpectation {
            throw CommandError("\(error)")
        }
    }

    private static func record(
        _ file: String, at time: String?
    ) throws -> (chart: Chart, at: Instant, subject: SubjectKind) {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw CommandError("\(file): the file cannot be read. Give a journal as `livingdrug patient` writes it.")
        }
        let journal = try Journal(ndjson: text, file: file)
        let all = Chart(of: journal)
        let instant = try self.instant(time, infusedAt: all.infusedAt) ?? all.lastEventAt ?? now
        return (Chart(of: journal, at: instant), instant, journal.subject)
    }

    private static func instant(_ text: String?, infusedAt: Instant?) throws -> Instant? {
        guard let text else { return nil }
        let word = text.lowercased().trimmingCharacters(in: .whitespaces)
        guard word.hasPrefix("day"), let day = Double(word.dropFirst(3).trimmingCharacters(in: .whitespaces)) else {
            return try Instant(iso8601: text)
        }
        guard let infusedAt else {
            throw CommandError("--at \(text): there is no infusion, so there is no day 0; give a time")
        }
        return infusedAt.advanced(byDays: day)
    }

    private static func day(_ text: String?) throws -> Day {
        if let text, let day = Day(text) { return day }
        return Day(of: try instant(text, infusedAt: nil) ?? now)
    }

    private static var now: Instant {
        Instant(millisecondsSince1970: Int64((Date().timeIntervalSince1970 * 1_000).rounded()))
    }

    private static func jurisdiction(_ name: String) throws -> Jurisdiction {
        guard let place = Jurisdiction(rawValue: name.uppercased()) else {
            throw CommandError(
                "--jurisdiction \(name): choose \(Jurisdiction.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return place
    }

    private static func disease(_ name: String) throws -> Label.Disease {
        guard let disease = Label.Disease(named: name) else {
            let known = Label.Disease.allCases.filter { $0 != .other }.map(\.words)
            throw CommandError("no disease '\(name)' is known here. Known: \(known.joined(separator: "; "))")
        }
        return disease
    }
}
