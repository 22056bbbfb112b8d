import Foundation
import Testing

@testable import Dynamics

/// The shipped body model in its hardest stretch: infusion, expansion of CAR-T cells, cytokine storm, contraction.
@Suite("The body against CVODE")
struct BodyAccuracyTests {
    @Test("thirty days after an infusion, both methods at 1e-8 within 1e-6", arguments: Method.allCases)
    func infusion(method: Method) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Models/body/body.xml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let program = try Program(Model(sbml: text, file: "body.xml"))
        var start = program.initial.evaluate(program.parameters.map(\.value))
        // Drugs, immunoglobulin and engineered cells per µL, each
        // of the size of a dose, so that every equation is at work.
        let doses = [
            "Aflu1": 45.0, "Acy": 900, "Atoci": 560, "Adex": 10, "Ampred": 60, "Asilt": 800, "Abenda": 170, "Adep": 100,
            "Agcsf": 0.3,
            "D": 20, "IgGx": 4,
        ]
        for (state, amount) in doses { start[try #require(program.state(state))] += amount }
        let times = (0...30).map(Double.init)
        let run = try solve(program, method, from: start, times: times, Tolerances(relative: 1e-8, absolute: 1e-11))
        let reference = try CVODEReference.solve(program, from: start, times: times)
        for state in program.states.indices {
            let found = scaledDifference(run.map { [$0[state]] }, reference.map { [$0[state]] })
            #expect(found < 1e-6, "\(program.states[state].id): \(found)")
        }
        #expect(run.allSatisfy { $0.allSatisfy(\.isFinite) })
    }
}
