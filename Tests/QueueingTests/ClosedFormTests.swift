import Queueing
import Testing

/// The simulation against theory, within 2 %. One run has a standard error of a half to one per cent.
@Suite struct ClosedFormTests {
    static let customers = 1_500_000
    static let warmUp = 50_000

    private func near(_ value: Double, _ expected: Double, by share: Double = 0.02) -> Bool {
        abs(value - expected) <= share * expected
    }

    private func run(_ rate: Double, _ stages: [TandemQueue.Stage], seed: UInt64 = 11) -> [TandemQueue.StageResult] {
        TandemQueue(arrivalRate: rate, stages: stages).run(
            customers: Self.customers, warmUp: Self.warmUp, seed: seed)
    }

    @Test("waits of M/M/c are Erlang's within 2 %", arguments: [1, 3, 8])
    func erlang(servers: Int) throws {
        let rate = 0.7 * Double(servers)
        let stage = TandemQueue.Stage(servers: servers, service: .exponential(mean: 1))
        let result = try #require(run(rate, [stage]).first)
        let theory = try #require(ErlangC(arrivalRate: rate, serviceRate: 1, servers: servers))
        #expect(near(result.meanWait, theory.meanWait), "\(result.meanWait) for \(theory.meanWait)")
        #expect(near(result.meanLine, theory.meanLine), "\(result.meanLine) for \(theory.meanLine)")
        #expect(near(result.meanBusy, theory.load), "\(result.meanBusy) for \(theory.load)")
    }

    @Test(
        "waits of M/G/1 are Pollaczek and Khinchine's within 2 %",
        arguments: [ServiceLaw.constant(1), .gamma(mean: 1, cv: 0.5), .gamma(mean: 1, cv: 1.5)])
    func pollaczekKhinchine(service: ServiceLaw) throws {
        let result = try #require(run(0.65, [.init(servers: 1, service: service)], seed: 5).first)
        let theory = try #require(PollaczekKhinchine(arrivalRate: 0.65, service: service))
        #expect(near(result.meanWait, theory.meanWait), "\(result.meanWait) for \(theory.meanWait)")
        #expect(near(result.meanBusy, theory.utilisation))
    }

    @Test("two exponential stages in series wait as two queues apart, within 2 % (Jackson)")
    func tandem() throws {
        let results = run(
            1.3,
            [
                .init(servers: 2, service: .exponential(mean: 1)), .init(servers: 1, service: .exponential(mean: 0.5)),
            ])
        for (result, (rate, servers)) in zip(results, [(1.0, 2), (2.0, 1)]) {
            let theory = try #require(ErlangC(arrivalRate: 1.3, serviceRate: rate, servers: servers))
            #expect(near(result.meanWait, theory.meanWait), "\(result.meanWait) for \(theory.meanWait)")
        }
    }

    @Test("a load that the servers cannot carry has no closed form")
    func noSteadyState() {
        #expect(ErlangC(arrivalRate: 3, serviceRate: 1, servers: 3) == nil)
        #expect(PollaczekKhinchine(arrivalRate: 1, service: .constant(1)) == nil)
    }

    @Test("Erlang C has the textbook values")
    func textbook() throws {
        // c = 1: C = rho. c = 2, a = 1: C = 1/3, a classical value.
        let one = try #require(ErlangC(arrivalRate: 0.5, serviceRate: 1, servers: 1))
        #expect(abs(one.waitProbability - 0.5) < 1e-12)
        let two = try #require(ErlangC(arrivalRate: 1, serviceRate: 1, servers: 2))
        #expect(abs(two.waitProbability - 1.0 / 3) < 1e-12)
    }
}
