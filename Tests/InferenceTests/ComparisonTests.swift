import Catalogue
import Testing

@testable import Inference
@testable import Therapy

@Suite("A published endpoint as a term of the objective")
struct ComparisonTests {
    private let nothing = CalibrationPlan.Discrepancy(share: 0, median: 0, source: "test")
    private let usual = CalibrationPlan.Discrepancy(share: 0.03, median: 0.1, source: "test")

    private func share(_ value: Double, n: Int, low: Double? = nil, high: Double? = nil) -> PublishedEndpoint {
        PublishedEndpoint(
            endpoint: "crs_any", value: value, low: low, high: high, unit: "1", n: n, analysisSet: "infused",
            source: "test", verification: .read)
    }

    private func days(_ value: Double, n: Int, quartiles: [Double]? = nil) -> PublishedEndpoint {
        PublishedEndpoint(
            endpoint: "car_t_auc_0_28_median", value: value, quartiles: quartiles, unit: "d.{cells}/uL", n: n,
            analysisSet: "infused", source: "test", verification: .read)
    }

    @Test("a share's deviation is near 1/(2√n) on the arcsine scale, whatever the share, 0 and 1 included")
    func shares() throws {
        for value in [0, 0.1, 0.5, 0.97, 1] {
            let term = try #require(Comparison(share(value, n: 100), patients: .max / 2, discrepancy: nothing))
            #expect(abs(term.deviation - 0.05) < 0.006, "\(value)")
            #expect(term.residual(value) == 0)
            #expect(term.residual(0)?.isFinite == true && term.residual(1)?.isFinite == true)
        }
    }

    @Test("the published interval, the virtual cohort's size and the model's discrepancy all widen a term")
    func widths() throws {
        func deviation(_ endpoint: PublishedEndpoint, _ patients: Int, _ discrepancy: CalibrationPlan.Discrepancy)
            throws
            -> Double
        {
            try #require(Comparison(endpoint, patients: patients, discrepancy: discrepancy)).deviation
        }
        let plain = try deviation(share(0.5, n: 100), .max / 2, nothing)
        // As many virtual patients as there were real ones: twice the variance.
        #expect(abs(try deviation(share(0.5, n: 100), 100, nothing) - plain * 2.0.squareRoot()) < 1e-12)
        #expect(try deviation(share(0.5, n: 100, low: 0.2, high: 0.8), .max / 2, nothing) > 2 * plain)
        // Three points of a hundred at one half are 0.03 on the arcsine scale.
        let model = try deviation(share(0.5, n: 100), .max / 2, usual)
        #expect(abs((model * model - plain * plain).squareRoot() - 0.03) < 1e-4)
    }

    @Test(
        "with few degrees of freedom what is far off adds little more, and half a square is minus the log of Student's t"
    )
    func heavyTails() {
        var heavy = usual
        heavy.freedom = 4
        for residual in [-8, -3, -0.5, 0, 0.5, 1, 3, 8.0] {
            #expect(usual.weighed(residual) == residual)
            let half = heavy.weighed(residual) * heavy.weighed(residual) / 2
            // Density of Student's t with 4 degrees of freedom, relative to that at 0: (1 + r²/4)^(-5/2).
            let relative =
                1
                / ((1 + residual * residual / 4) * (1 + residual * residual / 4)
                    * (1 + residual * residual / 4).squareRoot())
            #expect(abs(half + Inference.naturalLogarithm(relative)) < 1e-12 * (1 + half))
            #expect(heavy.weighed(-residual) == -heavy.weighed(residual))
        }
        // The step from 3 to 8 standard deviations is worth less than that from 1 to 3.
        let steps = [1, 3, 8].map { heavy.weighed($0) * heavy.weighed($0) }
        #expect(steps[2] - steps[1] < 2 * (steps[1] - steps[0]) && usual.weighed(8) > 2 * heavy.weighed(8))
    }

    @Test("a median is compared by its logarithm: twice as much is as far as half")
    func medians() throws {
        let term = try #require(Comparison(days(100, n: 64, quartiles: [50, 200]), patients: 64, discrepancy: nothing))
        let sigma = 2 * 0.6931471805599453 / 1.349
        #expect(abs(term.deviation - 1.2533 * sigma / 8 * 2.0.squareRoot()) < 1e-6)
        let (above, below) = (try #require(term.residual(200)), try #require(term.residual(50)))
        #expect(above > 0 && abs(above + below) < 1e-12)
        #expect(Comparison(days(0, n: 64), patients: 64, discrepancy: nothing) == nil)
    }

    @Test("an endpoint that nobody had is far off, and finitely so")
    func missing() throws {
        let term = try #require(Comparison(days(5, n: 64), patients: 64, discrepancy: usual))
        #expect(term.residual(nil) == nil && term.residual(0) == nil && term.residual(.nan) == nil)
        #expect(Comparison.missing.isFinite && Comparison.missing > 5)
    }

    @Test("a prior's limits are its 2.5th and 97.5th percentiles, on the log and on the logit scale")
    func priors() {
        for (scale, low, high) in [(Scale.log, 2.0, 300.0), (.logit, 0.01, 0.9), (.log, 1e-17, 1e-7)] {
            let prior = Prior(.init(low: low, high: high), on: scale)
            #expect(abs(prior.score(of: low) + 1.959963984540054) < 1e-9)
            #expect(abs(prior.score(of: high) - 1.959963984540054) < 1e-9)
            #expect(abs(prior.low / low - 1) < 1e-9 && abs(prior.high / high - 1) < 1e-9)
            for score in [-3.0, 0, 1.5] { #expect(abs(prior.score(of: prior.value(at: score)) - score) < 1e-9) }
        }
        #expect(Prior(.init(low: 0.01, high: 0.9), on: .logit).value(at: 3) < 1)
    }

    @Test("what the file holds has four significant digits")
    func rounding() {
        #expect(Significant.rounded(3.52162, within: .log) == 3.522)
        #expect(Significant.rounded(1.420049e-13, within: .log) == 1.42e-13)
        #expect(Significant.rounded(143_951, within: .log) == 144_000)
        #expect(Significant.rounded(0.99999, within: .logit) == 0.9999)
        #expect("\(Significant.rounded(0.059_996_1, within: .log))" == "0.06")
    }
}
