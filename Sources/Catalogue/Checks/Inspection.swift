import Therapy

/// Gathers what is wrong with the meaning of a document that reads well.
struct Inspection {
    let document: YAMLDocument
    private(set) var problems: [CatalogueError.Problem] = []

    init(of document: YAMLDocument) { self.document = document }

    /// Notes a fault unless the condition holds.
    mutating func require(
        _ condition: Bool, _ path: FieldPath, _ expected: String, found: String? = nil, _ remedy: String
    ) {
        guard !condition else { return }
        let stands = found ?? document.node(at: path).map(YAMLDocument.describe) ?? "nothing"
        problems.append(document.problem(at: path, found: stands, expected: expected, remedy: remedy))
    }

    /// Notes a fault that was found elsewhere.
    mutating func add(_ problem: CatalogueError.Problem) { problems.append(problem) }

    /// A name of a known set; the near matches are the remedy.
    mutating func require(_ name: String, isOneOf known: some Collection<String>, _ path: FieldPath, _ what: String) {
        let near = NearMatches.of(name, among: known)
        require(
            known.contains(name), path, "\(what): one of \(known.sorted().joined(separator: ", "))",
            near.isEmpty ? "Choose one of them." : "Did you mean \(near.joined(separator: " or "))?")
    }

    /// A text that is not blank.
    mutating func requireText(_ text: String, _ path: FieldPath) {
        require(text.contains { !$0.isWhitespace }, path, "text", found: "blank text", "Write it; a fact needs one.")
    }

    /// A date of the calendar.
    mutating func requireDate(_ text: String, _ path: FieldPath) {
        require(
            CalendarDate.isValid(text), path, "a date as ISO 8601 writes it (2026-11-21)", "Write year-month-day.")
    }

    /// A unit that the field is kept in.
    mutating func require(unit: String, _ expected: String, _ path: FieldPath) {
        require(unit == expected, path, "the unit \(expected)", "Convert the numbers to \(expected) (UCUM).")
    }

    /// A source, and for an assumed number its grounds.
    mutating func requireSource(_ source: String, _ origin: Origin, _ path: FieldPath) {
        require(
            source.contains { !$0.isWhitespace }, path, "a source", found: "blank text",
            origin == .assumed ? "Say on what grounds the number was assumed." : "Name the publication or the command.")
    }

    /// A value with its spread and source.
    ///
    /// - Parameters:
    ///   - unit: The unit that the field is kept in; nil if any may stand.
    ///   - range: What the value may be.
    mutating func check(
        _ value: SourcedValue, _ path: FieldPath, unit: String? = nil, in range: ClosedRange<Double>? = nil
    ) {
        if let unit {
            require(unit: value.unit, unit, path + "unit")
        } else {
            require(
                UCUM.isUnit(value.unit), path + "unit", "a unit as UCUM writes it",
                "For example 1/d, mg/L, 10*9/L or {cells}/uL; \"1\" for a pure number.")
        }
        if let range {
            require(range.contains(value.value), path + "value", Self.words(range), "Correct the value or its unit.")
        }
        if value.bounded == true {
            require(
                (0...1).contains(value.value), path + "value", "a share from 0 to 1",
                "Write a share as a fraction, or take `bounded` away.")
            require(
                (value.cv ?? 0) == 0 || (value.value > 0 && value.value < 1), path + "cv",
                "no spread about a share of 0 or 1", "Take `cv` away: the logit of 0 or 1 is infinite.")
        }
        require((value.cv ?? 0) >= 0, path + "cv", "a spread of 0 or more", "Write the coefficient of variation.")
        requireSource(value.source, value.origin, path + "source")
    }

    /// A share from 0 to 1, marked as bounded if it varies.
    mutating func checkShare(_ value: SourcedValue, _ path: FieldPath) {
        check(value, path, unit: "1", in: 0...1)
        require(
            value.bounded == true || (value.cv ?? 0) == 0, path, "`bounded: true`, since a share that varies",
            found: "a share with a spread that is not bounded", "Add `bounded: true`.")
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        range.upperBound == .greatestFiniteMagnitude
            ? "\(range.lowerBound) or more" : "a value from \(range.lowerBound) to \(range.upperBound)"
    }

    /// - Throws: all faults found, if any.
    func conclude() throws {
        guard problems.isEmpty else { throw CatalogueError(problems) }
    }
}

extension ClosedRange<Double> {
    /// Zero or more.
    static var notNegative: ClosedRange<Double> { 0...Double.greatestFiniteMagnitude }
    /// More than zero.
    static var positive: ClosedRange<Double> { Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude }
}
