@testable import Dynamics

/// Small SBML texts for the tests.
enum SBML {
    static let header = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
        <model id="test">
        """

    static func document(_ body: String) -> String { header + "\n" + body + "\n</model>\n</sbml>\n" }

    static func math(_ content: String) -> String {
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(content)</math>"
    }

    /// One assignment y := expression of x = 2 and z = 3.
    static func expression(_ content: String) -> String {
        document(
            """
            <listOfParameters>
            <parameter id="x" value="2" constant="true"/><parameter id="z" value="3" constant="true"/>
            <parameter id="y" constant="false"/>
            </listOfParameters>
            <listOfRules><assignmentRule variable="y">\(math(content))</assignmentRule></listOfRules>
            """)
    }

    static func program(_ text: String) throws -> Program { try Program(Model(sbml: text, file: "test.xml")) }

    /// An observable at the start.
    static func value(_ id: String, _ program: Program, time: Double = 0) throws -> Double {
        let parameters = program.parameters.map(\.value)
        let inputs =
            program.initial.evaluate(parameters) + parameters + [time] + program.hoisted.evaluate(parameters)
        let index = program.observable(id)
        return index.map { program.observation.evaluate(inputs)[$0] } ?? .nan
    }

    /// Slopes at the start, by state.
    static func slopes(_ program: Program) -> [String: Double] {
        let parameters = program.parameters.map(\.value)
        let inputs = program.initial.evaluate(parameters) + parameters + [0] + program.hoisted.evaluate(parameters)
        return Dictionary(
            uniqueKeysWithValues: zip(program.states.map(\.id), program.rightHandSide.evaluate(inputs)))
    }
}
