import Foundation
import Testing

@testable import Dynamics

/// Every construct of MathML that the engine knows, by its value at x = 2, z = 3.
@Suite struct MathematicsTests {
    static let values: [(String, Double)] = [
        ("<apply><plus/><ci>x</ci><ci>z</ci><cn>1</cn></apply>", 6.0), ("<apply><plus/></apply>", 0),
        ("<apply><minus/><ci>x</ci></apply>", -2), ("<apply><minus/><ci>x</ci><ci>z</ci></apply>", -1),
        ("<apply><times/><ci>x</ci><ci>z</ci></apply>", 6), ("<apply><times/></apply>", 1),
        ("<apply><divide/><ci>x</ci><ci>z</ci></apply>", 2.0 / 3), ("<apply><power/><ci>x</ci><ci>z</ci></apply>", 8),
        ("<apply><power/><ci>x</ci><cn>-2</cn></apply>", 0.25), ("<apply><root/><ci>x</ci></apply>", 2.0.squareRoot()),
        ("<apply><root/><degree><cn>3</cn></degree><cn>27</cn></apply>", 3),
        ("<apply><exp/><ci>x</ci></apply>", exp(2.0)), ("<apply><ln/><ci>x</ci></apply>", log(2.0)),
        ("<apply><log/><cn>100</cn></apply>", 2),
        ("<apply><log/><logbase><cn>2</cn></logbase><cn>8</cn></apply>", 3),
        ("<apply><abs/><cn>-4</cn></apply>", 4), ("<apply><floor/><cn>-1.5</cn></apply>", -2),
        ("<apply><ceiling/><cn>-1.5</cn></apply>", -1), ("<apply><factorial/><cn>5</cn></apply>", 120),
        ("<apply><sin/><ci>x</ci></apply>", sin(2.0)), ("<apply><cos/><ci>x</ci></apply>", cos(2.0)),
        ("<apply><tan/><ci>x</ci></apply>", tan(2.0)), ("<apply><sec/><ci>x</ci></apply>", 1 / cos(2.0)),
        ("<apply><arcsin/><cn>0.5</cn></apply>", asin(0.5)), ("<apply><arcsec/><ci>x</ci></apply>", acos(0.5)),
        ("<apply><sinh/><ci>x</ci></apply>", sinh(2.0)), ("<apply><arctanh/><cn>0.5</cn></apply>", atanh(0.5)),
        ("<apply><max/><ci>x</ci><ci>z</ci></apply>", 3), ("<apply><min/><ci>x</ci><ci>z</ci></apply>", 2),
        ("<apply><rem/><cn>-7</cn><ci>z</ci></apply>", -1), ("<apply><quotient/><cn>-7</cn><ci>z</ci></apply>", -2),
        ("<exponentiale/>", M_E), ("<pi/>", Double.pi), ("<cn type=\"e-notation\">2<sep/>3</cn>", 2000),
        ("<cn type=\"rational\">1<sep/>4</cn>", 0.25),
    ]

    @Test(arguments: values)
    func `arithmetic and functions`(content: String, expected: Double) throws {
        let found = try SBML.value("y", SBML.program(SBML.expression(content)))
        #expect(abs(found - expected) <= 1e-14 * max(1, abs(expected)), "\(content)")
    }

    static let truths: [(String, Double)] = [
        ("<apply><lt/><ci>x</ci><ci>z</ci></apply>", 1.0), ("<apply><gt/><ci>x</ci><ci>z</ci></apply>", 0),
        ("<apply><leq/><ci>x</ci><cn>2</cn></apply>", 1), ("<apply><geq/><ci>x</ci><cn>2.1</cn></apply>", 0),
        ("<apply><eq/><ci>x</ci><cn>2</cn></apply>", 1), ("<apply><neq/><ci>x</ci><cn>2</cn></apply>", 0),
        ("<apply><lt/><cn>1</cn><ci>x</ci><ci>z</ci></apply>", 1),
        ("<apply><lt/><cn>1</cn><ci>z</ci><ci>x</ci></apply>", 0),
        ("<apply><and/><true/><false/></apply>", 0), ("<apply><or/><true/><false/></apply>", 1),
        ("<apply><xor/><true/><true/></apply>", 0), ("<apply><not/><false/></apply>", 1),
        ("<apply><implies/><true/><false/></apply>", 0), ("<apply><implies/><false/><false/></apply>", 1),
    ]

    @Test(arguments: truths)
    func `relations and logic`(content: String, expected: Double) throws {
        let number =
            "<piecewise><piece><cn>1</cn>\(content)</piece><otherwise><cn>0</cn></otherwise></piecewise>"
        #expect(try SBML.value("y", SBML.program(SBML.expression(number))) == expected, "\(content)")
    }

    @Test func `piecewise takes the first condition that holds`() throws {
        let content = """
            <piecewise><piece><cn>10</cn><apply><gt/><ci>x</ci><ci>z</ci></apply></piece>
            <piece><cn>20</cn><apply><lt/><ci>x</ci><ci>z</ci></apply></piece>
            <piece><cn>30</cn><true/></piece></piecewise>
            """
        #expect(try SBML.value("y", SBML.program(SBML.expression(content))) == 20)
    }

    @Test func `time is the simulation's time`() throws {
        let content =
            "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>"
        let program = try SBML.program(SBML.expression(content))
        #expect(try SBML.value("y", program, time: 7.5) == 7.5)
    }
}
