import Report

/// Made-up percentiles of the right shape.
enum SampleBands {
    static let all: [TrialFigures.Band] = [
        rise("carT", "CAR-T cells", "copies/µg", true, base: 5, most: 45000, day: 9),
        rise("il6", "IL-6", "pg/mL", true, base: 4, most: 900, day: 5),
        rise("crp", "CRP", "mg/L", false, base: 12, most: 190, day: 5),
        rise("ferritin", "Ferritin", "µg/L", true, base: 400, most: 3600, day: 8),
        fall("neutrophils", "Neutrophils", "10⁹/L", base: 3.4, least: 0.15, day: 7),
        fall("platelets", "Platelets", "10⁹/L", base: 190, least: 45, day: 10),
        fall("bCells", "B cells", "cells/µL", base: 80, least: 0.2, day: 14),
        fall("igg", "IgG", "g/L", base: 8, least: 4.1, day: 50),
    ]

    private static let days = (0...60).map(Double.init)

    private static func rise(
        _ name: String, _ label: String, _ unit: String, _ log: Bool, base: Double, most: Double, day: Double
    ) -> TrialFigures.Band {
        let shape = days.map { $0 < day ? $0 / day : 1 / (1 + ($0 - day) / 6) }
        return band(name, label, unit, log, shape.map { base + (most - base) * $0 * $0 })
    }

    private static func fall(
        _ name: String, _ label: String, _ unit: String, base: Double, least: Double, day: Double
    ) -> TrialFigures.Band {
        let shape = days.map { $0 < day ? 1 - $0 / day : min(1, ($0 - day) / 40) }
        return band(name, label, unit, false, shape.map { least + (base - least) * $0 })
    }

    private static func band(
        _ name: String, _ label: String, _ unit: String, _ log: Bool, _ median: [Double]
    ) -> TrialFigures.Band {
        func scaled(_ by: Double) -> [Double] { median.map { $0 * by } }
        return .init(
            name: name, label: label, unit: unit, logScale: log, days: days, p5: scaled(log ? 0.1 : 0.5),
            p25: scaled(log ? 0.4 : 0.75), p50: median, p75: scaled(log ? 2.5 : 1.25), p95: scaled(log ? 8 : 1.5))
    }
}
