import Catalogue
import Dynamics
import Testing
import Therapy

/// A small model whose solution is known, with a page for it.
enum Literature {
    /// A decays from A0 at rate k; B grows at rate g from 1; W = sin(t); Y is twice A.
    static let sbml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
          <model id="known">
            <listOfParameters>
              <parameter id="A" constant="false"/><parameter id="B" value="1" constant="false"/>
              <parameter id="W" value="0" constant="false"/><parameter id="V" value="1" constant="false"/>
              <parameter id="Y" constant="false"/>
              <parameter id="k" value="0.5" constant="true"/><parameter id="g" value="0.2" constant="true"/>
              <parameter id="A0" value="8" constant="true"/>
            </listOfParameters>
            <listOfInitialAssignments>
              <initialAssignment symbol="A"><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>A0</ci></math>
              </initialAssignment>
            </listOfInitialAssignments>
            <listOfRules>
              <rateRule variable="A"><math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><minus/><apply><times/><ci>k</ci><ci>A</ci></apply></apply></math></rateRule>
              <rateRule variable="B"><math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><times/><ci>g</ci><ci>B</ci></apply></math></rateRule>
              <rateRule variable="W"><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>V</ci></math></rateRule>
              <rateRule variable="V"><math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><minus/><ci>W</ci></apply></math></rateRule>
              <assignmentRule variable="Y"><math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><times/><cn>2</cn><ci>A</ci></apply></math></assignmentRule>
            </listOfRules>
          </model>
        </sbml>
        """

    static func page(
        _ checks: [ModelCheck] = [], spread: [String: PublishedParameter.Spread] = [:]
    ) -> PublishedModel {
        let parameters = ["k", "g", "A0"].map { id in
            let own = PublishedParameter(
                unit: "1", meaning: id, origin: .assumed, source: "test", spread: spread[id])
            return (id, own)
        }
        return PublishedModel(
            id: "known", title: "Known", citation: "none", doi: nil, product: "none", data: "none", timeUnit: "d",
            verification: .read, note: nil, absoluteTolerance: 1e-12,
            parameters: Dictionary(uniqueKeysWithValues: parameters), checks: checks)
    }

    static func check(
        _ quantity: ModelQuantity, expected: Double = 1, set changes: [String: Double] = [:],
        in members: CheckMembers = .typical, _ verdict: ModelCheck.Verdict = .reproduced
    ) -> ModelCheck {
        ModelCheck(
            id: "c", says: "test", origin: .computed, changes: changes, quantity: quantity, members: members,
            expected: expected, tolerance: .relative(1e-3), verdict: verdict)
    }

    static func result(
        _ check: ModelCheck, spread: [String: PublishedParameter.Spread] = [:],
        tables: [String: MemberTable] = [:]
    ) throws -> CheckResult {
        try CheckRunner(page(spread: spread), model: Model(sbml: sbml), tables: tables).run(check)
    }

    static func found(
        _ quantity: ModelQuantity, set changes: [String: Double] = [:], in members: CheckMembers = .typical,
        spread: [String: PublishedParameter.Spread] = [:], tables: [String: MemberTable] = [:]
    ) throws -> Double {
        let result = try result(check(quantity, set: changes, in: members), spread: spread, tables: tables)
        return try #require(result.found, "\(result.failure ?? "it does not occur")")
    }
}
