import Foundation
import Testing

@testable import Dynamics

/// What SBML's elements mean when they run.
@Suite struct ModelTests {
    private let units = "hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\""

    private func reaction(_ rate: String, locals: String = "", compartment: String = "2") -> String {
        SBML.document(
            """
            <listOfCompartments><compartment id="V" size="\(compartment)" constant="true"/></listOfCompartments>
            <listOfSpecies>
            <species id="A" compartment="V" initialConcentration="10" \(units)/>
            <species id="B" compartment="V" initialAmount="6" \(units)/>
            </listOfSpecies>
            <listOfParameters><parameter id="k" value="0.5" constant="true"/></listOfParameters>
            <listOfReactions><reaction id="r" reversible="false">
            <listOfReactants><speciesReference species="A" stoichiometry="2" constant="true"/></listOfReactants>
            <listOfProducts><speciesReference species="B" stoichiometry="1" constant="true"/></listOfProducts>
            <kineticLaw>\(SBML.math(rate))\(locals)</kineticLaw>
            </reaction></listOfReactions>
            """)
    }

    private let kA = "<apply><times/><ci>k</ci><ci>A</ci></apply>"

    @Test func `a reaction moves amounts, species are concentrations`() throws {
        let program = try SBML.program(reaction(kA))
        let slopes = SBML.slopes(program)
        // Rate 0.5 · 10 per time, in a volume of 2.
        #expect(slopes["A"] == -5)
        #expect(slopes["B"] == 2.5)
        #expect(program.states.first { $0.id == "B" }?.value == 3)
    }

    @Test func `a local parameter hides a global one`() throws {
        let locals = "<listOfLocalParameters><localParameter id=\"k\" value=\"2\"/></listOfLocalParameters>"
        #expect(SBML.slopes(try SBML.program(reaction(kA, locals: locals)))["A"] == -20)
    }

    @Test func `a boundary species is not changed by reactions`() throws {
        let text = reaction(kA).replacing(
            "id=\"A\" compartment=\"V\" initialConcentration=\"10\" \(units)",
            with: "id=\"A\" compartment=\"V\" initialConcentration=\"10\" hasOnlySubstanceUnits=\"false\" "
                + "boundaryCondition=\"true\" constant=\"false\"")
        let slopes = SBML.slopes(try SBML.program(text))
        #expect(slopes["A"] == nil)
        #expect(slopes["B"] == 2.5)
    }

    @Test func `function definitions are put in, also within each other`() throws {
        let text = SBML.document(
            """
            <listOfFunctionDefinitions>
            <functionDefinition id="twice">\(SBML.math("<lambda><bvar><ci>a</ci></bvar><apply><times/><cn>2</cn><ci>a</ci></apply></lambda>"))</functionDefinition>
            <functionDefinition id="quad">\(SBML.math("<lambda><bvar><ci>a</ci></bvar><apply><ci>twice</ci><apply><ci>twice</ci><ci>a</ci></apply></apply></lambda>"))</functionDefinition>
            </listOfFunctionDefinitions>
            <listOfParameters><parameter id="p" value="3" constant="true"/><parameter id="y" constant="false"/></listOfParameters>
            <listOfRules><assignmentRule variable="y">\(SBML.math("<apply><ci>quad</ci><ci>p</ci></apply>"))</assignmentRule></listOfRules>
            """)
        #expect(try SBML.value("y", SBML.program(text)) == 12)
    }

    @Test func `initial assignments are taken in the order that they need`() throws {
        let text = SBML.document(
            """
            <listOfParameters><parameter id="a" constant="true"/><parameter id="b" constant="true"/>
            <parameter id="c" value="4" constant="true"/><parameter id="s" constant="false"/></listOfParameters>
            <listOfInitialAssignments>
            <initialAssignment symbol="s">\(SBML.math("<apply><plus/><ci>a</ci><cn>1</cn></apply>"))</initialAssignment>
            <initialAssignment symbol="a">\(SBML.math("<apply><times/><ci>b</ci><cn>2</cn></apply>"))</initialAssignment>
            <initialAssignment symbol="b">\(SBML.math("<apply><plus/><ci>c</ci><cn>1</cn></apply>"))</initialAssignment>
            </listOfInitialAssignments>
            <listOfRules><rateRule variable="s">\(SBML.math("<ci>a</ci>"))</rateRule></listOfRules>
            """)
        let program = try SBML.program(text)
        #expect(program.states.map(\.value) == [11])
        #expect(SBML.slopes(program)["s"] == 10)
        #expect(program.parameters.map(\.id) == ["c"], "what follows from c cannot be set")
    }

    @Test func `a circle of definitions is named`() {
        let text = SBML.document(
            """
            <listOfParameters><parameter id="a" constant="false"/><parameter id="b" constant="false"/></listOfParameters>
            <listOfRules><assignmentRule variable="a">\(SBML.math("<ci>b</ci>"))</assignmentRule>
            <assignmentRule variable="b">\(SBML.math("<ci>a</ci>"))</assignmentRule></listOfRules>
            """)
        #expect { try SBML.program(text) } throws: { "\($0)".contains("a") }
    }

    @Test func `older levels are brought up to date`() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4"><model id="old">
            <listOfParameters><parameter id="k" value="0.5"/><parameter id="x" value="2" constant="false"/></listOfParameters>
            <listOfRules><rateRule variable="x">\(SBML.math("<apply><times/><ci>k</ci><ci>x</ci></apply>"))</rateRule></listOfRules>
            </model></sbml>
            """
        #expect(SBML.slopes(try SBML.program(text))["x"] == 1)
    }

    /// XML's own rule: without a word about the encoding it is UTF-8.
    @Test func `a declaration without an encoding means UTF-8`() throws {
        let text = SBML.document(
            "<listOfParameters><parameter id=\"a\" value=\"1\" constant=\"true\"/></listOfParameters>")
        let start = try #require(text.range(of: "?>"))
        let plain = "<?xml version=\"1.0\"?>" + text[start.upperBound...]
        #expect(try Model(sbml: plain).parameters.map(\.id) == ["a"])
    }
}
