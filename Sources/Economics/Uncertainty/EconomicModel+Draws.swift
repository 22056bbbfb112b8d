extension EconomicModel {
    /// Probabilistic analysis: all inputs with a range are drawn at once, as often as asked. The same seed gives the same
    /// draws; a draw does not depend on how many there are.
    ///
    /// What was solved stays as it was solved. A draw whose curves cross is taken with the lower curve.
    public func draws(_ count: Int, seed: UInt64) throws(Fault) -> Acceptability {
        var draws: [[Acceptability.Point]] = []
        draws.reserveCapacity(count)
        let model = capped
        for index in 0..<count {
            var numbers = numbers
            for (name, input) in analysis.inputs {
                if let drawn = input.draw(name, seed: seed, index: index) { numbers = numbers.setting(name, to: drawn) }
            }
            draws.append(try model.results(model.ordered(numbers)).map { .init(cost: $0.cost, qalys: $0.qalys) })
        }
        return Acceptability(draws: draws)
    }

    /// One input at a time at the ends of its range.
    public func tornado() throws(Fault) -> [TornadoBar] {
        let model = capped
        var bars: [TornadoBar] = []
        for (name, input) in analysis.inputs.sorted(by: { $0.key < $1.key }) {
            guard let low = input.low, let high = input.high, high > low else { continue }
            bars.append(
                TornadoBar(
                    input: name, title: input.title, low: low, high: high,
                    atLow: try model.difference(name, low), atHigh: try model.difference(name, high)))
        }
        return bars
    }

    private func difference(_ name: String, _ value: Double) throws(Fault) -> CostEffectiveness {
        let results = try results(ordered(numbers.setting(name, to: value)))
        let comparator = results.first { $0.id == analysis.comparator } ?? results[1]
        return CostEffectiveness(of: results[0], against: comparator)
    }

    /// The same model with the lower curve taken where drawn curves cross.
    private var capped: EconomicModel {
        var model = self
        for index in analysis.strategies.indices { model.analysis.strategies[index].crossing = .capped }
        return model
    }

    /// Published shares that were drawn apart from each other may rise; the later is lowered to the earlier then.
    private func ordered(_ numbers: Numbers) -> Numbers {
        var numbers = numbers
        for strategy in analysis.strategies {
            for curve in [strategy.progressionFreeSurvival, strategy.overallSurvival] {
                var least = 1.0
                for name in curve.anchorNames {
                    least = min(least, numbers.values[name] ?? 1)
                    numbers = numbers.setting(name, to: least)
                }
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
