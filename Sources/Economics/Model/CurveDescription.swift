/// A survival curve written with the names of inputs: every number of it has an origin.
///
/// In a file it is one word with what belongs to it: `{weibull: {shape: k, scale: s}}`.
public indirect enum CurveDescription: Sendable, Equatable, Decodable {
    /// A share at a time, published for all causes of death together.
    public struct Anchor: Sendable, Equatable, Codable {
        /// Years from the start.
        public var years: Double
        /// Name of the input that holds the share.
        public var survival: String
    }
    /// A curve through published shares.
    public struct Through: Sendable, Equatable, Codable {
        /// Shares by time.
        public var shares: [Anchor]
        /// What follows the last.
        public var then: PiecewiseCurve.Tail
    }
    /// Mixture cure.
    public struct Cure: Sendable, Equatable, Decodable {
        /// Name of the input that holds the share of the cured.
        public var share: String
        /// The curve of the others.
        public var others: CurveDescription
    }
    /// Shape and scale.
    public struct ShapeScale: Sendable, Equatable, Codable {
        /// Name of the shape; of the scale in years.
        public var shape, scale: String
    }
    /// Shape and rate.
    public struct ShapeRate: Sendable, Equatable, Codable {
        /// Name of the shape; of the rate per year.
        public var shape, rate: String
    }
    /// Location and spread.
    public struct LocationSpread: Sendable, Equatable, Codable {
        /// Name of the mean of the logarithm of years; of its standard deviation.
        public var location, spread: String
    }
    /// Location, spread and shape.
    public struct LocationSpreadShape: Sendable, Equatable, Codable {
        /// Names of μ, σ and Q.
        public var location, spread, shape: String
    }
    /// Median of an exponential curve.
    public struct Median: Sendable, Equatable, Codable {
        /// Name of the median in years.
        public var median: String
    }
    /// Two exponential stages in a row.
    public struct Stages: Sendable, Equatable, Codable {
        /// Name of the median time to progression in years; of that from there to death.
        public var medianToProgression, medianToDeath: String
    }
    /// Knots and coefficients.
    public struct Spline: Sendable, Equatable, Codable {
        /// Years of the knots.
        public var knots: [Double]
        /// Names of the coefficients.
        public var coefficients: [String]
    }
    /// A hazard ratio against another curve.
    public struct Proportional: Sendable, Equatable, Decodable {
        /// Name of the hazard ratio.
        public var hazardRatio: String
        /// The other curve.
        public var of: CurveDescription
    }

    case exponential(Median)
    case weibull(ShapeScale)
    case gompertz(ShapeRate)
    case logNormal(LocationSpread)
    case logLogistic(ShapeScale)
    case generalisedGamma(LocationSpreadShape)
    case cure(Cure)
    case through(Through)
    case spline(Spline)
    case progressionThenDeath(Stages)
    case proportional(Proportional)

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case exponential, weibull, gompertz, logNormal, logLogistic, generalisedGamma, cure, through, spline
        case progressionThenDeath, proportional
    }

    /// Reads the one form that is written.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            let names = CodingKeys.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "one curve: \(names)"))
        }
        switch key {
        case .exponential: self = .exponential(try container.decode(Median.self, forKey: key))
        case .weibull: self = .weibull(try container.decode(ShapeScale.self, forKey: key))
        case .gompertz: self = .gompertz(try container.decode(ShapeRate.self, forKey: key))
        case .logNormal: self = .logNormal(try container.decode(LocationSpread.self, forKey: key))
        case .logLogistic: self = .logLogistic(try container.decode(ShapeScale.self, forKey: key))
        case .generalisedGamma:
            self = .generalisedGamma(try container.decode(LocationSpreadShape.self, forKey: key))
        case .cure: self = .cure(try container.decode(Cure.self, forKey: key))
        case .through: self = .through(try container.decode(Through.self, forKey: key))
        case .spline: self = .spline(try container.decode(Spline.self, forKey: key))
        case .progressionThenDeath:
            self = .progressionThenDeath(try container.decode(Stages.self, forKey: key))
        case .proportional: self = .proportional(try container.decode(Proportional.self, forKey: key))
        }
    }
}

extension CurveDescription {
    /// The curve beside what everybody may die of. Published shares hold those deaths already: they are taken out, so
    /// that the product with the background goes through the shares.
    func curve(_ numbers: Numbers, background: Background) throws(Fault) -> SurvivalCurve {
        let curve: SurvivalCurve
        switch self {
        case .exponential(let of):
            let median = try numbers[of.median, "exponential", "median"]
            try Fault.requirePositive(median, "exponential", "median")
            curve = .exponential(rate: naturalLogarithm(2) / median)
        case .weibull(let of):
            curve = .weibull(
                shape: try numbers[of.shape, "weibull", "shape"], scale: try numbers[of.scale, "weibull", "scale"])
        case .gompertz(let of):
            curve = .gompertz(
                shape: try numbers[of.shape, "gompertz", "shape"], rate: try numbers[of.rate, "gompertz", "rate"])
        case .logNormal(let of):
            curve = .logNormal(
                location: try numbers[of.location, "logNormal", "location"],
                spread: try numbers[of.spread, "logNormal", "spread"])
        case .logLogistic(let of):
            curve = .logLogistic(
                shape: try numbers[of.shape, "logLogistic", "shape"],
                scale: try numbers[of.scale, "logLogistic", "scale"])
        case .generalisedGamma(let of):
            curve = .generalisedGamma(
                location: try numbers[of.location, "generalisedGamma", "location"],
                spread: try numbers[of.spread, "generalisedGamma", "spread"],
                shape: try numbers[of.shape, "generalisedGamma", "shape"])
        case .cure(let cure):
            do {
                curve = .mixtureCure(
                    share: try numbers[cure.share, "share"],
                    others: try cure.others.curve(numbers, background: background))
            } catch { throw error.under("cure") }
        case .through(let through): curve = try Self.curve(through, numbers, background)
        case .spline(let spline):
            var coefficients: [Double] = []
            for (index, name) in spline.coefficients.enumerated() {
                coefficients.append(try numbers[name, "spline", "coefficients", "\(index)"])
            }
            curve = .spline(RoystonParmar(knots: spline.knots, coefficients: coefficients))
        case .progressionThenDeath(let of):
            let stages = [
                try numbers[of.medianToProgression, "progressionThenDeath", "medianToProgression"],
                try numbers[of.medianToDeath, "progressionThenDeath", "medianToDeath"],
            ]
            curve = .progressionThenDeath(
                progression: naturalLogarithm(2) / stages[0], death: naturalLogarithm(2) / stages[1])
        case .proportional(let of):
            do {
                curve = .proportional(
                    hazardRatio: try numbers[of.hazardRatio, "hazardRatio"],
                    of: try of.of.curve(numbers, background: background))
            } catch { throw error.under("proportional") }
        }
        try curve.check()
        return curve
    }

    private static func curve(
        _ through: Through, _ numbers: Numbers, _ background: Background
    ) throws(Fault) -> SurvivalCurve {
        var all: [PiecewiseCurve.Anchor] = []
        for (index, anchor) in through.shares.enumerated() {
            all.append(
                .init(
                    years: anchor.years,
                    survival: try numbers[anchor.survival, "through", "shares", "\(index)", "survival"]))
        }
        do { try PiecewiseCurve(anchors: all, tail: through.then).check() } catch {
            throw error.under("through", "shares")
        }
        // Beside the background a published share may seem to rise by a little; then nobody died of the disease there.
        var highest = 1.0
        let beside = all.map { anchor in
            highest = min(highest, anchor.survival / background.survival(at: anchor.years))
            return PiecewiseCurve.Anchor(years: anchor.years, survival: highest)
        }
        return .piecewise(PiecewiseCurve(anchors: beside, tail: through.then))
    }
}
