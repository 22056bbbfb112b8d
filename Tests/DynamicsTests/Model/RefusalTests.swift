import Testing

@testable import Dynamics

/// What the engine does not know it refuses by name and line, and never ignores.
@Suite struct RefusalTests {
    private func error(_ body: String) -> SBMLError? {
        do {
            _ = try Model(sbml: SBML.document(body), file: "test.xml")
            return nil
        } catch {
            return error
        }
    }

    private let variable = "<listOfParameters><parameter id=\"x\" value=\"1\" constant=\"false\"/></listOfParameters>"
    private let set =
        "<listOfEventAssignments><eventAssignment variable=\"x\">\(SBML.math("<cn>2</cn>"))</eventAssignment></listOfEventAssignments>"
    private let trigger = "<trigger initialValue=\"true\" persistent=\"true\">\(SBML.math("<true/>"))</trigger>"

    @Test func `an algebraic rule`() {
        let found = error(
            variable + "\n<listOfRules><algebraicRule>\(SBML.math("<ci>x</ci>"))</algebraicRule></listOfRules>")
        #expect(found?.element == "algebraicRule")
        #expect(found?.line == 5)
        #expect(found?.file == "test.xml")
    }

    @Test func `a delay and a priority of an event`() {
        let delay = error(
            variable
                + "\n<listOfEvents><event id=\"late\" useValuesFromTriggerTime=\"true\">\(trigger)<delay>\(SBML.math("<cn>1</cn>"))</delay>\(set)</event></listOfEvents>"
        )
        #expect(delay?.element == "event 'late'")
        #expect(delay?.problem.contains("delay") == true)
        let priority = error(
            variable
                + "\n<listOfEvents><event id=\"first\" useValuesFromTriggerTime=\"true\">\(trigger)<priority>\(SBML.math("<cn>1</cn>"))</priority>\(set)</event></listOfEvents>"
        )
        #expect(priority?.problem.contains("priorit") == true)
    }

    @Test func `a constraint`() {
        let found = error(
            variable + "\n<listOfConstraints><constraint>\(SBML.math("<true/>"))</constraint></listOfConstraints>")
        #expect(found?.element == "constraint")
    }

    @Test func `a delay in a formula`() {
        let late =
            "<apply><csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/delay\">delay</csymbol><ci>x</ci><cn>1</cn></apply>"
        let found = error(
            variable + "\n<listOfRules><rateRule variable=\"x\">\(SBML.math(late))</rateRule></listOfRules>")
        #expect(found?.problem.contains("delay") == true)
        #expect(found?.element == "rateRule 'x'")
    }

    @Test func `a package that changes the meaning`() {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" xmlns:comp="http://www.sbml.org/sbml/level3/version1/comp/version1" level="3" version="1" comp:required="true"><model id="m"/></sbml>
            """
        #expect { try Model(sbml: text, file: "c.xml") } throws: { "\($0)".contains("comp") }
    }

    @Test func `text that is not XML is told with its line`() {
        #expect { try Model(sbml: "<sbml><model>\n<oops</model>", file: "bad.xml") } throws: {
            "\($0)".contains("bad.xml")
        }
        #expect { try Model(sbml: "", file: "empty.xml") } throws: { "\($0)".contains("empty.xml") }
        #expect { try Model(sbml: "not xml at all", file: "t.xml") } throws: { "\($0)".contains("t.xml") }
    }

    @Test func `spoiled files are read or refused, and never crash`() throws {
        let good = Array(
            SBML.expression("<apply><plus/><ci>x</ci><apply><exp/><ci>z</ci></apply></apply>").utf8)
        var stream = RandomStream(seed: 11, patient: 0, purpose: RandomPurpose("fuzz"))
        for _ in 0..<400 {
            var bytes = good
            if stream.bernoulli(0.3) { bytes.removeLast(Int(stream.uniform() * Double(bytes.count))) }
            for _ in 0..<3 where !bytes.isEmpty {
                bytes[Int(stream.uniform() * Double(bytes.count))] = UInt8(32 + Int(stream.uniform() * 95))
            }
            do {
                _ = try Program(Model(sbml: String(decoding: bytes, as: UTF8.self), file: "fuzz.xml"))
            } catch {
                #expect(!"\(error)".isEmpty)
            }
        }
    }
}
