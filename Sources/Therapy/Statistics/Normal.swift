/// The standard normal distribution, as far as the intervals need it.
enum Normal {
    /// The 97.5th percentile: two-sided 95 %.
    static let z95 = 1.959963984540054

    /// The standard score below which a share `p` of the distribution lies; ±∞ at 0 and 1.
    ///
    /// Acklam's rational approximation, relative error below 1.2e-9 (2003).
    static func quantile(_ p: Double) -> Double {
        guard p > 0 else { return -.infinity }
        guard p < 1 else { return .infinity }
        if p > 1 - 0.02425 { return -quantile(1 - p) }
        if p < 0.02425 {
            let q = (-2 * naturalLogarithm(p)).squareRoot()
            let numerator = polynomial(
                q,
                [
                    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
                    4.374664141464968, 2.938163982698783,
                ])
            let denominator = polynomial(
                q, [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1])
            return numerator / denominator
        }
        let q = p - 0.5
        let r = q * q
        let numerator = polynomial(
            r,
            [
                -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.383577518672690e2,
                -3.066479806614716e1, 2.506628277459239,
            ])
        let denominator = polynomial(
            r,
            [
                -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
                -1.328068155288572e1, 1,
            ])
        return q * numerator / denominator
    }

    /// Coefficients from the highest power down.
    private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }
}
