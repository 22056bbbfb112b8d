#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Statistic {
    /// The statistic of members' numbers; nil stands for a member in whom the quantity does not occur.
    ///
    /// - Returns: nil if there is nothing to say it of: no member with a number, or logarithms of what is not positive.
    func value(of members: [Double?]) -> Double? {
        let numbers = members.compactMap { $0 }
        if case .share(let range) = self {
            return members.isEmpty ? nil : Double(numbers.count(where: range.contains)) / Double(members.count)
        }
        guard !numbers.isEmpty else { return nil }
        switch self {
        case .share: return nil
        case .shareOfOccurring(let range):
            return Double(numbers.count(where: range.contains)) / Double(numbers.count)
        case .median: return Quantile.of(numbers, 0.5)
        case .quantile(let share): return Quantile.of(numbers, share)
        case .mean: return Self.mean(numbers)
        case .minimum: return numbers.min()
        case .maximum: return numbers.max()
        case .geometricMean, .logSD, .geometricCV:
            guard numbers.allSatisfy({ $0 > 0 }) else { return nil }
            let logs = numbers.map { log($0) }
            let mean = Self.mean(logs)
            if self == .geometricMean { return exp(mean) }
            guard logs.count > 1 else { return nil }
            let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count - 1)
            return self == .logSD ? variance.squareRoot() : (exp(variance) - 1).squareRoot()
        }
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
