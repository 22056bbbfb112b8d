extension EconomicModel {
    /// The value of an input at which a result is what was published, by false position
    /// (the Illinois rule).
    ///
    /// - Throws: `Fault` if the result is not passed within the range.
    func root(of solve: Analysis.Solve) throws(Fault) -> Double {
        let scenario = analysis.scenarios?.first { $0.id == solve.scenario }
        let published = solve.scenario == nil ? analysis.published : scenario?.published ?? []
        guard
            let target = published.first(where: {
                $0.measure == solve.measure && $0.strategy == solve.strategy && $0.against == solve.against
            })?.value
        else {
            throw Fault(
                ["measure"], found: "\(solve.measure.rawValue) of \(solve.strategy)", expected: "a published result",
                remedy: "Put the figure into `published`, with its source.")
        }
        func excess(_ value: Double) throws(Fault) -> Double {
            var numbers = numbers
            for (name, value) in scenario?.changes ?? [:] { numbers = numbers.setting(name, to: value) }
            let results = try results(numbers.setting(solve.input, to: value))
            guard let found = self.value(solve.measure, of: solve.strategy, against: solve.against, in: results) else {
                throw Fault(
                    ["measure"], found: "no value at \(value)", expected: "a value in the whole range",
                    remedy: "Narrow `between`.")
            }
            return found - target
        }
        var (low, high) = (solve.between[0], solve.between[1])
        var (atLow, atHigh) = (try excess(low), try excess(high))
        if atLow == 0 { return low }
        guard (atLow < 0) != (atHigh < 0) else {
            throw Fault(
                ["between"], found: "\(solve.measure.rawValue) of \(target + atLow) to \(target + atHigh)",
                expected: "a range in which it is \(target)", remedy: "Widen `between`, or correct another number.")
        }
        let enough = 1e-9 * max(1, target.magnitude)
        var middle = low
        for _ in 0..<100 {
            middle = high - atHigh * (high - low) / (atHigh - atLow)
            let found = try excess(middle)
            if found.magnitude < enough { break }
            if (found < 0) == (atHigh < 0) {
                // The same end was kept twice: its weight is halved, so that it moves.
                atLow /= 2
            } else {
                (low, atLow) = (high, atHigh)
            }
            (high, atHigh) = (middle, found)
        }
        return middle
    }
}
