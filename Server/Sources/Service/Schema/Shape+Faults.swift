import Care

/// What is wrong with one field, and how to mend it.
struct FieldFault: Codable, Sendable, Equatable {
    /// Where, as a path (`entries[0].payload.temperature`).
    var field: String
    /// What is wrong. Never the value itself: it may be a patient's.
    var problem: String
    /// What to do about it.
    var remedy: String
}

extension Shape {
    /// All that is wrong with a value.
    func faults(in value: JSON, at path: String) -> [FieldFault] {
        func fault(_ problem: String, _ remedy: String) -> [FieldFault] {
            [FieldFault(field: path.isEmpty ? "body" : path, problem: problem, remedy: remedy)]
        }
        switch (self, value) {
        case (.anything, _), (.component, _), (.nullable, .null): return []
        case (.nullable(let shape), _): return shape.faults(in: value, at: path)
        case (.text(let length, let pattern, let format), .string(let text)):
            guard length.contains(text.unicodeScalars.count) else {
                return fault(
                    "it has \(text.unicodeScalars.count) characters",
                    "Give \(length.lowerBound) to \(length.upperBound).")
            }
            if text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" || $0.value == 127 }) {
                return fault("it holds a control character", "Leave it out.")
            }
            if let pattern, (try? Regex(pattern).wholeMatch(in: text)) == nil {
                return fault("it is not of the form asked for", "It must match \(pattern).")
            }
            if format == "date-time", (try? Instant(iso8601: text)) == nil {
                return fault("it is no time", "Write ISO 8601 with a zone, for example 2026-03-01T06:10:00+01:00.")
            }
            return []
        case (.choice(let words), .string(let text)):
            return words.contains(text) ? [] : fault("this word is not known here", Self.remedy(words))
        case (.integer(let range), .integer(let number)):
            return range.contains(number)
                ? [] : fault("it is out of range", "Give \(range.lowerBound) to \(range.upperBound).")
        case (.number(let range), .integer(let number)): return Self.faults(Double(number), range, fault)
        case (.number(let range), .number(let number)): return Self.faults(number, range, fault)
        case (.boolean, .bool): return []
        case (.array(let element, let count), .array(let items)):
            guard count.contains(items.count) else {
                return fault("it has \(items.count) items", "Give \(count.lowerBound) to \(count.upperBound).")
            }
            return items.enumerated().flatMap { element.faults(in: $1, at: "\(path)[\($0)]") }
        case (.object(let fields), .object(let members)): return Self.faults(fields, members, path)
        case (.map(let shape), .object(let members)):
            return members.sorted { $0.key < $1.key }.flatMap {
                shape.faults(in: $1, at: path.isEmpty ? $0 : "\(path).\($0)")
            }
        default: return fault("\(value.kind) stands where \(kind) belongs", "Give \(kind).")
        }
    }

    private static func faults(
        _ number: Double, _ range: ClosedRange<Double>?, _ fault: (String, String) -> [FieldFault]
    ) -> [FieldFault] {
        guard let range, !range.contains(number) else { return [] }
        return fault("it is out of range", "Give \(range.lowerBound) to \(range.upperBound).")
    }

    private static func remedy(_ words: [String]) -> String {
        words.count > 30 ? "The OpenAPI document lists the words." : "Choose among \(words.joined(separator: ", "))."
    }

    private static func faults(_ fields: [Field], _ members: [String: JSON], _ path: String) -> [FieldFault] {
        func at(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
        var faults: [FieldFault] = []
        for field in fields {
            guard let value = members[field.name] else {
                if field.isRequired {
                    faults.append(FieldFault(field: at(field.name), problem: "it is missing", remedy: "Add it."))
                }
                continue
            }
            faults += field.shape.faults(in: value, at: at(field.name))
        }
        let known = Set(fields.map(\.name))
        faults += members.keys.filter { !known.contains($0) }.sorted().map { name in
            FieldFault(
                field: at(String(name.prefix(60))), problem: "this field is not known here",
                remedy: "Leave it out, or check its spelling: \(known.sorted().joined(separator: ", ")).")
        }
        return faults
    }

    /// In words.
    private var kind: String {
        switch self {
        case .text, .choice: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .array: "a list"
        case .object, .map: "an object"
        case .nullable(let shape): shape.kind
        case .component, .anything: "a value"
        }
    }
}

extension JSON {
    /// In words.
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
