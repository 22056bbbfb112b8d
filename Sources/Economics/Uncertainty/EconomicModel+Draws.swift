/// Anything that values strategies by named numbers, and so can be varied: a published analysis, or a study's patients.
public protocol ValuedModel {
    /// The numbers by name, with their ranges.
    var inputs: [String: Input] { get }
    /// Their values.
    var numbers: Numbers { get }
    /// The strategy to compare the first with.
    var comparator: String { get }
    /// What each strategy costs and gives by these numbers; curves that cross are taken with the lower one.
    ///
    /// - Parameter draw: which draw it is, for what is not a number (which patients were sampled); nil for none.
    func varied(_ numbers: Numbers, draw: Int?) throws(Fault) -> [StrategyResult]
}

extension ValuedModel {
    /// Probabilistic analysis: all inputs with a range are drawn at once, as often as asked. The same seed gives the same
    /// draws; a draw does not depend on how many there are. What was solved stays as it was solved.
    public func draws(_ count: Int, seed: UInt64) throws(Fault) -> Acceptability {
        var draws: [[Acceptability.Point]] = []
        draws.reserveCapacity(count)
        for index in 0..<count {
            var numbers = numbers
            for (name, input) in inputs {
                if let drawn = input.draw(name, seed: seed, index: index) { numbers = numbers.setting(name, to: drawn) }
            }
            draws.append(try varied(numbers, draw: index).map { .init(cost: $0.cost, qalys: $0.qalys) })
        }
        return Acceptability(draws: draws)
    }

    /// One input at a time at the ends of its range.
    public func tornado() throws(Fault) -> [TornadoBar] {
        var bars: [TornadoBar] = []
        for (name, input) in inputs.sorted(by: { $0.key < $1.key }) {
            guard let low = input.low, let high = input.high, high > low else { continue }
            bars.append(
                TornadoBar(
                    input: name, title: input.title, low: low, high: high, atLow: try difference(name, low),
                    atHigh: try difference(name, high)))
        }
        return bars
    }

    private func difference(_ name: String, _ value: Double) throws(Fault) -> CostEffectiveness {
        let results = try varied(numbers.setting(name, to: value), draw: nil)
        return CostEffectiveness(of: results[0], against: results.first { $0.id == comparator } ?? results[1])
    }
}

extension EconomicModel: ValuedModel {
    /// The analysis's numbers.
    public var inputs: [String: Input] { analysis.inputs }
    /// The analysis's comparator.
    public var comparator: String { analysis.comparator }

    /// The analysis by other numbers.
    public func varied(_ numbers: Numbers, draw: Int?) throws(Fault) -> [StrategyResult] {
        var model = self
        var numbers = numbers
        for index in analysis.strategies.indices {
            model.analysis.strategies[index].crossing = .capped
            numbers = analysis.strategies[index].ordered(numbers)
        }
        return try model.results(numbers)
    }
}

extension Strategy {
    /// Published shares that were drawn apart from each other may rise; the later is lowered to the earlier then.
    public func ordered(_ numbers: Numbers) -> Numbers {
        var numbers = numbers
        for curve in [progressionFreeSurvival, overallSurvival] {
            var least = 1.0
            for name in curve.anchorNames {
                least = min(least, numbers.values[name] ?? 1)
                numbers = numbers.setting(name, to: least)
            }
        }
        return numbers
    }
}

extension CurveDescription {
    /// Names of the published shares that the curve goes through, in order.
    var anchorNames: [String] {
        switch self {
        case .through(let through): through.shares.map(\.survival)
        case .cure(let cure): cure.others.anchorNames
        case .proportional(let of): of.of.anchorNames
        default: []
        }
    }
}

/// How the comparison moves with one input.
public struct TornadoBar: Sendable, Equatable {
    /// Name of the input.
    public let input: String
    /// For people.
    public let title: String
    /// The ends of its range.
    public let low, high: Double
    /// The comparison at each end.
    public let atLow, atHigh: CostEffectiveness

    /// Makes a bar.
    public init(
        input: String, title: String, low: Double, high: Double, atLow: CostEffectiveness, atHigh: CostEffectiveness
    ) {
        self.input = input
        self.title = title
        self.low = low
        self.high = high
        self.atLow = atLow
        self.atHigh = atHigh
    }

    /// How far the net benefit moves at a willingness to pay: what bars are sorted by.
    public func width(at willingness: Double) -> Double {
        (atLow.netBenefit(at: willingness) - atHigh.netBenefit(at: willingness)).magnitude
    }
}
