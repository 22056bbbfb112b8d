import FoundationEssentials

/// The fields of one JSON object: each is read once, every fault is kept with its path, and what nobody read is a fault.
struct PatientFields {
    private let fields: [String: JSONValue]
    private let path: String
    private var read: Set<String> = []
    private(set) var problems: [CandidateError.Problem] = []

    init(_ fields: [String: JSONValue], at path: String = "") {
        self.fields = fields.filter { $0.value != .null }
        self.path = path
    }

    mutating func fault(_ field: String, _ found: String, _ expected: String, _ remedy: String) {
        problems.append(.init(field: path + field, found: found, expected: expected, remedy: remedy))
    }

    mutating func adopt(_ others: [CandidateError.Problem]) { problems += others }

    /// The field, or nil if it is left out or null.
    mutating func value(_ field: String) -> JSONValue? {
        read.insert(field)
        return fields[field]
    }

    mutating func truth(_ field: String) -> Bool? {
        guard let value = value(field) else { return nil }
        if case .bool(let truth) = value { return truth }
        fault(field, value.shown, "true or false", "Write true or false without quotes; leave it out if it is unknown.")
        return nil
    }

    mutating func text(_ field: String) -> String? {
        guard let value = value(field) else { return nil }
        if case .string(let text) = value { return text }
        fault(field, value.shown, "text in quotes", "Write the text in quotes.")
        return nil
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ field: String, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(field) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        fault(
            field, "'\(text)'", "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))",
            Spelling.remedy(text, among: Choice.allCases.map(\.rawValue)))
        return nil
    }

    mutating func number(_ field: String, _ limits: PatientLimits) -> Double? {
        guard let value = value(field) else { return nil }
        guard case .number(let number) = value, number.isFinite else {
            fault(field, value.shown, "a number in \(limits.unit)", "Write a number without unit or quotes.")
            return nil
        }
        guard limits.range.contains(number) else {
            fault(field, number.shown, limits.words, limits.remedy(number))
            return nil
        }
        guard !limits.whole || number == number.rounded() else {
            fault(field, number.shown, "a whole number", "Write a whole number.")
            return nil
        }
        return number
    }

    mutating func day(_ field: String) -> Day? {
        guard let text = text(field) else { return nil }
        if let day = Day(text) { return day }
        fault(field, "'\(text)'", "a day as 2026-11-21", "Write year-month-day.")
        return nil
    }

    /// The objects of a list; nil if the field is left out.
    mutating func objects(_ field: String) -> [(fields: [String: JSONValue], path: String)]? {
        guard let value = value(field) else { return nil }
        guard case .array(let items) = value else {
            fault(field, value.shown, "a list in [ ]", "Write a list of objects; [] if there were none.")
            return nil
        }
        var objects: [(fields: [String: JSONValue], path: String)] = []
        for (index, item) in items.enumerated() {
            guard case .object(let fields) = item else {
                fault("\(field)[\(index)]", item.shown, "an object in { }", "Write { \"…\": … }.")
                continue
            }
            objects.append((fields, "\(path)\(field)[\(index)]."))
        }
        return objects
    }

    /// Faults for all fields that nobody asked for.
    mutating func refuseUnread() {
        for name in fields.keys.sorted() where !read.contains(name) {
            fault(
                name, "a field that is not known here", "one of \(read.sorted().joined(separator: ", "))",
                Spelling.remedy(name, among: read.filter { fields[$0] == nil }.sorted()))
        }
    }
}

extension JSONValue {
    /// In a message.
    var shown: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): value.shown
        case .string(let value): "'\(value.prefix(60))'"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
