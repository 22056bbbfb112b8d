/// The 95 % interval of a published figure, and how it was got.
public struct PublishedInterval: Sendable, Equatable {
    /// How the limits came about.
    public enum Basis: String, Codable, Sendable {
        /// The publication gives them
        case published
        /// Wilson's interval of the share and its n
        case wilson
        /// From n and the published spread between patients (quartiles, range or geometric CV), log-normal
        case spread
        /// From n and an assumed spread between patients
        case assumedSpread
    }
    /// Lower limit.
    public let low: Double
    /// Upper limit.
    public let high: Double
    /// How they came about.
    public let basis: Basis
}

extension PublishedEndpoint {
    /// The published 95 % interval, or the one that follows from n.
    ///
    /// Shares: Wilson. Medians of days, counts and areas: log-normal patients, standard error of the log-median
    /// 1.2533 σ/√n (asymptotic, normal), with σ from the quartiles, the range (as the expected extremes of n) or the
    /// geometric CV; else an assumed σ. Days that are reported whole are known to half a day only.
    public var interval: PublishedInterval {
        if let low, let high { return PublishedInterval(low: low, high: high, basis: .published) }
        if unit == "1" {
            let events = (value * Double(n)).rounded()
            let wilson = Proportion(events: Int(events), of: n)
            return PublishedInterval(
                low: min(wilson.low, value), high: max(wilson.high, value), basis: .wilson)
        }
        let published = publishedSigma
        let error = 1.2533 * (published ?? assumedSigma) / Double(n).squareRoot()
        let factor = exponential(1.959964 * error)
        let rounding = unit == "d" && value == value.rounded() ? 0.5 : 0
        return PublishedInterval(
            low: max(0, value / factor - rounding), high: value * factor + rounding,
            basis: published == nil ? .assumedSpread : .spread)
    }

    /// Standard deviation between patients on the log scale, if the publication lets it be known.
    public var publishedSigma: Double? {
        if let geometricCV { return logNormalSigma(cv: geometricCV) }
        if let quartiles, quartiles.count == 2, quartiles[0] > 0 {
            return naturalLogarithm(quartiles[1] / quartiles[0]) / 1.349
        }
        if let range, range.count == 2, range[0] > 0, n > 2 {
            // Blom: expected standard score of the largest of n.
            let extreme = Normal.quantile((Double(n) - 0.375) / (Double(n) + 0.25))
            return naturalLogarithm(range[1] / range[0]) / (2 * extreme)
        }
        return nil
    }

    /// Assumed standard deviations on the log scale: days vary by about 0.6 (CRS onset 2 days, 1 to 12, n = 108), counts
    /// and areas by 1.1 (tisagenlecleucel, geometric CV 155 %).
    var assumedSigma: Double { unit == "d" ? 0.6 : 1.1 }
}
