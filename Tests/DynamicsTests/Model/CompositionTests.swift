import Foundation
import Testing

@testable import Dynamics

/// Models made of models (the package `comp`): put together when read.
@Suite struct CompositionTests {
    private static let header = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" \
        xmlns:comp="http://www.sbml.org/sbml/level3/version1/comp/version1" level="3" version="1" comp:required="true">

        """

    /// Two tanks, each a decay that fills itself; the whole gives both one rate constant, and takes the filling of the
    /// second away.
    private func composed() throws -> String {
        Self.header + """
            <model id="whole">
            <listOfParameters>
            <parameter id="rate" value="0.5" constant="true">
            <comp:listOfReplacedElements>
            <comp:replacedElement comp:idRef="k" comp:submodelRef="one"/>
            <comp:replacedElement comp:idRef="k" comp:submodelRef="two"/>
            </comp:listOfReplacedElements>
            </parameter>
            </listOfParameters>
            <comp:listOfSubmodels>
            <comp:submodel comp:id="one" comp:modelRef="tank"/>
            <comp:submodel comp:id="two" comp:modelRef="tank">
            <comp:listOfDeletions><comp:deletion comp:idRef="fill"/></comp:listOfDeletions>
            </comp:submodel>
            </comp:listOfSubmodels>
            </model>
            <comp:listOfModelDefinitions>
            <comp:modelDefinition id="tank">
            <listOfCompartments><compartment id="V" size="1" spatialDimensions="3" constant="true"/></listOfCompartments>
            <listOfSpecies><species id="A" compartment="V" initialAmount="8" hasOnlySubstanceUnits="false" \
            boundaryCondition="false" constant="false"/></listOfSpecies>
            <listOfParameters><parameter id="k" value="99" constant="true"/></listOfParameters>
            <listOfReactions>
            <reaction id="decay" reversible="false" fast="false"><listOfReactants>
            <speciesReference species="A" stoichiometry="1" constant="true"/></listOfReactants>
            <kineticLaw>\(try SBMLText.math("k * A"))</kineticLaw></reaction>
            <reaction id="fill" reversible="false" fast="false"><listOfProducts>
            <speciesReference species="A" stoichiometry="1" constant="true"/></listOfProducts>
            <kineticLaw>\(try SBMLText.math("k * 2"))</kineticLaw></reaction>
            </listOfReactions>
            </comp:modelDefinition>
            </comp:listOfModelDefinitions>
            </sbml>
            """
    }

    @Test func `submodels with a replacement and a deletion become one model that runs right`() throws {
        let model = try Model(sbml: try composed(), file: "whole.xml")
        #expect(model.parameters.map(\.id) == ["rate"])
        #expect(model.species.map(\.id).sorted() == ["one__A", "two__A"])
        #expect(model.reactions.map(\.id).sorted() == ["one__decay", "one__fill", "two__decay"])
        let course = try Course(Program(model), at: [0, 3])
        #expect(agree(course["one__A"], [8, 2 + 6 * exp(-1.5)]))
        #expect(agree(course["two__A"], [8, 8 * exp(-1.5)]))
    }

    @Test func `a submodel in another file is refused`() {
        let text =
            Self.header + """
                <model id="whole"><comp:listOfSubmodels><comp:submodel comp:id="one" comp:modelRef="there"/>
                </comp:listOfSubmodels></model>
                <comp:listOfExternalModelDefinitions>
                <comp:externalModelDefinition comp:id="there" comp:source="tank.xml" comp:modelRef="tank"/>
                </comp:listOfExternalModelDefinitions>
                </sbml>
                """
        #expect { try Model(sbml: text, file: "whole.xml") } throws: { error in
            guard let error = error as? SBMLError else { return false }
            return error.file == "whole.xml" && error.line == 6 && error.element == "externalModelDefinition 'there'"
                && error.problem.contains("tank.xml") && error.remedy.contains("flatten")
        }
    }

    @Test func `a submodel that is not there, and one that holds itself, are refused`() {
        let missing =
            Self.header + """
                <model id="whole"><comp:listOfSubmodels><comp:submodel comp:id="one" comp:modelRef="nowhere"/>
                </comp:listOfSubmodels></model></sbml>
                """
        #expect { try Model(sbml: missing, file: "m.xml") } throws: { $0 is SBMLError && "\($0)".contains("submodels") }
        let itself =
            Self.header + """
                <model id="whole"><comp:listOfSubmodels><comp:submodel comp:id="one" comp:modelRef="part"/>
                </comp:listOfSubmodels></model>
                <comp:listOfModelDefinitions><comp:modelDefinition id="part">
                <comp:listOfSubmodels><comp:submodel comp:id="again" comp:modelRef="part"/></comp:listOfSubmodels>
                </comp:modelDefinition></comp:listOfModelDefinitions></sbml>
                """
        #expect { try Model(sbml: itself, file: "m.xml") } throws: { $0 is SBMLError }
    }
}
