import Testing

@testable import Dynamics

/// Means and variances of large samples of fixed seeds, within four and a half standard errors of what they must be.
@Suite("Distributions")
struct DistributionTests {
    private static let count = 40_000

    private struct Sample {
        var values: [Double]
        var mean: Double { values.reduce(0, +) / Double(values.count) }
        func moment(_ power: Int, about center: Double) -> Double {
            values.reduce(0) { sum, value in
                sum + (0..<power).reduce(1.0) { product, _ in product * (value - center) }
            } / Double(values.count)
        }
        var variance: Double { moment(2, about: mean) }
        var sorted: [Double] { values.sorted() }
    }

    private func sample(_ purpose: String, _ draw: (inout RandomStream) -> Double) -> Sample {
        var stream = RandomStream(seed: 20_260_101, patient: 0, purpose: RandomPurpose(purpose))
        return Sample(values: (0..<Self.count).map { _ in draw(&stream) })
    }

    /// Whether mean and variance are as expected; the variance's error follows from the sample's fourth moment.
    private func expect(
        _ sample: Sample, mean: Double, variance: Double, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let n = Double(sample.values.count)
        #expect(
            abs(sample.mean - mean) < 4.5 * (variance / n).squareRoot(), "mean \(sample.mean)",
            sourceLocation: sourceLocation)
        let fourth = sample.moment(4, about: sample.mean)
        let error = ((fourth - variance * variance).magnitude / n).squareRoot()
        #expect(
            abs(sample.variance - variance) < 4.5 * error + 1e-12, "variance \(sample.variance)",
            sourceLocation: sourceLocation)
    }

    @Test("uniform lies inside (0, 1)")
    func uniform() {
        let drawn = sample("uniform") { $0.uniform() }
        expect(drawn, mean: 0.5, variance: 1.0 / 12)
        #expect(drawn.values.allSatisfy { $0 > 0 && $0 < 1 })
    }

    @Test("normal: moments, and as many beyond 1.96 as there should be")
    func normal() {
        let drawn = sample("normal") { $0.normal() }
        expect(drawn, mean: 0, variance: 1)
        #expect(abs(drawn.moment(3, about: 0)) < 4.5 * (15.0 / Double(Self.count)).squareRoot())
        let beyond = Double(drawn.values.count { $0.magnitude > 1.959_963_984_540_054 }) / Double(Self.count)
        #expect(abs(beyond - 0.05) < 4.5 * (0.05 * 0.95 / Double(Self.count)).squareRoot())
    }

    @Test("the normal quantile inverts tabulated probabilities, in the tails too")
    func quantile() {
        // Φ(1.959963984540054) = 0.975, Φ(−3.090232306167814) = 0.001, Φ(−6.361340902404056) = 1e-10.
        #expect(abs(RandomStream.normalQuantile(0.975) - 1.959_963_984_540_054) < 1e-13)
        #expect(abs(RandomStream.normalQuantile(0.001) + 3.090_232_306_167_814) < 1e-12)
        #expect(abs(RandomStream.normalQuantile(1e-10) + 6.361_340_902_404_056) < 1e-9)
        #expect(RandomStream.normalQuantile(0.5).magnitude < 1e-15)
        #expect(RandomStream.normalQuantile(0x1p-54).isFinite && RandomStream.normalQuantile(1 - 0x1p-53).isFinite)
    }

    @Test("log-normal by median and coefficient of variation")
    func logNormal() {
        let drawn = sample("log-normal") { $0.logNormal(median: 3, cv: 0.4) }
        // Mean = median √(1 + CV²).
        let mean = 3 * (1.16).squareRoot()
        expect(drawn, mean: mean, variance: 0.16 * mean * mean)
        #expect(abs(drawn.sorted[Self.count / 2] - 3) < 0.04)
    }

    @Test("logit-normal stays a share and keeps its median")
    func logitNormal() {
        let drawn = sample("logit-normal") { $0.logitNormal(median: 0.9, sigma: 1.5) }
        #expect(drawn.values.allSatisfy { $0 > 0 && $0 < 1 })
        #expect(abs(drawn.sorted[Self.count / 2] - 0.9) < 0.005)
    }

    @Test("exponential")
    func exponential() { expect(sample("exponential") { $0.exponential(mean: 2.5) }, mean: 2.5, variance: 6.25) }

    @Test("gamma, of shapes on both sides of 1", arguments: [0.3, 1, 4.5])
    func gamma(shape: Double) {
        expect(
            sample("gamma \(shape)") { $0.gamma(shape: shape, scale: 2) }, mean: 2 * shape, variance: 4 * shape)
    }

    @Test("Poisson, of means on both sides of where the algorithm changes", arguments: [0.2, 29, 31, 500])
    func poisson(mean: Double) {
        expect(sample("poisson \(mean)") { Double($0.poisson(mean: mean)) }, mean: mean, variance: mean)
    }

    @Test("negative binomial: variance = mean + mean²/k", arguments: [0.5, 3])
    func negativeBinomial(k: Double) {
        let drawn = sample("negative binomial \(k)") { Double($0.negativeBinomial(mean: 4, dispersion: k)) }
        expect(drawn, mean: 4, variance: 4 + 16 / k)
    }

    @Test("Bernoulli, and its certain cases")
    func bernoulli() {
        expect(sample("bernoulli") { $0.bernoulli(0.3) ? 1 : 0 }, mean: 0.3, variance: 0.21)
        #expect(sample("never") { $0.bernoulli(0) ? 1 : 0 }.mean == 0)
        #expect(sample("always") { $0.bernoulli(1) ? 1 : 0 }.mean == 1)
    }

    @Test("an index by weights; one of no weight is never drawn")
    func index() {
        let weights = [1.0, 0, 3]
        let drawn = sample("index") { Double($0.index(weights: weights)) }
        #expect(!drawn.values.contains(1))
        expect(drawn, mean: 1.5, variance: 0.75)
    }
}
