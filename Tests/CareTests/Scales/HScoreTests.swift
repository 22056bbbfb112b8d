import Care
import Testing

@Suite("HScore") struct HScoreTests {
    /// Nothing that scores.
    static let well = HScore(
        immunosuppression: false, temperature: 37, hepatomegaly: false, splenomegaly: false, haemoglobin: 13,
        whiteCells: 7, platelets: 250, ferritin: 100, triglycerides: 1, fibrinogen: 3, ast: 20,
        haemophagocytosis: false)
    /// Everything that scores.
    static let ill = HScore(
        immunosuppression: true, temperature: 40, hepatomegaly: true, splenomegaly: true, haemoglobin: 7,
        whiteCells: 1, platelets: 20, ferritin: 20_000, triglycerides: 5, fibrinogen: 1, ast: 200,
        haemophagocytosis: true)

    private func points(_ change: (inout HScore) -> Void) throws -> Int? {
        var inputs = Self.well
        change(&inputs)
        return try inputs.assess().grade?.rawValue
    }

    @Test("from 0 to 337 points")
    func extremes() throws {
        #expect(try Self.well.assess().grade?.rawValue == 0)
        #expect(try Self.ill.assess().grade?.rawValue == 337)
        let unknown = try HScore().assess()
        #expect(unknown.lowest.rawValue == 0 && unknown.highest.rawValue == 337)
        #expect(unknown.unknown.count == 9)
    }

    @Test(
        "temperature: below 38.4 none, to 39.4 33, above 49",
        arguments: [(38.39, 0), (38.4, 33), (39.4, 33), (39.41, 49)])
    func temperature(value: Double, expected: Int) throws {
        #expect(try points { $0.temperature = value } == expected)
    }

    @Test(
        "liver or spleen 23, both 38",
        arguments: [(false, false, 0), (true, false, 23), (false, true, 23), (true, true, 38)])
    func organs(liver: Bool, spleen: Bool, expected: Int) throws {
        #expect(
            try points {
                $0.hepatomegaly = liver
                $0.splenomegaly = spleen
            } == expected)
    }

    @Test(
        "cytopenias: haemoglobin to 9.2, white cells to 5, platelets to 110; one line none, two 24, three 34",
        arguments: [
            (9.2, 5.1, 111.0, 0), (9.3, 5, 111, 0), (9.3, 5.1, 110, 0), (9.2, 5, 111, 24), (9.2, 5.1, 110, 24),
            (9.3, 5, 110, 24), (9.2, 5, 110, 34), (9.3, 5.1, 111, 0),
        ])
    func cytopenias(haemoglobin: Double, whiteCells: Double, platelets: Double, expected: Int) throws {
        #expect(
            try points {
                $0.haemoglobin = haemoglobin
                $0.whiteCells = whiteCells
                $0.platelets = platelets
            } == expected)
    }

    @Test(
        "ferritin: below 2000 none, to 6000 35, above 50", arguments: [(1999, 0), (2000, 35), (6000, 35), (6001, 50)])
    func ferritin(value: Double, expected: Int) throws { #expect(try points { $0.ferritin = value } == expected) }

    @Test(
        "triglycerides: below 1.5 mmol/L none, to 4 44, above 64",
        arguments: [(1.49, 0), (1.5, 44), (4, 44), (4.01, 64)])
    func triglycerides(value: Double, expected: Int) throws {
        #expect(try points { $0.triglycerides = value } == expected)
    }

    @Test("fibrinogen to 2.5 g/L 30", arguments: [(2.51, 0), (2.5, 30)])
    func fibrinogen(value: Double, expected: Int) throws { #expect(try points { $0.fibrinogen = value } == expected) }

    @Test("aspartate aminotransferase from 30 U/L 19", arguments: [(29.9, 0), (30, 19)])
    func ast(value: Double, expected: Int) throws { #expect(try points { $0.ast = value } == expected) }

    @Test("immunosuppression 18, haemophagocytosis 35")
    func history() throws {
        #expect(try points { $0.immunosuppression = true } == 18)
        #expect(try points { $0.haemophagocytosis = true } == 35)
    }

    @Test("partly known organs and blood lines leave open only what they can")
    func partlyKnown() throws {
        var inputs = Self.well
        inputs.splenomegaly = nil
        inputs.hepatomegaly = true
        #expect(try inputs.assess().lowest.rawValue == 23 && inputs.assess().highest.rawValue == 38)
        inputs = Self.well
        inputs.haemoglobin = 7
        inputs.platelets = nil
        #expect(try inputs.assess().lowest.rawValue == 0 && inputs.assess().highest.rawValue == 24)
        #expect(try inputs.assess().unknown == ["cytopenia of platelets"])
    }

    @Test("the best cut is 169", arguments: [(168, false), (169, true)])
    func cut(points: Int, isPositive: Bool) throws {
        #expect(try #require(HScore.Points(rawValue: points)).isPositive == isPositive)
    }

    @Test(
        "probability at every row of the printed table",
        arguments: [
            (100, 0.01), (110, 0.03), (120, 0.05), (130, 0.09), (140, 0.16), (150, 0.25), (160, 0.40), (170, 0.54),
            (180, 0.70), (190, 0.80), (200, 0.88), (210, 0.93), (220, 0.96), (230, 0.98), (240, 0.99),
        ])
    func probability(points: Int, probability: Double) throws {
        let range = try #require(HScore.Points(rawValue: points)).probability
        #expect(abs(range.lowerBound - probability) < 1e-12 && range.lowerBound == range.upperBound)
    }

    @Test("between rows the probability is a range, and it rises with the score")
    func probabilityRises() throws {
        #expect(try #require(HScore.Points(rawValue: 90)).probability == 0...0.01)
        #expect(try #require(HScore.Points(rawValue: 169)).probability == 0.4...0.54)
        #expect(try #require(HScore.Points(rawValue: 250)).probability == 0.99...1)
        #expect(try #require(HScore.Points(rawValue: 337)).probability == 0.99...1)
        let ranges = (0...337).compactMap { HScore.Points(rawValue: $0)?.probability }
        for (a, b) in zip(ranges, ranges.dropFirst()) {
            #expect(a.lowerBound <= b.lowerBound && a.upperBound <= b.upperBound)
        }
        #expect(HScore.Points(rawValue: 338) == nil && HScore.Points(rawValue: -1) == nil)
    }

    @Test("triglycerides and fibrinogen in mg/dL are refused")
    func impossible() {
        #expect(throws: ImpossibleValue.self) { try HScore(triglycerides: 265).assess() }
        #expect(throws: ImpossibleValue.self) { try HScore(fibrinogen: 150).assess() }
        #expect(throws: ImpossibleValue.self) { try HScore(temperature: 101.3).assess() }
    }

    @Test("forgetting a value never narrows what is possible", arguments: 0..<30)
    func unknownWidens(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        var inputs = Bool.random(using: &cases) ? Self.ill : Self.well
        if Bool.random(using: &cases) { inputs.temperature = 39 }
        if Bool.random(using: &cases) { inputs.platelets = 100 }
        if Bool.random(using: &cases) { inputs.splenomegaly?.toggle() }
        var before = try inputs.assess()
        let forget: [(inout HScore) -> Void] = [
            { $0.immunosuppression = nil }, { $0.temperature = nil }, { $0.hepatomegaly = nil },
            { $0.splenomegaly = nil }, { $0.haemoglobin = nil }, { $0.whiteCells = nil }, { $0.platelets = nil },
            { $0.ferritin = nil }, { $0.triglycerides = nil }, { $0.fibrinogen = nil }, { $0.ast = nil },
            { $0.haemophagocytosis = nil },
        ]
        for step in forget.shuffled(using: &cases) {
            step(&inputs)
            let after = try inputs.assess()
            #expect(after.highest >= before.highest && after.lowest <= before.lowest)
            before = after
        }
    }
}
