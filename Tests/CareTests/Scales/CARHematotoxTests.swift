import Care
import Testing

@Suite("CAR-HEMATOTOX") struct CARHematotoxTests {
    /// Values that score nothing.
    static let well = CARHematotox(platelets: 200, neutrophils: 3, haemoglobin: 12, crp: 4, ferritin: 300)

    private func score(_ change: (inout CARHematotox) -> Void) throws -> Int? {
        var inputs = Self.well
        change(&inputs)
        return try inputs.assess().grade?.rawValue
    }

    @Test("acceptance examples T14 to T16 of the clinical reference")
    func acceptance() throws {
        let cases: [(CARHematotox, Int, CARHematotox.Risk)] = [
            (CARHematotox(platelets: 150, neutrophils: 1, haemoglobin: 8.5, crp: 40, ferritin: 2500), 6, .high),
            (Self.well, 0, .low),
            (CARHematotox(platelets: 175, neutrophils: 1.201, haemoglobin: 9.1, crp: 29, ferritin: 650), 2, .high),
        ]
        for (inputs, points, risk) in cases {
            let verdict = try inputs.assess()
            #expect(verdict.grade?.rawValue == points)
            #expect(verdict.risk == risk)
            #expect(verdict.findings.count == 5 && verdict.unknown.isEmpty)
        }
    }

    @Test(
        "platelets: above 175 none, 75 to 175 one point, below 75 two",
        arguments: [(175.1, 0), (175, 1), (75, 1), (74.9, 2), (0, 2)])
    func platelets(value: Double, points: Int) throws { #expect(try score { $0.platelets = value } == points) }

    @Test("neutrophils: 1.2 or less one point", arguments: [(1.201, 0), (1.2, 1), (0, 1)])
    func neutrophils(value: Double, points: Int) throws { #expect(try score { $0.neutrophils = value } == points) }

    @Test("haemoglobin: 9.0 g/dL or less one point", arguments: [(9.01, 0), (9, 1), (5, 1)])
    func haemoglobin(value: Double, points: Int) throws { #expect(try score { $0.haemoglobin = value } == points) }

    @Test("C-reactive protein: 3 mg/dL, that is 30 mg/L, or more one point", arguments: [(29.9, 0), (30, 1), (300, 1)])
    func crp(value: Double, points: Int) throws { #expect(try score { $0.crp = value } == points) }

    @Test(
        "ferritin: below 650 none, to 2000 one point, above two",
        arguments: [(649.9, 0), (650, 1), (2000, 1), (2000.1, 2)])
    func ferritin(value: Double, points: Int) throws { #expect(try score { $0.ferritin = value } == points) }

    @Test("high from 2 points", arguments: 0...7)
    func cut(points: Int) {
        #expect(CARHematotox.Score(rawValue: points)?.risk == (points < 2 ? .low : .high))
    }

    @Test("an unknown item leaves its points open; the class is given where they cannot change it")
    func unknown() throws {
        let nothing = try CARHematotox().assess()
        #expect(nothing.lowest.rawValue == 0 && nothing.highest.rawValue == 7)
        #expect(nothing.unknown == ["platelets", "neutrophils", "haemoglobin", "C-reactive protein", "ferritin"])
        #expect(nothing.grade == nil && nothing.risk == nil)
        let known = try CARHematotox(platelets: 20, crp: 2).assess()
        #expect(known.lowest.rawValue == 2 && known.highest.rawValue == 6 && known.risk == .high)
        let low = try CARHematotox(platelets: 200, neutrophils: 3, crp: 4, ferritin: 100).assess()
        #expect(low.lowest.rawValue == 0 && low.highest.rawValue == 1 && low.risk == .low)
    }

    @Test("a value in another unit is refused")
    func impossible() {
        #expect(throws: ImpossibleValue.self) { try CARHematotox(neutrophils: 1200).assess() }
        #expect(throws: ImpossibleValue.self) { try CARHematotox(haemoglobin: 90).assess() }
        #expect(throws: ImpossibleValue.self) { try CARHematotox(platelets: -1).assess() }
        #expect(throws: ImpossibleValue.self) { try CARHematotox(crp: .nan).assess() }
    }

    @Test("a worse value never lowers the score, and forgetting one never lowers what is possible", arguments: 0..<40)
    func monotone(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &cases) }
        let inputs = CARHematotox(
            platelets: draw(0...400), neutrophils: draw(0...8), haemoglobin: draw(5...16), crp: draw(0...100),
            ferritin: draw(0...4000))
        let verdict = try inputs.assess()
        let worse = CARHematotox(
            platelets: inputs.platelets.map { $0 * draw(0...1) },
            neutrophils: inputs.neutrophils.map { $0 * draw(0...1) },
            haemoglobin: inputs.haemoglobin.map { $0 * draw(0...1) }, crp: inputs.crp.map { $0 * draw(1...4) },
            ferritin: inputs.ferritin.map { $0 * draw(1...4) })
        #expect(try worse.assess().lowest >= verdict.lowest)
        let items: [WritableKeyPath<CARHematotox, Double?>] = [
            \.platelets, \.neutrophils, \.haemoglobin, \.crp, \.ferritin,
        ]
        var forgotten = inputs
        var before = verdict
        for item in items.shuffled(using: &cases) {
            forgotten[keyPath: item] = nil
            let after = try forgotten.assess()
            #expect(after.highest >= before.highest && after.lowest <= before.lowest)
            before = after
        }
    }
}
