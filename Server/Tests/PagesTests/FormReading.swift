import Care
import Testing

@testable import Pages

@Suite("Forms are read strictly, and say beside the field what is wrong")
struct FormReading {
    private let now = Sample.start

    private func errors<Value>(_ read: () throws -> Value) -> [String: String] {
        do {
            _ = try read()
            return [:]
        } catch let fault as FormFault { return fault.state.errors } catch { return ["": "\(error)"] }
    }

    @Test("Vital signs as a nurse types them: a comma, an empty time, what is not measured")
    func vitals() throws {
        let (signs, at) = try VitalsForm.read(
            ["temperature": "38,6", "pressure": "58", "oxygen": "cannula", "flow": "3", "fluids": "yes"], now: now)
        #expect(
            signs
                == VitalSigns(
                    temperature: 38.6, meanArterialPressure: 58, oxygen: .nasalCannula(litresPerMinute: 3),
                    fluidBolus: true))
        #expect(at == now)
    }

    @Test(
        "A slip is named at its field",
        arguments: [
            (["temperature": "102.4"], "temperature"), (["temperature": "abc"], "temperature"),
            (["temperature": "nan"], "temperature"), (["temperature": "0x26"], "temperature"),
            (["temperature": "38", "oxygen": "cannula"], "flow"), (["temperature": "38", "oxygen": "mask"], "oxygen"),
            (["temperature": "38", "vasopressors": "1.5"], "vasopressors"), ([:], "temperature"),
            (["temperature": "38", "at": "2099-01-01T10:00"], "at"), (["temperature": "38", "at": "yesterday"], "at"),
        ])
    func slips(_ values: [String: String], _ field: String) {
        #expect(errors { try VitalsForm.read(values, now: now) }.keys.contains(field))
    }

    @Test("A time without a zone is of the zone of the server; one with a zone keeps it")
    func zones() throws {
        let local = try VitalsForm.read(["temperature": "37", "at": "2026-02-28T10:00"], now: now).1
        #expect(local.iso8601 == "2026-02-28T10:00:00+01:00")
        let zoned = try VitalsForm.read(["temperature": "37", "at": "2026-02-28T10:00:00Z"], now: now).1
        #expect(zoned.iso8601 == "2026-02-28T10:00:00Z")
    }

    @Test("Neurology needs a score, unless the patient cannot be roused")
    func neurology() throws {
        #expect(errors { try NeurologyForm.read(["consciousness": "1"], now: now) }.keys.contains("ice"))
        #expect(try NeurologyForm.read(["consciousness": "4"], now: now).0.consciousness == .unarousable)
        #expect(try NeurologyForm.read(["ice": "7", "weakness": "no"], now: now).0.ice?.rawValue == 7)
        #expect(errors { try NeurologyForm.read(["ice": "11"], now: now) }.keys.contains("ice"))
    }

    @Test("A dose has the drug's own unit; an order without an interval is one dose")
    func drugs() throws {
        let dose = try DoseForm.read(["drug": "tocilizumab", "amount": "560", "minutes": "60"], now: now).0
        #expect(dose == DrugAdministration(drug: .tocilizumab, amount: 560, unit: "mg", minutes: 60))
        #expect(errors { try DoseForm.read(["drug": "water"], now: now) }.keys.sorted() == ["amount", "drug"])
        let order = try OrderForm.read(
            ["drug": "tocilizumab", "amount": "560", "reason": "CRS grade 2"], now: now, id: "o1")
        guard case .place(let placed) = order.0 else { return #expect(Bool(false)) }
        #expect(placed.doses == 1 && placed.unit == "mg" && placed.id == "o1")
        let stop = try OrderForm.read(["action": "stop", "order": "o1", "reason": "over"], now: now, id: "o2").0
        #expect(stop == .stop(OrderStop(id: "o1", reason: "over")))
    }

    @Test("A laboratory value keeps its limits, and limits in the wrong order are refused")
    func laboratory() throws {
        let result = try LabForm.read(["analyte": "neutrophils", "value": "0,4", "lower": "1.8"], now: now).0
        #expect(result == LabResult(.neutrophils, 0.4, lowerLimit: 1.8))
        let wrong = errors { try LabForm.read(["analyte": "crp", "value": "4", "lower": "5", "upper": "1"], now: now) }
        #expect(wrong.keys.contains("upper"))
    }

    @Test("The identity check needs every reading and a second person; their names are those who signed")
    func identity() throws {
        let first = Actor(role: .nurse, name: "N. Okafor")
        let second = Actor(role: .nurse, name: "M. Silva")
        var values = [
            "type": "identityVerified", "band": "COI-1", "bag": "COI-1", "order": "COI-1", "identifier": "F1",
        ]
        func read(_ second: Actor?) throws -> Event {
            try StepForm.read(values, now: now, by: first, second: second, productVersion: "x").0
        }
        #expect(errors { try read(nil) }.keys.sorted() == ["certificate", "second_name"])
        values["certificate"] = "COI-1"
        guard case .identityVerified(let check) = try read(second) else { return #expect(Bool(false)) }
        #expect(check.checkedBy == ["N. Okafor", "M. Silva"])
        #expect(throws: FormFault.self) {
            try StepForm.read(["type": "died"], now: now, by: first, second: second, productVersion: "")
        }
    }

    @Test("A trial of the same policy twice is no comparison")
    func trial() throws {
        let request = try TrialsPage.read(["study": "zuma-1", "patients": "100", "seed": "18446744073709551615"])
        #expect(request.policies == ["as-published"] && request.seed == .max)
        let same = ["study": "zuma-1", "patients": "100", "seed": "1", "policy": "a", "against": "a"]
        #expect(errors { try TrialsPage.read(same) }.keys.contains("against"))
        #expect(
            errors { try TrialsPage.read(["study": "z", "patients": "0", "seed": "-1"]) }.keys.sorted() == [
                "patients", "seed",
            ])
    }
}
