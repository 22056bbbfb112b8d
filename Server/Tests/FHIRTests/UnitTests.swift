import Care
import Testing

@testable import FHIR

@Suite("Units of other systems")
struct UnitTests {
    @Test("convertible units are converted")
    func conversions() {
        let cases: [(Double, String, String, Double?, Double)] = [
            (101.3, "[degF]", "Cel", nil, 38.5), (98.6, "[degF]", "Cel", nil, 37), (311.65, "K", "Cel", nil, 38.5),
            (1.5, "10*3/uL", "10*9/L", nil, 1.5), (1500, "/uL", "10*9/L", nil, 1.5),
            (1500, "{cells}/uL", "10*9/L", nil, 1.5), (1500, "10*6/L", "10*9/L", nil, 1.5),
            (1.5, "10^9/L", "10*9/L", nil, 1.5), (400, "mg/dL", "g/L", nil, 4), (1.2, "g/L", "g/L", nil, 1.2),
            (120, "g/L", "g/dL", nil, 12), (88.4, "umol/L", "mg/dL", Analyte.creatinine.molarMass, 0.99998),
            (17.1, "umol/L", "mg/dL", Analyte.bilirubin.molarMass, 0.999786), (1, "mg/dL", "mg/L", nil, 10),
            (4, "meq/L", "mmol/L", Analyte.potassium.molarMass, 4), (5, "ukat/L", "U/L", nil, 300),
            (250, "[IU]/L", "[IU]/L", nil, 250), (12, "kPa", "mm[Hg]", nil, 90.0076), (0.93, "1", "%", nil, 93),
            (2, "ug/mL", "mg/L", nil, 2), (500, "ng/mL{FEU}", "mg/L", nil, 0.5), (12, "ng/L", "pg/mL", nil, 12),
            (885.4, "mg/dL", "mmol/L", Analyte.triglycerides.molarMass, 10), (70, "{beats}/min", "/min", nil, 70),
            (1.2, "/s", "/min", nil, 72), (3, "ng/dL", "ng/mL", nil, 0.03), (2.5, "ug/L", "ng/mL", nil, 2.5),
        ]
        for (value, unit, target, mass, expected) in cases {
            let converted = Conversion.convert(value, from: unit, to: target, molarMass: mass)
            #expect(
                converted.map { abs($0 - expected) <= abs(expected) * 2e-6 } == true, "\(value) \(unit) in \(target)")
        }
    }

    @Test("a converted value has no noise of binary fractions, and one in the unit already no change at all")
    func digits() {
        #expect(Conversion.convert(101.3, from: "[degF]", to: "Cel") == 38.5)
        #expect(Conversion.convert(0.1 + 0.2, from: "g/L", to: "g/L") == 0.1 + 0.2)
        #expect(Conversion.convert(0.1 + 0.2, from: "10*3/uL", to: "10*9/L") == 0.1 + 0.2)
        #expect(Conversion.convert(0, from: "mg/dL", to: "g/L") == 0)
    }

    @Test("units of another kind, or unknown, are not")
    func refusals() {
        let cases = [
            ("mg/dL", "mmol/L"), ("Cel", "mm[Hg]"), ("%", "g/L"), ("furlong", "Cel"), ("", "Cel"), ("mg/dL", "U/L"),
            ("[IU]/mL", "pg/mL"), ("ng/mL{DDU}", "mg/L"), ("/", "1"), ("mg//dL", "g/L"), ("mg/", "g/L"), ("{", "1"),
            ("[", "1"), ("Cel/min", "Cel"), ("mCel", "Cel"), ("m[degF]", "Cel"), ("10*99/L", "10*9/L"),
            ("mg dL", "g/L"),
            ("°C", "Cel"), ("C", "Cel"), ("F", "Cel"), ("mmHg", "mm[Hg]"), ("bpm", "/min"), ("K/uL", "10*9/L"),
            ("10*9/L/L", "10*9/L"), ("[degF", "Cel"), ("Cel2", "Cel"),
        ]
        for (unit, target) in cases { #expect(Conversion.convert(1, from: unit, to: target) == nil, "\(unit)") }
        #expect(Conversion.convert(1, from: "mmol/L", to: "g/L", molarMass: nil) == nil)
    }

    @Test("every unit that the journal uses is one that is read")
    func own() {
        for analyte in Analyte.allCases { #expect(UCUM(analyte.unit) != nil, "\(analyte)") }
        for drug in Drug.allCases { #expect(UCUM(drug.unit) != nil, "\(drug)") }
        for row in EventMap.all {
            for field in row.templates.flatMap(\.fields) {
                if case .quantity(let unit) = field.codec { #expect(UCUM(unit) != nil, "\(unit)") }
            }
        }
    }
}
