import Care
import Foundation

/// Where things are drawn: 420 wide, so that the text is still 11 px high on a phone.
struct PlotLayout {
    static let width = 420.0
    static let left = 46.0
    static let right = 412.0
    static let top = 12.0

    let plot: Plot
    let from: Instant
    let to: Instant
    let bottom: Double
    let lowest: Double
    let highest: Double

    init(_ plot: Plot, from: Instant, to: Instant) {
        self.plot = plot
        self.from = from
        self.to = max(to, from.advanced(byDays: 0.25))
        bottom = plot.isStepped ? 92 : 132
        var values = plot.points.map(\.value)
        if let shown = plot.atLeast { values += [shown.lowerBound, shown.upperBound] }
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        if plot.scale == .log {
            lowest = Self.decade(max(low, 1e-6), .down)
            highest = max(Self.decade(max(high, 1e-6), .up), Self.decade(max(low, 1e-6), .down) * 10)
        } else {
            let margin = plot.isStepped ? 0 : max((high - low) * 0.08, 0.01)
            lowest = low - (low == 0 ? 0 : margin)
            highest = high + margin
        }
    }

    private static func decade(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
        pow(10, log10(value).rounded(rule))
    }

    /// Height of the whole drawing.
    var height: Double { bottom + (plot.doses.isEmpty ? 22 : 40) }

    func x(_ instant: Instant) -> Double {
        let share = instant.days(since: from) / to.days(since: from)
        return Self.left + (Self.right - Self.left) * min(max(share, 0), 1)
    }

    func y(_ value: Double) -> Double {
        let share: Double =
            if plot.scale == .log {
                (log10(max(value, lowest)) - log10(lowest)) / (log10(highest) - log10(lowest))
            } else {
                (value - lowest) / (highest - lowest)
            }
        return bottom - (bottom - Self.top) * min(max(share, 0), 1)
    }

    /// Round values on the axis.
    var valueTicks: [Double] {
        if plot.isStepped { return Array(stride(from: 0, through: highest, by: 1)) }
        if plot.scale == .log {
            let decades = Int((log10(highest) - log10(lowest)).rounded())
            let stepDecades = max(1, (decades + 3) / 4)
            return stride(from: 0, through: decades, by: stepDecades).map { lowest * pow(10, Double($0)) }
        }
        let span = highest - lowest
        let raw = span / 4
        let size = pow(10, log10(raw).rounded(.down))
        let step = [1, 2, 5, 10].map { $0 * size }.first { $0 >= raw } ?? raw
        return Array(stride(from: (lowest / step).rounded(.up) * step, through: highest, by: step))
    }

    /// Beginnings of days, at most seven.
    var dayTicks: [Instant] {
        let first = Day(of: from).daysSince1970 + 1
        let last = Day(of: to).daysSince1970
        guard first <= last else { return [] }
        let step = max(1, (last - first + 6) / 6)
        return stride(from: first, through: last, by: step).map { number in
            Instant(
                millisecondsSince1970: (Int64(number) * 1440 - Int64(to.zoneOffsetMinutes)) * 60_000,
                zoneOffsetMinutes: to.zoneOffsetMinutes)
        }
    }
}
