/// A restricted cubic spline of the logarithm of the cumulative hazard against the logarithm of time (Royston and Parmar,
/// Stat Med 2002;21:2175).
public struct RoystonParmar: Sendable, Equatable {
    /// Knots in years, ascending; the first and last bound the curved part.
    public let knots: [Double]
    /// γ₀, γ₁, and one for each inner knot.
    public let coefficients: [Double]

    /// Makes a spline; `check` says whether it is a survival curve.
    public init(knots: [Double], coefficients: [Double]) {
        self.knots = knots
        self.coefficients = coefficients
    }

    func survival(at years: Double) -> Double { exponential(-exponential(logHazard(naturalLogarithm(years)))) }

    private func logHazard(_ x: Double) -> Double {
        let logs = knots.map(naturalLogarithm)
        guard let first = logs.first, let last = logs.last else { return -.infinity }
        func cube(_ value: Double) -> Double { value > 0 ? value * value * value : 0 }
        var sum = coefficients[0] + coefficients[1] * x
        for (index, knot) in logs.dropFirst().dropLast().enumerated() {
            let weight = (last - knot) / (last - first)
            sum +=
                coefficients[index + 2] * (cube(x - knot) - weight * cube(x - first) - (1 - weight) * cube(x - last))
        }
        return sum
    }

    /// - Throws: `Fault` for knots out of order, a wrong number of coefficients, or a cumulative hazard that falls
    ///   somewhere in a hundred years.
    func check() throws(Fault) {
        guard knots.count >= 2, zip(knots, knots.dropFirst()).allSatisfy(<), knots.allSatisfy({ $0 > 0 }) else {
            throw Fault(
                ["knots"], found: "\(knots)", expected: "two or more times above 0, ascending", remedy: "Sort them.")
        }
        guard coefficients.count == knots.count else {
            throw Fault(
                ["coefficients"], found: "\(coefficients.count)", expected: "\(knots.count)",
                remedy: "Two, and one more for each knot between the first and the last.")
        }
        var previous = 1.0
        for step in 1...2000 {
            let years = 100 * power(Double(step) / 2000, 3)
            let now = survival(at: years)
            guard now <= previous + 1e-9 else {
                throw Fault(
                    ["coefficients"], found: "survival that rises at \(years) years",
                    expected: "a curve that falls", remedy: "Use fewer knots, or another form for the tail.")
            }
            previous = now
        }
    }
}
