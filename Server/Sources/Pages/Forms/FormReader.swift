import Care
import Foundation

/// Reads the fields of a form one after another and notes what is wrong with each.
struct FormReader {
    private(set) var state: FormState
    let now: Instant

    init(_ values: [String: String], now: Instant) {
        state = FormState(values: values)
        self.now = now
    }

    /// Notes what is wrong with a field.
    mutating func fault(_ name: String, _ problem: String) {
        if state.errors[name] == nil { state.errors[name] = problem }
    }

    /// A text without blanks around it; nil if there is none.
    func text(_ name: String) -> String? {
        let value = (state.values[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        return value.isEmpty ? nil : value
    }

    /// A text that must be there.
    mutating func required(_ name: String, _ what: String, limit: Int = 2_000) -> String {
        guard let value = text(name) else {
            fault(name, "\(what) is missing; write it here.")
            return ""
        }
        if value.count > limit { fault(name, "\(what) is longer than \(limit) characters; shorten it.") }
        return value
    }

    /// A number, with a point or a comma; nil if nothing was written.
    mutating func number(_ name: String, in limits: ClosedRange<Double>, unit: String) -> Double? {
        guard let text = text(name) else { return nil }
        let spelled = text.contains(".") ? text : text.replacingOccurrences(of: ",", with: ".")
        guard let value = Double(spelled), value.isFinite, !spelled.lowercased().contains("x") else {
            fault(name, "'\(text.prefix(40))' is no number; write digits, as \(Words.number(limits.lowerBound)).")
            return nil
        }
        guard limits.contains(value) else {
            let upper = limits.upperBound > 1e15 ? "or more" : "to \(Words.number(limits.upperBound))"
            fault(
                name,
                "\(Words.number(value)) \(unit) cannot be: \(Words.number(limits.lowerBound)) \(upper) \(unit) is taken. "
                    + "Check the unit.")
            return nil
        }
        return value
    }

    /// A whole number; nil if nothing was written.
    mutating func count(_ name: String, in limits: ClosedRange<Int>, what: String) -> Int? {
        guard let text = text(name) else { return nil }
        guard let value = Int(text), limits.contains(value) else {
            fault(
                name, "'\(text.prefix(40))': \(what) is a whole number, \(limits.lowerBound) to \(limits.upperBound).")
            return nil
        }
        return value
    }

    /// One of a list; nil if nothing was chosen.
    mutating func choice<Value>(_ name: String, _ make: (String) -> Value?) -> Value? {
        guard let text = text(name) else { return nil }
        guard let value = make(text) else {
            fault(name, "'\(text.prefix(40))' is not one of the list; choose again.")
            return nil
        }
        return value
    }

    /// Yes, no, or nothing.
    mutating func answer(_ name: String) -> Bool? {
        choice(name) { $0 == "yes" ? true : $0 == "no" ? false : nil }
    }

    /// When it happened: now if nothing was written; a time without a zone is of the zone of `now`.
    mutating func moment(_ name: String = "at") -> Instant {
        guard let text = text(name) else { return now }
        let zoned =
            text.contains("Z") || text.dropFirst(11).contains { "+-".contains($0) }
            ? text : text + Words.zone(now.zoneOffsetMinutes)
        guard let instant = try? Instant(iso8601: zoned) else {
            fault(name, "'\(text.prefix(40))' is no time; write 2026-03-01T14:30, or leave it empty for now.")
            return now
        }
        // Clocks of two machines differ by a little.
        guard instant.hours(since: now) <= 1.0 / 60 else {
            fault(name, "This time is still to come; write when it happened, or leave it empty for now.")
            return now
        }
        return min(instant, now)
    }

    /// Throws if anything was wrong.
    func finish() throws(FormFault) {
        if state.isFaulty { throw FormFault(state) }
    }
}
