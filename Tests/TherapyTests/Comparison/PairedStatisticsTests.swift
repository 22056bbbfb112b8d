import Dynamics
import Testing

@testable import Therapy

/// Differences between two arms in the same patients.
@Suite struct PairedStatisticsTests {
    /// Tables as (both, first only, second only, neither) with the interval of first less second by Newcombe's method
    /// 10: airway hyper-responsiveness (Bentur 2009, as in Fagerland 2014), and two tables of Newcombe 1998. The
    /// figures are from memory and were computed again, outside this program, from the published formula.
    static let tables: [([Int], low: Double, high: Double)] = [
        ([1, 1, 7, 12], -0.5069, -0.0256), ([36, 12, 2, 0], 0.0569, 0.3404), ([36, 14, 0, 0], 0.1528, 0.4167),
        ([20, 0, 0, 30], -0.0404, 0.0404), ([0, 0, 0, 50], -0.0713, 0.0713), ([14, 5, 0, 22], 0.0115, 0.2265),
    ]

    @Test(arguments: tables)
    func `the interval of a paired difference is Newcombe's`(counts: [Int], low: Double, high: Double) throws {
        let forward = try #require(
            PairedProportion(both: counts[0], onlyFirst: counts[2], onlySecond: counts[1], neither: counts[3]))
        #expect(abs(forward.low - low) < 5e-5 && abs(forward.high - high) < 5e-5)
        let turned = try #require(
            PairedProportion(both: counts[0], onlyFirst: counts[1], onlySecond: counts[2], neither: counts[3]))
        #expect(abs(turned.value + forward.value) < 1e-12 && abs(turned.low + forward.high) < 1e-12)
    }

    @Test func `without a pair there is no difference`() {
        #expect(PairedProportion(both: 0, onlyFirst: 0, onlySecond: 0, neither: 0) == nil)
        let nobody = PairedDifference.share([.nan, 1], [0, .nan], unit: "1")
        #expect(nobody.pairs == 0 && nobody.value == nil && nobody.low == nil)
    }

    @Test func `discordant patients are counted each way, and those judged in one arm only are not`() {
        let reference: [Double] = [1, 1, 1, 0, 0, 0, .nan, 1]
        let arm: [Double] = [1, 0, 0, 1, 0, 0, 1, .nan]
        let difference = PairedDifference.share(reference, arm, unit: "1")
        #expect(difference.pairs == 6 && difference.onlyReference == 2 && difference.onlyArm == 1)
        #expect(abs((difference.value ?? .nan) + 1.0 / 6) < 1e-12)
    }

    @Test func `pairing narrows the interval of a share when the arms agree in most patients`() throws {
        // 1000 patients, 300 events under the reference; the arm prevents 40 of them and brings about 10.
        let reference = (0..<1000).map { $0 < 300 ? 1.0 : 0 }
        let arm = (0..<1000).map { $0 < 40 ? 0.0 : $0 < 310 ? 1 : 0 }
        let paired = PairedDifference.share(reference, arm, unit: "1")
        let (low, high) = (try #require(paired.low), try #require(paired.high))
        #expect(low > -0.05 && high < -0.015 && paired.excludesZero)
        // The two shares by themselves overlap: 30 % (27 to 33) and 27 % (24 to 30).
        #expect(Proportion(events: 300, of: 1000).low < Proportion(events: 270, of: 1000).high)
    }

    @Test func `a shift of every patient is found exactly, as mean and as median`() throws {
        var stream = RandomStream(seed: 3, patient: 0, purpose: RandomPurpose("test"))
        let reference = (0..<400).map { _ in stream.logNormal(median: 8, cv: 1) }
        let arm = reference.map { $0 + 3 }
        let mean = PairedDifference.mean(reference, arm, unit: "d")
        #expect(abs((mean.low ?? .nan) - 3) < 1e-9 && abs((mean.high ?? .nan) - 3) < 1e-9)
        let median = PairedBootstrap(seed: 1).medians([(reference, arm)], units: ["d"])[0]
        #expect(abs(try #require(median.value) - 3) < 1e-9)
        #expect(abs((median.low ?? .nan) - 3) < 1e-9 && abs((median.high ?? .nan) - 3) < 1e-9)
        #expect(median.pairs == 400 && median.method == .pairedBootstrap)
    }

    @Test func `the bootstrap's medians are medians, with and without a middle, and of each arm's own patients`() {
        let median = { (a: [Double], b: [Double]) in
            PairedBootstrap(seed: 1).medians([(a, b)], units: ["d"])[0]
        }
        let odd = median([5, 1, 3, .nan, .nan], [.nan, 10, 20, 30, 40])
        #expect(odd.value == 25 - 3 && odd.pairs == 5)
        let none = median([.nan, .nan], [1, 2])
        #expect(none.value == nil && none.low == nil && none.pairs == 2)
    }

    @Test func `the bootstrap covers the true difference of medians about as often as it says`() throws {
        var covered = 0
        let trials = 200
        for trial in 0..<trials {
            var stream = RandomStream(seed: 11, patient: UInt64(trial), purpose: RandomPurpose("coverage"))
            var reference: [Double] = []
            var arm: [Double] = []
            for _ in 0..<80 {
                let own = stream.normal()
                reference.append(own + 0.5 * stream.normal())
                arm.append(own + 0.5 * stream.normal() + 1)
            }
            let found = PairedBootstrap(seed: UInt64(trial)).medians([(reference, arm)], units: ["1"])[0]
            if try #require(found.low) <= 1, try #require(found.high) >= 1 { covered += 1 }
        }
        // 95 % of 200 is 190; percentile intervals of a median are a little wide. Four standard errors down is 178.
        #expect(covered >= 178, "\(covered) of \(trials)")
    }
}
