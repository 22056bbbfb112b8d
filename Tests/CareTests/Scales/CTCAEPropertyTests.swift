import Care
import Testing

@Suite("CTCAE version 5: what holds for any value") struct CTCAEPropertyTests {
    /// One case: a verdict as a function of which of the inputs are known and by how much worse the value is.
    private func check(
        _ name: String,
        _ verdict: (_ value: Double?, _ limit: Double?, _ baseline: Double?) throws ->
            ScaleVerdict<CTCAEGrade>, value: Double, worse: Double, limit: Double, baseline: Double
    ) throws {
        let full = try verdict(value, limit, baseline)
        let bad = try verdict(worse, limit, baseline)
        #expect(bad.lowest >= full.lowest && bad.highest >= full.highest, "\(name): \(value) to \(worse)")
        for (v, l, b) in [(nil, limit, baseline), (value, nil, baseline), (value, limit, nil), (nil, nil, nil)]
            as [(Double?, Double?, Double?)]
        {
            let open = try verdict(v, l, b)
            #expect(
                open.highest >= full.highest && open.lowest <= full.lowest, "\(name): \(value), \(limit), \(baseline)")
        }
    }

    @Test("a worse value never lowers a grade, and an unknown one never narrows the range", arguments: 0..<60)
    func monotone(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &cases) }
        for line in CTCAE.LowCount.allCases {
            let top = 1.5 * line.limits[0]
            let value = draw(0...top)
            try check(
                line.rawValue, { value, limit, _ in try line.assess(value, lowerLimit: limit) }, value: value,
                worse: value * draw(0...1), limit: draw(0.5 * top...top), baseline: 1)
        }
        for test in CTCAE.HighLiverTest.allCases {
            let limit = test == .bilirubin ? 1.0 : 40
            let value = limit * draw(0...30)
            try check(
                test.rawValue, { try test.assess($0, upperLimit: $1, baseline: $2) }, value: value,
                worse: value * draw(1...3), limit: limit, baseline: limit * draw(0.2...4))
        }
        let creatinine = draw(0.1...8)
        try check(
            "creatinine", { try CTCAE.HighCreatinine(creatinine: $0, upperLimit: $1, baseline: $2).assess() },
            value: creatinine, worse: creatinine * draw(1...3), limit: draw(0.8...1.4), baseline: draw(0.3...3))
        let fibrinogen = draw(0...5)
        try check(
            "fibrinogen", { try CTCAE.LowFibrinogen(fibrinogen: $0, lowerLimit: $1, baseline: $2).assess() },
            value: fibrinogen, worse: fibrinogen * draw(0...1), limit: draw(1.5...2.5), baseline: draw(0.5...8))
        let haemoglobin = draw(4...16)
        let consequence = CTCAE.Anaemia.Consequence.allCases[Int.random(in: 0..<3, using: &cases)]
        try check(
            "anaemia",
            { try CTCAE.Anaemia(haemoglobin: $0, lowerLimit: $1, consequence: $2 == nil ? nil : consequence).assess() },
            value: haemoglobin, worse: haemoglobin * draw(0.3...1), limit: draw(11...14), baseline: 1)
    }
}
