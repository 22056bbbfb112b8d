import Care
import Testing

@Suite("Patient files")
struct CandidateFileTests {
    static let day = Day("2026-11-21")!

    func read(_ json: String) throws -> Candidate { try Candidate(json: json, file: "p.json", on: Self.day) }

    func problems(_ json: String) -> [CandidateError.Problem] {
        do {
            _ = try read(json)
            return []
        } catch { return (error as? CandidateError)?.problems ?? [] }
    }

    /// The fields at fault in a file with a diagnosis and these further fields.
    func faults(_ fields: String) -> [String] {
        problems(#"{"diagnosis":"largeBCellLymphoma",\#(fields)}"#).map(\.field)
    }

    func remedy(_ fields: String) -> String {
        problems(#"{"diagnosis":"largeBCellLymphoma",\#(fields)}"#).first?.remedy ?? ""
    }

    @Test("every field is read")
    func everyField() throws {
        let patient = try read(
            #"""
            {"diagnosis":"multipleMyeloma","sex":"female","childbearingPotential":false,"age":60.5,"weight":72,"ecog":1,
             "karnofsky":80,"alt":80,"altUpperLimit":40,"astTimesUpperLimit":1.5,"bilirubin":0.8,"creatinine":1.1,
             "creatinineClearance":55,"ejectionFraction":60,"oxygenSaturation":97,"neutrophils":1.2,"platelets":80,
             "lymphocytes":0.4,"haemoglobin":9.1,"transplantEligible":false,"lenalidomideRefractory":true,
             "relapsedAfterTransplant":false,"hiv":false,"activeInfection":true,"comment":"a note",
             "lines":[{"regimen":"VRd","classes":["proteasomeInhibitor","immunomodulator"],"outcome":"relapsed",
                       "monthsToRelapse":7,"progressedOnTreatment":true}],
             "recentDrugs":[{"therapy":"corticosteroid","lastGiven":"2026-11-20"}],"subtype":null}
            """#)
        #expect(patient.diagnosis == .multipleMyeloma)
        #expect(patient.quantities[.alt] == 2)
        #expect(patient.quantities[.ast] == 1.5)
        #expect(patient.quantities[.age] == 60.5)
        #expect(Set(patient.quantities.keys) == Set(Label.Quantity.allCases).subtracting([.priorLines]))
        #expect(patient.states == [.hiv: false, .activeInfection: true])
        #expect(
            patient.lines == [
                .init(
                    classes: [.proteasomeInhibitor, .immunomodulator], outcome: .relapsed, monthsToRelapse: 7,
                    progressedOnTreatment: true)
            ])
        #expect(patient.recentDrugs == [.init(.corticosteroid, lastGiven: Day("2026-11-20"))])
        #expect(patient.subtype == nil, "null is unknown")
    }

    @Test("a field that is not known is a fault that names the near one, also inside a line")
    func unknownField() {
        #expect(faults(#""wieght":80"#) == ["wieght"])
        #expect(remedy(#""wieght":80"#) == "Did you mean weight?")
        #expect(faults(#""lines":[{"outcom":"relapsed"}]"#) == ["lines[0].outcom"])
        #expect(faults(#""lines":[{"classes":["antiCD20","antiCD21"]}]"#) == ["lines[0].classes[1]"])
        #expect(remedy(#""subtype":"highgrade""#) == "Did you mean highGrade?")
    }

    @Test(
        "values that no patient has are faults, and the likely unit is named",
        arguments: [
            (#""weight":780"#, "weight", "Did you mean 78? Check the decimal point and the unit (kg)."),
            (#""weight":78000"#, "weight", "It looks like grams; in kg that is 78."),
            (#""haemoglobin":95"#, "haemoglobin", "It looks like g/L; in g/dL that is 9.5."),
            (#""platelets":80000"#, "platelets", "It looks like cells per microlitre; in 10*9/L that is 80."),
            (#""neutrophils":450"#, "neutrophils", "It looks like cells per microlitre; in 10*9/L that is 0.45."),
            (#""creatinine":88.42"#, "creatinine", "It looks like µmol/L; in mg/dL that is 1."),
            (#""ejectionFraction":0.6"#, "ejectionFraction", "It looks like a share; in % that is 60."),
            (#""oxygenSaturation":0.97"#, "oxygenSaturation", "It looks like a share; in % that is 97."),
            (#""age":-1"#, "age", "Check the number and its unit (a)."),
            (#""ecog":5"#, "ecog", "Check the number and its unit (1)."),
            (#""ecog":1.5"#, "ecog", "Write a whole number."),
            (#""age":"61""#, "age", "Write a number without unit or quotes."),
            (#""hiv":"no""#, "hiv", "Write true or false without quotes; leave it out if it is unknown."),
            (#""hiv":0"#, "hiv", "Write true or false without quotes; leave it out if it is unknown."),
        ])
    func impossible(fields: String, field: String, remedy: String) {
        #expect(faults(fields) == [field])
        #expect(self.remedy(fields) == remedy)
    }

    @Test("the ends of the limits are admitted")
    func limits() {
        for fields in [
            #""weight":1"#, #""weight":400"#, #""age":0"#, #""age":120"#, #""oxygenSaturation":100"#,
            #""haemoglobin":25"#,
            #""neutrophils":0"#, #""neutrophils":100"#, #""ecog":4"#,
        ] { #expect(faults(fields) == [], "\(fields)") }
        for fields in [#""weight":0.99"#, #""weight":400.1"#, #""neutrophils":100.1"#, #""oxygenSaturation":100.1"#] {
            #expect(faults(fields).count == 1, "\(fields)")
        }
    }

    @Test("what cannot be true together is a fault")
    func contradictions() {
        #expect(faults(#""subtype":"philadelphiaPositive""#) == ["subtype"])
        #expect(faults(#""priorLines":2,"lines":[]"#) == ["priorLines"])
        #expect(faults(#""sex":"male","pregnancy":true"#) == ["pregnancy"])
        #expect(faults(#""childbearingPotential":false,"pregnancy":true"#) == ["pregnancy"])
        #expect(faults(#""priorCD19Therapy":false,"lines":[{"classes":["carTCD19"]}]"#) == ["priorCD19Therapy"])
        #expect(faults(#""subtype":"primaryCNS","cnsInvolvement":false"#) == ["cnsInvolvement"])
        #expect(faults(#""lines":[{"outcome":"refractory","monthsToRelapse":3}]"#) == ["lines[0].monthsToRelapse"])
        #expect(
            faults(#""recentDrugs":[{"therapy":"bendamustine","lastGiven":"2026-11-22"}]"#) == [
                "recentDrugs[0].lastGiven"
            ])
        #expect(faults(#""recentDrugs":[{"therapy":"bendamustine","lastGiven":"2026-11-21"}]"#) == [])
    }

    @Test("an enzyme needs its upper limit, once")
    func enzymes() {
        #expect(faults(#""alt":80"#) == ["alt"])
        #expect(faults(#""altUpperLimit":40"#) == ["altUpperLimit"])
        #expect(faults(#""alt":80,"altUpperLimit":40,"altTimesUpperLimit":2"#) == ["alt"])
    }

    @Test("all faults are told at once, with the file")
    func allAtOnce() {
        let text = #"{"diagnosis":"largeBCellLymphoma","weight":780,"wieght":1,"hiv":"no"}"#
        #expect(problems(text).map(\.field) == ["hiv", "weight", "wieght"])
        do { _ = try read(text) } catch {
            #expect("\(error)".split(separator: "\n").allSatisfy { $0.hasPrefix("p.json: ") })
        }
    }

    @Test("without a diagnosis, or without JSON, there is no patient", arguments: ["{}", "[]", "", "{", "null", "5"])
    func noPatient(text: String) { #expect(problems(text).count == 1) }
}
