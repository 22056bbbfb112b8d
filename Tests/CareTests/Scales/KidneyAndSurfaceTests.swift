import Care
import Testing

@Suite("Kidney function and body surface") struct KidneyAndSurfaceTests {
    @Test("Cockcroft and Gault: man of 65, 70 kg, 1.4 mg/dL 52.1; woman of 45, 60 kg, 0.9 mg/dL 74.8 mL/min")
    func cockcroftGault() throws {
        let man = try CreatinineClearance.assess(age: 65, sex: .male, weight: 70, creatinine: 1.4)
        #expect(abs(try #require(man.value) - 52.083) < 0.001 && man.unit == "mL/min")
        let woman = try CreatinineClearance.assess(age: 45, sex: .female, weight: 60, creatinine: 0.9)
        #expect(abs(try #require(woman.value) - 74.769) < 0.001)
    }

    @Test("Cockcroft and Gault is for adults: from 18 years", arguments: [(17.9, false), (18, true)])
    func adults(age: Double, hasValue: Bool) throws {
        let estimate = try CreatinineClearance.assess(age: age, sex: .male, weight: 60, creatinine: 1)
        #expect((estimate.value != nil) == hasValue)
        #expect((try CKDEPI2021.assess(age: age, sex: .male, creatinine: 1).value != nil) == hasValue)
    }

    @Test("the creatinine that goes with a clearance gives that clearance")
    func inverse() {
        for clearance in stride(from: 10.0, through: 160, by: 7) {
            let creatinine = CreatinineClearance.creatinine(age: 60, sex: .female, weight: 72, clearance: clearance)
            let back = CreatinineClearance.cockcroftGault(age: 60, sex: .female, weight: 72, creatinine: creatinine)
            #expect(abs(back - clearance) < 1e-9)
        }
    }

    @Test(
        "bedside Schwartz: 100 cm and 0.5 mg/dL is 82.6; only from 1 to 18 years",
        arguments: [
            (0.9, false), (1, true), (17.9, true), (18, false),
        ])
    func schwartz(age: Double, hasValue: Bool) throws {
        let estimate = try BedsideSchwartz.assess(age: age, height: 100, creatinine: 0.5)
        #expect((estimate.value != nil) == hasValue)
        if let value = estimate.value { #expect(abs(value - 82.6) < 1e-9) }
    }

    @Test("CKD-EPI 2021: woman of 55 with 0.9 mg/dL 76; the bend is at 0.7 in women and 0.9 in men")
    func ckdEPI() throws {
        // 142 · (0.9/0.7)^−1.2 · 0.9938^55 · 1.012 worked out by hand with logarithms.
        let woman = try #require(try CKDEPI2021.assess(age: 55, sex: .female, creatinine: 0.9).value)
        #expect(abs(woman - 75.5) < 0.2)
        // At the bend both branches give 142 · 0.9938^age (· 1.012).
        #expect(abs(CKDEPI2021.filtration(age: 0, sex: .male, creatinine: 0.9) - 142) < 1e-9)
        #expect(abs(CKDEPI2021.filtration(age: 0, sex: .female, creatinine: 0.7) - 143.704) < 1e-9)
        #expect(abs(CKDEPI2021.filtration(age: 0, sex: .male, creatinine: 1.8) / 142 - 0.435275) < 1e-5)
        #expect(abs(CKDEPI2021.filtration(age: 0, sex: .male, creatinine: 0.45) / 142 - 1.232852) < 1e-5)
        #expect(abs(CKDEPI2021.filtration(age: 0, sex: .female, creatinine: 0.35) / 143.704 - 1.181812) < 1e-5)
    }

    @Test("more creatinine is less clearance, by every formula", arguments: 0..<10)
    func falling(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        let (age, sex) = (Double.random(in: 18...90, using: &cases), Bool.random(using: &cases) ? Sex.female : .male)
        let values = stride(from: 0.3, through: 8, by: 0.05)
        let gault = values.map { CreatinineClearance.cockcroftGault(age: age, sex: sex, weight: 70, creatinine: $0) }
        let epi = values.map { CKDEPI2021.filtration(age: age, sex: sex, creatinine: $0) }
        let schwartz = values.map { BedsideSchwartz.filtration(height: 120, creatinine: $0) }
        for series in [gault, epi, schwartz] { #expect(zip(series, series.dropFirst()).allSatisfy { $0 > $1 }) }
    }

    @Test("body surface of 170 cm and 70 kg: Mosteller 1.818, Du Bois 1.810, Haycock 1.826 m²")
    func surface() throws {
        let expected: [BodySurfaceArea: Double] = [.mosteller: 1.8181, .duBois: 1.8097, .haycock: 1.8264]
        for (formula, area) in expected {
            let estimate = try formula.assess(height: 170, weight: 70)
            #expect(abs(try #require(estimate.value) - area) < 0.001, "\(formula)")
            #expect(estimate.unit == "m2")
        }
    }

    @Test("what is unknown is listed, and there is no value")
    func unknown() throws {
        #expect(try BodySurfaceArea.mosteller.assess(height: nil, weight: 70).unknown == ["height"])
        #expect(try BodySurfaceArea.mosteller.assess(height: nil, weight: 70).value == nil)
        let clearance = try CreatinineClearance.assess(age: nil, sex: nil, weight: 70, creatinine: nil)
        #expect(clearance.unknown == ["age", "creatinine", "sex"] && clearance.value == nil)
        #expect(try CKDEPI2021.assess(age: 50, sex: nil, creatinine: 1).unknown == ["sex"])
        #expect(try BedsideSchwartz.assess(age: 5, height: nil, creatinine: 1).unknown == ["height"])
    }

    @Test("a height in metres and a creatinine in µmol/L or of zero are refused")
    func impossible() {
        let error = #expect(throws: ImpossibleValue.self) {
            try BodySurfaceArea.duBois.assess(height: 1.7, weight: 70)
        }
        #expect(error?.description == "height 1.7 is not possible in cm: between 30 and 260 is")
        #expect(throws: ImpossibleValue.self) { try CKDEPI2021.assess(age: 50, sex: .male, creatinine: 90) }
        #expect(throws: ImpossibleValue.self) { try BedsideSchwartz.assess(age: 5, height: 100, creatinine: 0) }
    }
}
