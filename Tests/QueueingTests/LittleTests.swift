import Queueing
import Testing

@Suite struct LittleTests {
    @Test("Little's law holds in every run, under every discipline", arguments: QueueDiscipline.allCases)
    func holds(discipline: QueueDiscipline) throws {
        let queue = TandemQueue(
            arrivalRate: 1.9,
            stages: [
                .init(servers: 2, service: .gamma(mean: 1, cv: 2), discipline: discipline),
                .init(servers: 3, service: .constant(1), discipline: discipline),
            ])
        for seed in [UInt64(1), 2, 3] {
            for stage in queue.run(customers: 5000, warmUp: 777, seed: seed) {
                #expect(stage.line.error < 1e-9)
                #expect(stage.service.error < 1e-9)
                #expect(stage.line.meanNumber > 0)
            }
        }
    }

    @Test("a line whose books are wrong breaks the law")
    func broken() {
        let law = LittlesLaw(meanNumber: 2, arrivalRate: 1, meanTime: 1.9)
        #expect(!law.holds)
        #expect(abs(law.error - 0.05) < 1e-12)
    }

    @Test("those who leave unserved count for the line they stood in, and for no wait")
    func leaving() {
        var line = WaitingLine<Int>()
        line.join(1, at: 0)
        line.join(2, at: 0)
        line.leave(1, at: 4)
        #expect(line.serveNext(at: 6) == 2)
        #expect(line.waits.mean == 6)
        #expect(line.left == 1)
        let law = line.law(until: 10)
        #expect(abs(law.meanNumber - 1) < 1e-12)
        #expect(law.error < 1e-12)
    }
}
