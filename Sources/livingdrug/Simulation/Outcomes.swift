import Tables

/// What is left of a trajectory when only outcomes are wanted: for each quantity its largest value and when, its
/// smallest, the area under it (trapezoids) and its last value, all on the saved times.
enum Outcomes {
    static let perQuantity = 5

    static func columns(of quantities: [Quantity], _ timeUnit: String) -> [Quantity] {
        quantities.flatMap { item -> [Quantity] in
            let name = item.name.isEmpty ? item.id : item.name
            let area = item.unit.isEmpty || timeUnit.isEmpty ? "" : "\(item.unit)*\(timeUnit)"
            return [
                Quantity(id: "\(item.id)_Cmax", name: "largest \(name)", unit: item.unit),
                Quantity(id: "\(item.id)_Tmax", name: "time of the largest \(name)", unit: timeUnit),
                Quantity(id: "\(item.id)_min", name: "smallest \(name)", unit: item.unit),
                Quantity(id: "\(item.id)_AUC", name: "area under \(name)", unit: area),
                Quantity(id: "\(item.id)_end", name: "last \(name)", unit: item.unit),
            ]
        }
    }

    /// - Parameters:
    ///   - table: `times.count` rows of `width` values; a member that failed has no numbers from some row on, and then
    ///     no outcomes.
    ///   - outcomes: `width` × `perQuantity` values.
    static func compute(
        times: [Double], table: UnsafeBufferPointer<Double>, _ width: Int,
        into outcomes: UnsafeMutableBufferPointer<Double>
    ) {
        for column in 0..<width {
            var largest = -Double.infinity
            var time = Double.nan
            var smallest = Double.infinity
            var area = 0.0
            for (row, now) in times.enumerated() {
                let value = table[row * width + column]
                if value > largest { (largest, time) = (value, now) }
                smallest = min(smallest, value)
                if row > 0 { area += 0.5 * (value + table[(row - 1) * width + column]) * (now - times[row - 1]) }
            }
            let last = table[(times.count - 1) * width + column]
            let isWhole = !area.isNaN && !last.isNaN
            let values = isWhole ? [largest, time, smallest, area, last] : [.nan, .nan, .nan, .nan, .nan]
            for (index, value) in values.enumerated() { outcomes[column * perQuantity + index] = value }
        }
    }
}
