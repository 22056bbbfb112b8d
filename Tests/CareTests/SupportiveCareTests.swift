import Care
import Testing

@Suite("Guideline: supportive care")
struct SupportiveCareTests {
    @Test("Two fluid boluses below 65 mmHg, then a vasopressor, then one more")
    func pressure() {
        var bedside = Bedside()
        bedside.take(.set(38.5, pressure: 65), hour: 48)
        #expect(bedside.proposal(.fluidBolus, hour: 48) == nil)
        for hour in [50.0, 52] {
            bedside.take(.set(38.5, pressure: 64), hour: hour)
            #expect(bedside.proposal(.fluidBolus, hour: hour)?.amount == 500)
            #expect(bedside.proposal(.vasopressor, hour: hour) == nil)
            bedside.give(.fluidBolus, hour: hour)
            #expect(bedside.proposal(.fluidBolus, hour: hour) == nil)
        }
        bedside.take(.set(38.5, pressure: 60), hour: 54)
        #expect(bedside.proposal(.fluidBolus, hour: 54) == nil)
        #expect(bedside.proposal(.vasopressor, hour: 54)?.amount == 1)
        bedside.take(.set(38.5, pressure: 60, vasopressors: 1), hour: 56)
        #expect(bedside.proposal(.vasopressor, hour: 56)?.amount == 2)
        bedside.take(.set(38.5, pressure: 80, vasopressors: 2), hour: 60)
        #expect(bedside.proposal(.vasopressor, hour: 60)?.amount == 1)
    }

    @Test("A child of 20 kg gets 10 mL/kg")
    func childBolus() {
        var bedside = Bedside(age: 6, weight: 20)
        bedside.take(.set(38.5, pressure: 50), hour: 48)
        #expect(bedside.proposal(.fluidBolus, hour: 48)?.amount == 200)
    }

    @Test(
        "Oxygen steps up below 92 % and down from 96 %",
        arguments: [
            (OxygenSupport.roomAir, 92.0, OxygenSupport?.none),
            (.roomAir, 91, .nasalCannula(litresPerMinute: 4)),
            (.nasalCannula(litresPerMinute: 4), 90, .highFlow),
            (.highFlow, 88, .positivePressure),
            (.positivePressure, 85, nil),
            (.positivePressure, 97, .highFlow),
            (.highFlow, 96, .nasalCannula(litresPerMinute: 4)),
            (.nasalCannula(litresPerMinute: 4), 96, .roomAir),
            (.nasalCannula(litresPerMinute: 4), 95, nil),
            (.roomAir, 99, nil),
        ])
    func oxygen(now: OxygenSupport, saturation: Double, next: OxygenSupport?) {
        var bedside = Bedside()
        bedside.take(.set(38.5, saturation: saturation, oxygen: now), hour: 48)
        #expect(bedside.proposal(.oxygen, hour: 48)?.oxygen == next)
    }

    @Test("What was done after the signs were taken is not proposed again; old signs give no advice")
    func sameSigns() {
        var bedside = Bedside()
        bedside.take(.set(38.5, saturation: 90), hour: 48)
        #expect(bedside.proposal(.oxygen, hour: 49) != nil)
        bedside.give(.oxygen, hour: 49)
        #expect(bedside.proposal(.oxygen, hour: 50) == nil)
        bedside.take(.set(38.5, saturation: 90), hour: 54)
        #expect(bedside.proposal(.oxygen, hour: 58) != nil)
        #expect(bedside.proposal(.oxygen, hour: 58.1) == nil)
    }

    @Test("Paracetamol 15 mg/kg, at most 1 g, for the fever of CRS, not within 6 h of the last")
    func paracetamol() {
        var bedside = Bedside(weight: 70)
        bedside.take(.set(37.9), hour: 24)
        #expect(bedside.proposal(.paracetamol, hour: 24) == nil)
        bedside.take(.set(38.0), hour: 48)
        #expect(bedside.proposal(.paracetamol, hour: 48)?.amount == 1000)
        bedside.give(.paracetamol, hour: 48)
        bedside.take(.set(38.5), hour: 53)
        #expect(bedside.proposal(.paracetamol, hour: 53) == nil)
        bedside.take(.set(38.5), hour: 54)
        #expect(bedside.proposal(.paracetamol, hour: 54) != nil)
        var child = Bedside(age: 8, weight: 25)
        child.take(.set(38.0), hour: 48)
        #expect(child.proposal(.paracetamol, hour: 48)?.amount == 375)
    }
}
