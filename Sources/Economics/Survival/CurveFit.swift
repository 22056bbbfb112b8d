/// A parametric curve fitted to times by maximum likelihood.
public struct CurveFit: Sendable, Equatable {
    /// Families that are tried: those of NICE DSU TSD 14, and two with a cured share.
    public enum Family: String, Codable, Sendable, CaseIterable {
        case exponential, weibull, gompertz, logNormal, logLogistic, generalisedGamma, cureWeibull, cureLogNormal

        /// Parameters.
        var count: Int {
            switch self {
            case .exponential: 1
            case .generalisedGamma, .cureWeibull, .cureLogNormal: 3
            default: 2
            }
        }

        /// The curve of parameters without bounds, all near 0 to 1 for times near `scale`.
        func curve(_ p: [Double], scale: Double) -> SurvivalCurve {
            func positive(_ x: Double) -> Double { Economics.exponential(min(max(x, -12), 12)) }
            func share(_ x: Double) -> Double { 1 / (1 + Economics.exponential(-min(max(x, -30), 30))) }
            let middle = naturalLogarithm(scale)
            return switch self {
            case .exponential: .exponential(rate: positive(p[0]) / scale)
            case .weibull: .weibull(shape: positive(p[1]), scale: scale * positive(p[0]))
            case .gompertz: .gompertz(shape: p[1] / scale, rate: positive(p[0]) / scale)
            case .logNormal: .logNormal(location: middle + p[0], spread: positive(p[1]))
            case .logLogistic: .logLogistic(shape: positive(p[1]), scale: scale * positive(p[0]))
            case .generalisedGamma:
                .generalisedGamma(location: middle + p[0], spread: positive(p[1]), shape: min(max(p[2], -4), 4))
            case .cureWeibull:
                .mixtureCure(share: share(p[2]), others: .weibull(shape: positive(p[1]), scale: scale * positive(p[0])))
            case .cureLogNormal:
                .mixtureCure(
                    share: share(p[2]), others: .logNormal(location: middle + p[0], spread: positive(p[1])))
            }
        }
    }
    /// The family.
    public let family: Family
    /// The fitted curve, times in years.
    public let curve: SurvivalCurve
    /// Logarithm of the likelihood.
    public let logLikelihood: Double
    /// Akaike's information criterion: the smaller the better.
    public var aic: Double { 2 * Double(family.count) - 2 * logLikelihood }

    /// Events are known to this many years (a day).
    private static let resolution = 1 / 365.25

    /// Fits one family.
    ///
    /// - Parameters:
    ///   - times: years of follow-up.
    ///   - events: whether each ended in the event.
    public init(_ family: Family, times: [Double], events: [Bool]) {
        let pairs = zip(times, events).filter { $0.0 > 0 }
        let total = pairs.reduce(0) { $0 + $1.0 }
        let count = max(1, pairs.count { $0.1 })
        let scale = max(total / Double(count), Self.resolution)
        func loss(_ parameters: [Double]) -> Double {
            let curve = family.curve(parameters, scale: scale)
            var sum = 0.0
            for (time, event) in pairs {
                let likelihood =
                    event
                    ? curve.survival(at: max(0, time - Self.resolution / 2))
                        - curve.survival(at: time + Self.resolution / 2)
                    : curve.survival(at: time)
                sum -= naturalLogarithm(max(likelihood, 1e-300))
            }
            return sum
        }
        let start = [Double](repeating: 0, count: family.count)
        let best = Simplex.minimum(of: loss, from: start, step: 0.5)
        self.family = family
        curve = family.curve(best.point, scale: scale)
        logLikelihood = -best.value
    }

    /// How much the data speak for each of several fits: Akaike's weights, which add up to 1 (Burnham and Anderson 2002).
    public static func weights(_ fits: [CurveFit]) -> [Double] {
        guard let best = fits.map(\.aic).min() else { return [] }
        let weights = fits.map { Economics.exponential((best - $0.aic) / 2) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    /// All families, the best by Akaike's criterion first.
    public static func all(times: [Double], events: [Bool]) -> [CurveFit] {
        Family.allCases.map { CurveFit($0, times: times, events: events) }.sorted { $0.aic < $1.aic }
    }
}

/// Nelder and Mead's search for a minimum (Comput J 1965;7:308), with one restart.
enum Simplex {
    static func minimum(
        of loss: ([Double]) -> Double, from start: [Double], step: Double
    ) -> (point: [Double], value: Double) {
        let first = search(loss, start, step)
        return search(loss, first.point, step / 2)
    }

    private static func search(
        _ loss: ([Double]) -> Double, _ start: [Double], _ step: Double
    ) -> (point: [Double], value: Double) {
        let n = start.count
        func valued(_ point: [Double]) -> (point: [Double], value: Double) {
            let value = loss(point)
            return (point, value.isNaN ? .infinity : value)
        }
        var corners = [valued(start)]
        for index in 0..<n {
            var point = start
            point[index] += step
            corners.append(valued(point))
        }
        for _ in 0..<(200 * n) {
            corners.sort { $0.value < $1.value }
            if corners[n].value - corners[0].value < 1e-8 * (1 + corners[0].value.magnitude) { break }
            let middle = (0..<n).map { axis in corners.dropLast().reduce(0) { $0 + $1.point[axis] } / Double(n) }
            func along(_ factor: Double) -> (point: [Double], value: Double) {
                valued((0..<n).map { middle[$0] + factor * (corners[n].point[$0] - middle[$0]) })
            }
            let mirrored = along(-1)
            if mirrored.value < corners[0].value {
                let further = along(-2)
                corners[n] = further.value < mirrored.value ? further : mirrored
            } else if mirrored.value < corners[n - 1].value {
                corners[n] = mirrored
            } else {
                let nearer = along(mirrored.value < corners[n].value ? -0.5 : 0.5)
                if nearer.value < min(mirrored.value, corners[n].value) {
                    corners[n] = nearer
                } else {
                    let best = corners[0].point
                    for index in 1...n {
                        corners[index] = valued(zip(corners[index].point, best).map { ($0 + $1) / 2 })
                    }
                }
            }
        }
        return corners.min { $0.value < $1.value } ?? corners[0]
    }
}
