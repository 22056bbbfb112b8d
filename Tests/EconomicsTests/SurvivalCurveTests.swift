import Foundation
import Testing

@testable import Economics

@Suite("Survival curves")
struct SurvivalCurveTests {
    @Test(
        "each family meets its closed form at its own landmark",
        arguments: [
            (SurvivalCurve.exponential(rate: 0.5), 2.0, exp(-1.0)), (.weibull(shape: 1.7, scale: 3), 3, exp(-1.0)),
            (.gompertz(shape: 0.1, rate: 0.2), 5, exp(-0.2 * (exp(0.5) - 1) / 0.1)),
            (.logNormal(location: log(4), spread: 0.8), 4, 0.5), (.logLogistic(shape: 2.5, scale: 1.5), 1.5, 0.5),
            (.mixtureCure(share: 0.4, others: .exponential(rate: 1)), 1, 0.4 + 0.6 * exp(-1.0)),
        ])
    func landmarks(curve: SurvivalCurve, years: Double, share: Double) throws {
        try curve.check()
        #expect(abs(curve.survival(at: years) - share) < 1e-12)
        #expect(curve.survival(at: 0) == 1)
    }

    @Test("generalised gamma is Weibull at Q = 1, log-normal at Q = 0 and gamma at Q = σ", arguments: [0.2, 1, 4.5])
    func generalisedGamma(years: Double) {
        let weibull = SurvivalCurve.generalisedGamma(location: log(3), spread: 0.5, shape: 1)
        #expect(
            abs(weibull.survival(at: years) - SurvivalCurve.weibull(shape: 2, scale: 3).survival(at: years)) < 1e-12)
        let normal = SurvivalCurve.generalisedGamma(location: 0.3, spread: 0.7, shape: 1e-7)
        #expect(
            abs(normal.survival(at: years) - SurvivalCurve.logNormal(location: 0.3, spread: 0.7).survival(at: years))
                < 1e-9)
        // Q = σ = 0.5 is a gamma of shape 4 with mean e^μ: its tail has a closed form.
        let gamma = SurvivalCurve.generalisedGamma(location: log(2), spread: 0.5, shape: 0.5)
        let x = 4 * years / 2
        #expect(abs(gamma.survival(at: years) - exp(-x) * (1 + x + x * x / 2 + x * x * x / 6)) < 1e-12)
        // A negative Q turns it round: inverse gamma.
        let inverse = SurvivalCurve.generalisedGamma(location: log(2), spread: 0.5, shape: -0.5)
        let y = 4 * 2 / years
        #expect(abs(inverse.survival(at: years) - (1 - exp(-y) * (1 + y + y * y / 2 + y * y * y / 6))) < 1e-12)
    }

    @Test("a spline with two knots is Weibull; with a third it bends between them only")
    func spline() throws {
        let straight = RoystonParmar(knots: [0.1, 10], coefficients: [-2 * log(3.0), 2])
        let curve = SurvivalCurve.spline(straight)
        try curve.check()
        for years in [0.5, 2, 7] {
            #expect(
                abs(curve.survival(at: years) - SurvivalCurve.weibull(shape: 2, scale: 3).survival(at: years)) < 1e-12)
        }
        let bent = SurvivalCurve.spline(RoystonParmar(knots: [0.1, 1, 10], coefficients: [-1.5, 1.2, 0.05]))
        try bent.check()
        // Beyond the last knot the logarithm of the cumulative hazard is straight again; between them it is not.
        func height(_ years: Double) -> Double { log(-log(bent.survival(at: years))) }
        #expect(abs((height(40) - height(20)) - (height(20) - height(10))) < 1e-9)
        #expect(abs((height(4) - height(2)) - (height(2) - height(1))) > 0.01)
    }

    @Test("a curve through published shares meets them, and its tail is as said")
    func piecewise() throws {
        let anchors = [PiecewiseCurve.Anchor(years: 1, survival: 0.6), .init(years: 2, survival: 0.48)]
        let plateau = SurvivalCurve.piecewise(.init(anchors: anchors, tail: .plateau))
        let going = SurvivalCurve.piecewise(.init(anchors: anchors, tail: .lastHazard))
        try plateau.check()
        #expect(abs(plateau.survival(at: 1) - 0.6) < 1e-12)
        #expect(abs(plateau.survival(at: 1.5) - (0.6 * 0.48).squareRoot()) < 1e-12)
        #expect(plateau.survival(at: 30) == 0.48)
        #expect(abs(going.survival(at: 3) - 0.48 * 0.8) < 1e-12)
    }

    @Test("progression and then death is the sum of two exponential stages")
    func stages() {
        let curve = SurvivalCurve.progressionThenDeath(progression: 0.5, death: 1.2)
        // Mean time is the sum of the means: 2 + 1/1.2 years.
        let mean = stride(from: 0.005, to: 60, by: 0.01).reduce(0) { $0 + 0.01 * curve.survival(at: $1) }
        #expect(abs(mean - (2 + 1 / 1.2)) < 1e-4)
        let equal = SurvivalCurve.progressionThenDeath(progression: 0.5, death: 0.5)
        let near = SurvivalCurve.progressionThenDeath(progression: 0.5, death: 0.500001)
        #expect(abs(equal.survival(at: 3) - near.survival(at: 3)) < 1e-6)
    }

    @Test("a hazard ratio acts on the cumulative hazard")
    func proportional() {
        let curve = SurvivalCurve.proportional(hazardRatio: 0.5, of: .weibull(shape: 1.3, scale: 2))
        #expect(abs(log(curve.survival(at: 3)) - 0.5 * -pow(1.5, 1.3)) < 1e-12)
    }

    @Test("survival that would rise is refused with its place")
    func refused() {
        #expect(throws: Fault.self) { try SurvivalCurve.exponential(rate: -0.1).check() }
        let rising = SurvivalCurve.piecewise(
            .init(anchors: [.init(years: 1, survival: 0.4), .init(years: 2, survival: 0.5)], tail: .plateau))
        let fault = #expect(throws: Fault.self) { try rising.check() }
        #expect(fault?.path == ["1", "survival"])
        #expect(fault?.remedy.contains("cannot rise") == true)
        let cure = #expect(throws: Fault.self) {
            try SurvivalCurve.mixtureCure(share: 1.2, others: .exponential(rate: 1)).check()
        }
        #expect(cure?.path == ["share"])
        // A cumulative hazard that falls late.
        #expect(throws: Fault.self) {
            try SurvivalCurve.spline(.init(knots: [0.1, 1, 10], coefficients: [-1, 0.2, 0.5])).check()
        }
    }
}

@Suite("Fitting curves")
struct CurveFitTests {
    /// Times at the middle of equal shares of a curve, with follow-up to `end`.
    private func sample(_ count: Int, end: Double, _ quantile: (Double) -> Double) -> ([Double], [Bool]) {
        let times = (0..<count).map { quantile((Double($0) + 0.5) / Double(count)) }
        return (times.map { min($0, end) }, times.map { $0 < end })
    }

    @Test("the family that made the times is found again, with its parameters")
    func recovered() {
        let (times, events) = sample(400, end: 3) { 2 * pow(-log(1 - $0), 1 / 1.8) }
        guard case .weibull(let shape, let scale) = CurveFit(.weibull, times: times, events: events).curve else {
            Issue.record("no Weibull")
            return
        }
        #expect(abs(shape - 1.8) < 0.1 && abs(scale - 2) < 0.05)
        let fits = CurveFit.all(times: times, events: events)
        #expect(fits.count == CurveFit.Family.allCases.count)
        #expect(zip(fits, fits.dropFirst()).allSatisfy { $0.aic <= $1.aic })
        #expect(fits.firstIndex { $0.family == .weibull }! < fits.firstIndex { $0.family == .exponential }!)
    }

    @Test("an exponential fit is events over time")
    func exponential() {
        let (times, events) = sample(300, end: 2) { -log(1 - $0) / 0.7 }
        guard case .exponential(let rate) = CurveFit(.exponential, times: times, events: events).curve else {
            Issue.record("no exponential")
            return
        }
        let expected = Double(events.count { $0 }) / times.reduce(0, +)
        #expect(abs(rate / expected - 1) < 1e-3)
    }

    @Test("a plateau is found as a cured share")
    func cure() {
        // 45 % never have the event; the others by a Weibull well before the end.
        let (times, events) = sample(400, end: 5) { $0 < 0.55 ? 0.8 * pow(-log(1 - $0 / 0.55), 1 / 1.4) : .infinity }
        let best = CurveFit.all(times: times, events: events)[0]
        #expect(best.family == .cureWeibull || best.family == .cureLogNormal || best.family == .gompertz)
        #expect(abs(best.curve.survival(at: 20) - 0.45) < 0.02)
        guard case .mixtureCure(let share, _) = CurveFit(.cureWeibull, times: times, events: events).curve else {
            Issue.record("no mixture")
            return
        }
        #expect(abs(share - 0.45) < 0.01)
    }
}
