/// The values of an analysis's inputs, by name.
public struct Numbers: Sendable, Equatable {
    /// Values by name.
    public private(set) var values: [String: Double]

    /// Makes numbers.
    public init(_ values: [String: Double]) { self.values = values }

    /// The same with one changed.
    public func setting(_ name: String, to value: Double) -> Numbers {
        var numbers = self
        numbers.values[name] = value
        return numbers
    }

    /// The value of a name.
    /// - Throws: `Fault` at the path that names it if there is no such input.
    public subscript(name: String, path: String...) -> Double {
        get throws(Fault) {
            guard let value = values[name] else {
                throw Fault(
                    path, found: "'\(name)'", expected: "the name of an input with a value",
                    remedy: "Known: \(values.keys.sorted().joined(separator: ", ")).")
            }
            return value
        }
    }
}
