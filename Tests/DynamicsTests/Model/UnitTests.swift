import Testing

@testable import Dynamics

/// Units that do not match are told, and change nothing.
@Suite struct UnitTests {
    /// x′ = −k x, with the unit of k as given; times in seconds.
    private func model(_ unit: String) throws -> String {
        var model = SBMLText()
        model.attributes = " timeUnits=\"second\""
        model.units = """
            <unitDefinition id="per_second"><listOfUnits>
            <unit kind="second" exponent="-1" scale="0" multiplier="1"/></listOfUnits></unitDefinition>

            """
        model.parameters = """
            <parameter id="x" value="1" units="mole" constant="false"/>
            <parameter id="k" value="2" units="\(unit)" constant="true"/>

            """
        try model.rate("x", "-k * x")
        return model.text
    }

    @Test func `a mismatch is told with its line and element, only when asked for`() throws {
        let warnings = try Model(sbml: model("metre"), file: "u.xml", checkingUnits: true).warnings
        #expect(warnings.count == 1)
        #expect(warnings.first?.hasPrefix("line 13: ") == true, "\(warnings)")
        #expect(
            warnings.first?.contains("<rateRule>") == true && warnings.first?.contains("'x'") == true, "\(warnings)")
        #expect(try Model(sbml: model("metre"), file: "u.xml").warnings.isEmpty)
        #expect(try Program(Model(sbml: model("metre"), checkingUnits: true)).warnings == warnings)
    }

    @Test func `consistent models have none`() throws {
        #expect(try Model(sbml: model("per_second"), file: "u.xml", checkingUnits: true).warnings.isEmpty)
    }
}
