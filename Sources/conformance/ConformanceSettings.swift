import Dynamics
import Foundation

/// What a case asks for: `NNNNN-settings.txt`.
struct ConformanceSettings {
    let start: Double
    let duration: Double
    let steps: Int
    let variables: [String]
    let absolute: Double
    let relative: Double
    private let amounts: Set<String>
    private let concentrations: Set<String>

    init(file: URL) throws(ConformanceCase.Unreadable) {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw ConformanceCase.Unreadable(description: "\(file.path) cannot be read")
        }
        var fields: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 {
                fields[parts[0].trimmingCharacters(in: .whitespaces)] = parts[1].trimmingCharacters(in: .whitespaces)
            }
        }
        func number(_ key: String) throws(ConformanceCase.Unreadable) -> Double {
            guard let value = fields[key].flatMap({ Double($0) }) else {
                throw ConformanceCase.Unreadable(description: "\(file.path): '\(key)' is not a number")
            }
            return value
        }
        func list(_ key: String) -> [String] {
            (fields[key] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        start = try number("start")
        duration = try number("duration")
        steps = Int(try number("steps"))
        absolute = try number("absolute")
        relative = try number("relative")
        variables = list("variables")
        amounts = Set(list("amount"))
        concentrations = Set(list("concentration"))
    }

    /// `steps` intervals have steps + 1 times.
    var times: [Double] {
        (0...max(1, steps)).map { start + duration * Double($0) / Double(max(1, steps)) }
    }

    /// What a variable stands for: a species in the unit that the case names, anything else its symbol.
    func formula(of variable: String, in model: Model) -> Formula {
        guard let species = model.species.first(where: { $0.id == variable }) else { return .symbol(variable) }
        // In a point without a size a species is an amount, and its concentration is the same.
        let compartment = model.compartments.first { $0.id == species.compartment }
        if compartment?.dimensions == 0, compartment?.size == nil { return .symbol(variable) }
        if amounts.contains(variable), !species.onlySubstance {
            return .apply(.multiply, [.symbol(variable), .symbol(species.compartment)])
        }
        if concentrations.contains(variable), species.onlySubstance {
            return .apply(.divide, [.symbol(variable), .symbol(species.compartment)])
        }
        return .symbol(variable)
    }

    /// Whether a value is within the case's tolerances of the expected one. Infinite values and what is not a number
    /// must be the same.
    func accepts(_ own: Double, for wanted: Double) -> Bool {
        if wanted.isNaN || own.isNaN { return wanted.isNaN && own.isNaN }
        if wanted.isInfinite || own.isInfinite { return wanted == own }
        return (own - wanted).magnitude <= absolute + relative * wanted.magnitude
    }
}
