import Testing

@testable import Dynamics

@Suite("Step-size control")
struct StepControllerTests {
    private let controller = StepController(order: 5)

    @Test("a small error lengthens the next step, a large one shortens it")
    func direction() {
        #expect(controller.factorAfterAccepting(error: 1e-4, last: 1e-4) > 1)
        #expect(controller.factorAfterAccepting(error: 1, last: 1) < 1)
        #expect(controller.factorAfterRejecting(error: 1.01) < 1)
    }

    @Test("the integral part holds back where errors grow")
    func memory() {
        let growing = controller.factorAfterAccepting(error: 0.3, last: 0.01)
        let falling = controller.factorAfterAccepting(error: 0.3, last: 1)
        #expect(growing < falling)
    }

    @Test("factors stay within bounds, for no error and for an infinite one")
    func bounds() {
        #expect(controller.factorAfterAccepting(error: 0, last: 1) == 6)
        #expect(controller.factorAfterRejecting(error: 1e30) == 0.2)
        #expect(controller.factorAfterRejecting(error: .infinity) == 0.1)
        #expect(controller.factorAfterRejecting(error: .nan) == 0.1)
        #expect(controller.factorAfterRejecting(error: 1.000_000_1) <= 0.9)
    }

    @Test("tighter tolerances give smaller errors, in proportion", arguments: Method.allCases)
    func proportion(method: Method) throws {
        let program = try Systems.lotkaVolterra()
        let times = [0.0, 5, 10]
        let exact = try CVODEReference.solve(program, times: times)
        let errors = try [1e-4, 1e-6, 1e-8].map { tolerance in
            scaledDifference(
                try solve(program, method, times: times, Tolerances(relative: tolerance, absolute: tolerance * 1e-3)),
                exact)
        }
        for (error, tolerance) in zip(errors, [1e-4, 1e-6, 1e-8]) { #expect(error < 100 * tolerance) }
        #expect(errors[0] > 10 * errors[1] && errors[1] > 10 * errors[2])
    }

    @Test("a state's own absolute tolerance counts for that state")
    func absoluteByState() throws {
        let program = try Systems.robertson()
        func steps(_ tolerances: Tolerances) -> Int {
            let integrator = LaneIntegrator(program, method: .rodas4, lanes: 8, tolerances: tolerances)
            integrator.run { lane in
                integrator.load(lane: lane, time: 0)
                return lane == 0 ? .advance(to: 40) : .idle
            } atStop: { _, _ in
                .idle
            }
            return integrator.statistics.accepted
        }
        let loose = steps(Tolerances(relative: 1e-6, absolute: 1e-3))
        let own = steps(Tolerances(relative: 1e-6, absolute: 1e-3, absoluteByState: [1: 1e-12]))
        #expect(own > loose)
    }

    @Test("an explicit method that cannot get on in a stiff problem says so in the end")
    func tooManySteps() throws {
        let program = try Program(Model("stiff", states: [("y", 1, -1e9 * ("y" - .apply(.cosine, [.time])))]))
        let integrator = LaneIntegrator(program, method: .tsit5, lanes: 8)
        integrator.stepLimit = 500
        var failure: LaneFailure?
        integrator.run { lane in
            integrator.load(lane: lane, time: 0)
            return lane == 0 ? .advance(to: 1000) : .idle
        } atStop: { _, stop in
            if case .failed(let found) = stop { failure = found }
            return .idle
        }
        #expect(failure?.reason == .tooManySteps)
        #expect(failure?.description.contains("stiff method") == true)
        #expect(abs(try solve(program, .rodas4, times: [0, 1], Tolerances())[1][0] - 0.540_302_305_868) < 1e-6)
    }
}
