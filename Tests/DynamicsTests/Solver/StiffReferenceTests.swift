import Testing

@testable import Dynamics

@Suite struct StiffReferenceTests {
    @Test(
        "ROBER, VDPOL, HIRES and OREGO of the Test Set for IVP Solvers meet their published solutions",
        arguments: StiffProblem.all, [Method.rodas5p, .automatic])
    func published(problem: StiffProblem, method: Method) throws {
        let tolerances = Tolerances(relative: 1e-9, absolute: problem.absolute)
        let end = try solve(problem.program, method, times: [0, problem.end], tolerances)[1]
        let found = relativeDifference(end, problem.reference)
        #expect(found < 1e-6, "relative difference \(found)")
    }

    @Test func `all four problems are there`() {
        #expect(StiffProblem.all.map(\.description) == ["ROBER", "VDPOL", "HIRES", "OREGO"])
    }

    /// Hairer and Wanner II, p. 144: Robertson's reaction over eleven decades of time.
    @Test(arguments: [Method.rodas5p, .automatic])
    func `Robertson's reaction against CVODE from 0.4 to 4e7, decade by decade`(method: Method) throws {
        let program = try Systems.robertson()
        let times = [0] + (0...8).map { 0.4 * [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8][$0] }
        let run = try solve(program, method, times: times, Tolerances(relative: 1e-9, absolute: 1e-18))
        let reference = try CVODEReference.solve(program, times: times, relative: 1e-12, absolute: 1e-20)
        for (time, (row, exact)) in zip(times, zip(run, reference)).dropFirst() {
            #expect(relativeDifference(row, exact) < 1e-6, "at \(time)")
            #expect(abs(row.reduce(0, +) - 1) < 1e-12, "mass is conserved at \(time)")
        }
    }

    @Test("a looser tolerance gives a larger error, in proportion", arguments: StiffProblem.all)
    func proportion(problem: StiffProblem) throws {
        let errors = try [1e-5, 1e-9].map { relative in
            let end = try solve(
                problem.program, .rodas5p, times: [0, problem.end],
                Tolerances(relative: relative, absolute: problem.absolute * relative * 1e9))[1]
            return relativeDifference(end, problem.reference)
        }
        #expect(errors[0] > 10 * errors[1], "\(errors)")
    }
}
