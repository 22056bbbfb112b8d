/// What is wrong with an economic model: where, what stands there, what should, and what to do.
public struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The way to the field: names of fields, and positions in lists from 0.
    public var path: [String]
    /// What was found.
    public var found: String
    /// What was expected.
    public var expected: String
    /// What to do about it.
    public var remedy: String

    /// Makes a fault.
    public init(_ path: [String], found: String, expected: String, remedy: String) {
        self.path = path
        self.found = found
        self.expected = expected
        self.remedy = remedy
    }

    /// The same fault seen from further out.
    public func under(_ prefix: String...) -> Fault {
        Fault(prefix + path, found: found, expected: expected, remedy: remedy)
    }

    /// For example: strategies.0.infused: found 1.2; expected a probability from 0 to 1. Write 12 % as 0.12.
    public var description: String {
        let place = path.isEmpty ? "" : path.joined(separator: ".") + ": "
        return "\(place)found \(found); expected \(expected). \(remedy)"
    }
}

extension Fault {
    /// - Throws: unless the number is a probability.
    public static func requireProbability(_ value: Double, _ path: String...) throws(Fault) {
        guard (0...1).contains(value) else {
            throw Fault(
                path, found: "\(value)", expected: "a probability from 0 to 1", remedy: "Write 12 % as 0.12.")
        }
    }

    /// - Throws: unless the number is greater than zero and finite.
    public static func requirePositive(_ value: Double, _ path: String...) throws(Fault) {
        guard value > 0, value.isFinite else {
            throw Fault(path, found: "\(value)", expected: "a number above 0", remedy: "Correct it or its unit.")
        }
    }
}
