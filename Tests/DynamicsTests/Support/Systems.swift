@testable import Dynamics

/// Short ways to write formulas, so that a test's equations read as in a textbook.
extension Formula: ExpressibleByFloatLiteral, ExpressibleByStringLiteral {
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A quantity by its identifier.
    public init(stringLiteral value: String) { self = .symbol(value) }
    static func + (a: Formula, b: Formula) -> Formula { .apply(.add, [a, b]) }
    static func - (a: Formula, b: Formula) -> Formula { .apply(.subtract, [a, b]) }
    static func * (a: Formula, b: Formula) -> Formula { .apply(.multiply, [a, b]) }
    static func / (a: Formula, b: Formula) -> Formula { .apply(.divide, [a, b]) }
    static func >= (a: Formula, b: Formula) -> Formula { .apply(.lessOrEqual, [b, a]) }
    static func <= (a: Formula, b: Formula) -> Formula { .apply(.lessOrEqual, [a, b]) }
}

extension Model {
    /// A system of ordinary differential equations by rate rules.
    init(
        _ id: String, parameters: [(String, Double)] = [], states: [(name: String, start: Double, rate: Formula)],
        observables: [(String, Formula)] = []
    ) {
        self.init()
        self.id = id
        for (name, value) in parameters {
            self.parameters.append(Parameter(id: name, name: name, unit: "", value: value, constant: true))
        }
        for state in states {
            self.parameters.append(
                Parameter(id: state.name, name: state.name, unit: "", value: state.start, constant: false))
            rateRules.append(Assignment(variable: state.name, formula: state.rate))
        }
        for (name, formula) in observables {
            self.parameters.append(Parameter(id: name, name: name, unit: "", value: nil, constant: false))
            assignmentRules.append(Assignment(variable: name, formula: formula))
        }
    }
}

/// Textbook systems.
enum Systems {
    /// Prey and predator, Lotka 1925 and Volterra 1926: periodic, not stiff.
    static func lotkaVolterra() throws -> Program {
        try Program(
            Model(
                "lotka_volterra", parameters: [("a", 1.5), ("b", 1), ("c", 3), ("d", 1)],
                states: [
                    ("prey", 1, "a" * "prey" - "b" * "prey" * "predator"),
                    ("predator", 1, "d" * "prey" * "predator" - "c" * "predator"),
                ], observables: [("both", "prey" + "predator")]))
    }

    /// A drug from the gut through blood into tissue: linear, mildly stiff.
    static func absorption() throws -> Program {
        try Program(
            Model(
                "absorption", parameters: [("ka", 1.2), ("ke", 0.3), ("k12", 5), ("k21", 0.8)],
                states: [
                    ("gut", 100, 0.0 - "ka" * "gut"),
                    ("blood", 0, "ka" * "gut" - ("ke" + "k12") * "blood" + "k21" * "tissue"),
                    ("tissue", 0, "k12" * "blood" - "k21" * "tissue"),
                ]))
    }

    /// Robertson's autocatalytic reaction (1966), the standard stiff chemical system.
    static func robertson() throws -> Program {
        let slow: Formula = 0.04 * "a"
        let back: Formula = 1e4 * "b" * "c"
        let fast: Formula = 3e7 * "b" * "b"
        return try Program(
            Model(
                "robertson",
                states: [("a", 1, back - slow), ("b", 0, slow - back - fast), ("c", 0, fast)]))
    }

    /// Van der Pol's oscillator; stiff for a large `mu`.
    static func vanDerPol(mu: Double) throws -> Program {
        try Program(
            Model(
                "van_der_pol", parameters: [("mu", mu)],
                states: [("x", 2, "v"), ("v", 0, "mu" * (1.0 - "x" * "x") * "v" - "x")]))
    }

    /// dy/dt = −2 (y − cos t), y(0) = 0: explicit time; y = 0.8 cos t + 0.4 sin t − 0.8 e^(−2t).
    static func forced() throws -> Program {
        try Program(
            Model(
                "forced", states: [("y", 0, -2.0 * ("y" - .apply(.cosine, [.time])))]))
    }
}
