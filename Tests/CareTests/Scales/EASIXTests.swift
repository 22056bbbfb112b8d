import Care
import Testing

@Suite("EASIX") struct EASIXTests {
    private let inputs = EASIX(ldh: 400, creatinine: 1.2, platelets: 100, crp: 50)

    @Test("acceptance examples T17 and T18: EASIX 4.80, log2 2.26; m-EASIX with CRP in mg/dL 20.0")
    func acceptance() throws {
        let standard = try inputs.assess(.standard)
        #expect(abs(try #require(standard.value) - 4.8) < 1e-12)
        #expect(abs(try #require(standard.binaryLogarithm) - 2.26) < 0.005)
        #expect(abs(try #require(try inputs.assess(.modified).value) - 20) < 1e-12)
        #expect(try inputs.assess(.simplified).value == 4)
        #expect(standard.source.standing == .read)
    }

    @Test("EASIX is compared with 4.67: above is high", arguments: [(4.67, "not above"), (4.68, "above")])
    func cut(value: Double, words: String) throws {
        let estimate = try EASIX(ldh: 100 * value, creatinine: 1, platelets: 100).assess(.standard)
        #expect(estimate.findings.last?.description == "EASIX \(value): \(words) 4.67")
    }

    @Test("each form needs its own inputs, and no others")
    func unknown() throws {
        #expect(try EASIX(ldh: 400, platelets: 100).assess(.simplified).value == 4)
        let standard = try EASIX(ldh: 400, platelets: 100, crp: 50).assess(.standard)
        #expect(standard.value == nil && standard.binaryLogarithm == nil && standard.unknown == ["creatinine"])
        #expect(try EASIX(ldh: 400, creatinine: 1, platelets: 100).assess(.modified).unknown == ["C-reactive protein"])
        #expect(try EASIX().assess(.standard).unknown == ["LDH", "platelets", "creatinine"])
    }

    @Test("no platelets at all, or a creatinine in µmol/L, are refused")
    func impossible() {
        #expect(throws: ImpossibleValue.self) { try EASIX(platelets: 0).assess(.simplified) }
        #expect(throws: ImpossibleValue.self) { try EASIX(creatinine: 88).assess(.standard) }
    }

    @Test("more LDH, creatinine or CRP, or fewer platelets, never lower an index", arguments: 0..<20)
    func monotone(seed: UInt64) throws {
        var cases = RandomCases(seed: seed)
        func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &cases) }
        let inputs = EASIX(
            ldh: draw(50...4000), creatinine: draw(0.2...6), platelets: draw(1...500), crp: draw(0...400))
        let worse = EASIX(
            ldh: inputs.ldh.map { $0 * draw(1...3) }, creatinine: inputs.creatinine.map { $0 * draw(1...3) },
            platelets: inputs.platelets.map { $0 * draw(0.1...1) }, crp: inputs.crp.map { $0 * draw(1...3) })
        for form in EASIX.Form.allCases {
            #expect(try #require(try worse.assess(form).value) >= #require(try inputs.assess(form).value))
        }
    }
}
