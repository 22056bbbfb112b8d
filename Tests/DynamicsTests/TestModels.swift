import Dynamics

/// Small models written as SBML for the tests.
enum TestModels {
    /// A model of rate rules on parameters.
    static func rates(
        _ equations: [(id: String, start: Double, rate: String)], parameters: [(String, Double)] = [],
        extra: String = ""
    ) -> String {
        let quantities =
            equations.map { "<parameter id=\"\($0.id)\" value=\"\($0.start)\" constant=\"false\"/>" }
            + parameters.map { "<parameter id=\"\($0.0)\" value=\"\($0.1)\" constant=\"true\"/>" }
        let rules = equations.map {
            "<rateRule variable=\"\($0.id)\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\">\($0.rate)</math></rateRule>"
        }
        return document(
            "<listOfParameters>\(quantities.joined())</listOfParameters><listOfRules>\(rules.joined())</listOfRules>"
                + extra)
    }

    static func document(_ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
        <model id="test">
        \(body)
        </model>
        </sbml>
        """
    }

    static func program(_ sbml: String) throws -> Program { try Program(Model(sbml: sbml, file: "test.xml")) }

    static func ci(_ name: String) -> String { "<ci>\(name)</ci>" }
    static func cn(_ value: Double) -> String { "<cn>\(value)</cn>" }
    static var time: String {
        "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>"
    }
    static func apply(_ operation: String, _ operands: String...) -> String {
        "<apply><\(operation)/>\(operands.joined())</apply>"
    }

    /// Lotka and Volterra: not stiff, periodic.
    static func lotkaVolterra() throws -> Program {
        let prey = apply("minus", apply("times", cn(1.5), ci("x")), apply("times", ci("x"), ci("y")))
        let predator = apply("minus", apply("times", ci("x"), ci("y")), apply("times", cn(3), ci("y")))
        return try program(rates([("x", 1, prey), ("y", 1, predator)]))
    }

    /// Bateman's chain: absorption and elimination of a dose, with a closed form.
    static func absorption() throws -> Program {
        let gut = apply("times", apply("minus", ci("ka")), ci("gut"))
        let blood = apply("minus", apply("times", ci("ka"), ci("gut")), apply("times", ci("ke"), ci("blood")))
        return try program(
            rates([("gut", 100, gut), ("blood", 0, blood)], parameters: [("ka", 1.3), ("ke", 0.2)]))
    }

    /// Robertson's kinetics: stiff.
    static func robertson() throws -> Program {
        let slow = apply("times", cn(0.04), ci("a"))
        let middle = apply("times", cn(1e4), ci("b"), ci("c"))
        let fast = apply("times", cn(3e7), ci("b"), ci("b"))
        return try program(
            rates([
                ("a", 1, apply("minus", middle, slow)),
                ("b", 0, apply("minus", slow, apply("plus", middle, fast))),
                ("c", 0, fast),
            ]))
    }
}
