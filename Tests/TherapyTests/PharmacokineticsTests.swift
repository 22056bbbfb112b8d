import Foundation
import Testing

/// The drugs against toxicity reach the concentrations that their published models give.
@Suite struct PharmacokineticsTests {
    /// Two compartments after a bolus: concentration in the first, per unit of dose (closed form).
    private func biexponential(clearance: Double, exchange: Double, v1: Double, v2: Double, day: Double) -> Double {
        let (k10, k12, k21) = (clearance / v1, exchange / v1, exchange / v2)
        let sum = k10 + k12 + k21
        let root = (sum * sum - 4 * k10 * k21).squareRoot()
        let (fast, slow) = ((sum + root) / 2, (sum - root) / 2)
        return ((fast - k21) * exp(-fast * day) + (k21 - slow) * exp(-slow * day)) / (fast - slow) / v1
    }

    private func isNear(_ a: Double, _ b: Double, within share: Double) -> Bool { abs(a / b - 1) <= share }

    @Test
    func `tocilizumab 560 mg over an hour gives 128, 109, 36 and 7.3 ug/mL at the end and after 1, 7 and 14 days`()
        throws
    {
        var course = try DrugCourse()
        course.infuse(560, by: "R_toci", day: 0, hours: 1)
        let days = [1.0 / 24, 1, 7, 14]
        let found = try #require(course.sample(["toci_ugml"], on: days)["toci_ugml"])
        for (value, expected) in zip(found, [128, 109, 36, 7.3]) {
            #expect(isNear(value, expected, within: 0.02), "\(value) for \(expected)")
        }
    }

    @Test func `dexamethasone falls as two compartments do, and its area is the dose over the clearance`() throws {
        var course = try DrugCourse()
        course.give(10, to: "Adex", day: 0)
        let days = [0.05, 0.25, 0.5, 1]
        let found = try #require(course.sample(["c_dex"], on: days)["c_dex"])
        for (value, day) in zip(found, days) {
            let expected = 10_000 * biexponential(clearance: 223, exchange: 12.9, v1: 51.3, v2: 5.06, day: day)
            #expect(isNear(value, expected, within: 1e-4), "day \(day): \(value) for \(expected)")
        }
        #expect(isNear(try course.area("c_dex", to: 4, steps: 400), 10_000 / 223, within: 1e-3))
    }

    @Test func `methylprednisolone has a half-life of 2.38 h and begins at the dose over 78.4 L`() throws {
        var course = try DrugCourse()
        course.give(500, to: "Ampred", day: 0)
        let found = try #require(course.sample(["c_mpred"], on: [1e-9, 2.38 / 24])["c_mpred"])
        #expect(isNear(found[0], 500_000 / 78.4, within: 1e-6))
        #expect(isNear(found[1], found[0] / 2, within: 0.002))
    }

    @Test func `0.75 mg of dexamethasone and 4 mg of methylprednisolone have equal areas at the site of effect`() throws
    {
        var dexamethasone = try DrugCourse()
        dexamethasone.give(7.5, to: "Adex", day: 0)
        var methylprednisolone = try DrugCourse()
        methylprednisolone.give(40, to: "Ampred", day: 0)
        let first = try dexamethasone.area("Ce_dex", to: 5, steps: 400)
        let second = try methylprednisolone.area("Ce_mpred", to: 5, steps: 400)
        #expect(isNear(first, second, within: 0.005), "\(first) and \(second)")
    }

    @Test func `the effects of two corticosteroids add up in concentration, and reach the brain weaker`() throws {
        var one = try DrugCourse()
        one.give(10, to: "Adex", day: 0)
        var both = one
        both.give(60, to: "Ampred", day: 0)
        let names = ["Ce_dex", "Ce_mpred", "E_dex", "E_cns"]
        let alone = try one.sample(names, on: [0.25])
        let together = try both.sample(names, on: [0.25])
        func value(_ samples: [String: [Double]], _ name: String) throws -> Double {
            try #require(samples[name]?.first)
        }
        let sum = try value(together, "Ce_dex") + value(together, "Ce_mpred")
        #expect(isNear(try value(together, "E_dex"), 0.9 * sum / (15 + sum), within: 1e-9))
        #expect(try value(together, "E_dex") > value(alone, "E_dex"))
        let brain = try 0.15 * value(together, "Ce_dex") + 0.08 * value(together, "Ce_mpred")
        #expect(isNear(try value(together, "E_cns"), 0.9 * brain / (15 + brain), within: 1e-9))
        #expect(try value(alone, "E_cns") < 0.7 * value(alone, "E_dex"))
    }

    @Test func `siltuximab 11 mg per kg falls as two compartments do`() throws {
        var course = try DrugCourse(["WT": 73])
        course.infuse(803, by: "R_silt", day: 0, hours: 1)
        let days = [1.0, 7, 21]
        let found = try #require(course.sample(["silt_ugml"], on: days)["silt_ugml"])
        for (value, day) in zip(found, days) {
            // An hour's infusion, taken as a bolus at its middle.
            let expected =
                803
                * biexponential(
                    clearance: 0.214, exchange: 0.624, v1: 3.66, v2: 3.13, day: day - 0.5 / 24)
            #expect(isNear(value, expected, within: 1e-3), "day \(day): \(value) for \(expected)")
        }
    }

    @Test func `free IL-6 under siltuximab is what 0.015 nM leaves, and without it all is free`() throws {
        var course = try DrugCourse(["IL6_0": 1000])
        let before = try course.sample(["il6_free", "IL6"], on: [0])
        #expect(isNear(try #require(before["il6_free"]?.first), 1, within: 1e-12))
        #expect(isNear(try #require(before["IL6"]?.first), 1000, within: 1e-6))
        // So little drug that neither partner is in great excess.
        course.infuse(0.1, by: "R_silt", day: 0, hours: 1)
        let after = try course.sample(["il6_free", "IL6", "silt_ugml"], on: [0.25])
        let total = try #require(after["IL6"]?.first) * 4.22e-5
        let free = total * (try #require(after["il6_free"]?.first))
        let drug = try #require(after["silt_ugml"]?.first) * 6.9 - (total - free)
        #expect(isNear(free * drug / (total - free), 0.015, within: 1e-9))
        #expect(free < 0.5 * total)
    }

    @Test func `without its receptor subcutaneous anakinra follows Bateman's equation`() throws {
        var course = try DrugCourse(["Rtot_ana": 0])
        course.give(100, to: "Adep", day: 0)
        let days = [0.05, 0.15, 0.5, 1]
        let found = try #require(course.sample(["c_ana"], on: days)["c_ana"])
        let (ka, ke) = (11.0, 216.7 / 53.7)
        for (value, day) in zip(found, days) {
            let expected = 100_000 / 53.7 * ka / (ka - ke) * (exp(-ke * day) - exp(-ka * day))
            #expect(isNear(value, expected, within: 1e-6), "day \(day): \(value) for \(expected)")
        }
    }

    @Test func `anakinra's peak comes after 3 to 7 h, and free and bound drug are in quasi-steady state`() throws {
        var course = try DrugCourse()
        course.give(100, to: "Adep", day: 0)
        let days = (1...96).map { Double($0) / 96 }
        let found = try course.sample(["c_ana", "total_ana", "free_ana"], on: days)
        let concentration = try #require(found["c_ana"])
        let peak = try #require(concentration.indices.max { concentration[$0] < concentration[$1] })
        #expect((3.0...7).contains(days[peak] * 24), "\(days[peak] * 24) h")
        for index in days.indices {
            let (total, free) = (found["total_ana"]![index], found["free_ana"]![index])
            #expect(isNear(free + 1.67 * free / (1.39 + free), total, within: 1e-9))
        }
    }

    @Test func `anakinra into a vein and under the skin have areas in the ratio of its bioavailability`() throws {
        func area(_ state: String, _ parameters: [String: Double] = ["Rtot_ana": 0]) throws -> Double {
            var course = try DrugCourse(parameters)
            course.give(100, to: state, day: 0)
            return try course.area("c_ana", to: 5, steps: 500)
        }
        #expect(isNear(try area("Adep") / area("Aana"), 0.95, within: 1e-3))
        // A fifth of the usual kidney function: clearance falls by 60 %; with none, by 75 %.
        let usual = try area("Adep")
        #expect(isNear(try area("Adep", ["Rtot_ana": 0, "EGFR": 18]) / usual, 1 / 0.4, within: 0.02))
        #expect(isNear(try area("Adep", ["Rtot_ana": 0, "EGFR": 120]) / usual, 1, within: 1e-9))
        // The receptor takes up its part.
        #expect(try area("Adep", [:]) < usual)
    }

    @Test func `tocilizumab raises IL-6 at rest tenfold at the most, and siltuximab raises the total`() throws {
        var blocked = try DrugCourse()
        blocked.infuse(560, by: "R_toci", day: 0, hours: 1)
        let days = [0.0, 1, 3]
        let il6 = try #require(blocked.sample(["il6"], on: days)["il6"])
        #expect(il6[2] > 3 * il6[0] && il6[2] < 10.01 * il6[0])
        var bound = try DrugCourse()
        bound.infuse(803, by: "R_silt", day: 0, hours: 1)
        let found = try bound.sample(["il6", "sig"], on: days)
        #expect(try #require(found["il6"])[2] > 3 * il6[0])
        #expect(abs(try #require(found["sig"])[2]) < 0.05)
    }
}
