import Report

extension Samples {
    /// A full trial with something in every figure.
    static let trial = TrialFigures(
        study: study("Axi-cel in large B-cell lymphoma: a virtual ZUMA-1"), funnel: funnel, endpoints: endpoints,
        bands: SampleBands.all, toxicity: toxicity, swimmer: SampleLanes.all, survival: curves, steps: steps,
        origins: TrialFigures.Origins(published: 64, fitted: 9, assumed: 23),
        assumed: [
            .init(name: "Bridging response", value: "0.2", unit: "1", source: "assumed: between two case series"),
            .init(name: "IL-6 clearance", value: "1.1", unit: "1/d", source: "assumed: half-life of about 15 h"),
        ])

    private static let funnel: [TrialFigures.Stage] = [
        .init(
            name: "Enrolled", count: 120,
            lost: [.init(reason: "disease progression", count: 5), .init(reason: "infection", count: 2)]),
        .init(name: "Leukapheresis", count: 113, lost: [.init(reason: "failed manufacture", count: 3)]),
        .init(name: "Product released", count: 110, lost: [.init(reason: "death before infusion", count: 4)]),
        .init(name: "Infused", count: 106, lost: []),
    ]

    private static let endpoints: [TrialFigures.Endpoint] = [
        endpoint("Objective response", 0.78, 0.70, 0.85, "1", published(0.82, 0.73, 0.89, "read")),
        endpoint("Complete response", 0.49, 0.40, 0.58, "1", published(0.54, 0.44, 0.64, "read")),
        endpoint("CRS, any grade", 0.96, 0.91, 0.99, "1", published(0.93, nil, nil, "secondary", "Lee 2014")),
        endpoint("CRS, grade 3 or higher", 0.19, 0.13, 0.27, "1", published(0.13, nil, nil, "unverified", "Lee 2014")),
        endpoint("ICANS, grade 3 or higher", 0.27, 0.19, 0.36, "1", published(0.31, nil, nil, "unverified", "CTCAE")),
        endpoint("Median onset of CRS", 2, 2, 3, "d", published(2, nil, nil, "secondary", "Lee 2014")),
        endpoint("Tocilizumab given", 0.41, 0.32, 0.50, "1", nil),
    ]

    private static func endpoint(
        _ label: String, _ value: Double, _ low: Double, _ high: Double, _ unit: String,
        _ published: TrialFigures.Published?
    ) -> TrialFigures.Endpoint {
        .init(name: label, label: label, value: value, low: low, high: high, unit: unit, published: published)
    }

    private static func published(
        _ value: Double, _ low: Double?, _ high: Double?, _ verification: String, _ scale: String? = nil
    ) -> TrialFigures.Published {
        .init(
            value: value, low: low, high: high, n: 101, scale: scale, source: "Neelapu 2017, table 2",
            verification: verification)
    }

    private static let toxicity = TrialFigures.Toxicity(
        days: (0...29).map(Double.init), crs: grades(onset: 1, length: 9, most: 98),
        icans: grades(onset: 4, length: 13, most: 55))

    /// Grades that rise within three days and wane over the length.
    private static func grades(onset: Int, length: Int, most: Int) -> [[Int]] {
        let weights = [0.5, 0.3, 0.13, 0.05, 0.01]
        let sick = (0...29).map { day -> Double in
            let since = Double(day - onset)
            guard since >= 0, since < Double(length) else { return 0 }
            return Double(most) * min(since / 3, 1) * (1 - since / Double(length))
        }
        let rows = weights.map { weight in sick.map { Int($0 * weight) } }
        let well = (0...29).map { day in 106 - rows.reduce(0) { $0 + $1[day] } }
        return [well] + rows
    }

    private static let curves: [TrialFigures.Curve] = [
        curve("Overall survival", 0.025), curve("Progression-free survival", 0.07),
    ]

    private static func curve(_ name: String, _ rate: Double) -> TrialFigures.Curve {
        var (time, s, low, high): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        var left = 1.0
        for step in 1...36 {
            left *= 1 - rate * (step < 12 ? 1 : 0.4)
            time.append(Double(step) * 0.62)
            s.append(left)
            low.append(left - 0.09 * (1 - left) - 0.03)
            high.append(min(1, left + 0.09 * (1 - left) + 0.02))
        }
        let atRisk = (0...8).map { TrialFigures.AtRisk(month: Double($0) * 3, n: Int(106 * (1 - rate * Double($0)))) }
        return .init(name: name, time: time, s: s, low: low, high: high, atRisk: atRisk)
    }

    private static let steps: [TrialFigures.Step] = [
        .init(name: "Leukapheresis", p25: 4, p50: 6, p75: 9, costMean: 3200),
        .init(name: "Manufacture and transport", p25: 16, p50: 17, p75: 21, costMean: 399_000),
        .init(name: "Lymphodepletion", p25: 4, p50: 5, p75: 5, costMean: 2100),
        .init(name: "Infusion and hospital stay", p25: 9, p50: 14, p75: 19, costMean: 61_000),
        .init(name: "Follow-up", costMean: 18_400),
    ]
}
