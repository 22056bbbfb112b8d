import Care
import Testing

@Suite("Tocilizumab dose rules")
struct TocilizumabTests {
    @Test(
        "8 mg/kg from 30 kg, 12 mg/kg below, 800 mg at the most",
        arguments: [(70.0, 560.0), (25, 300), (29.9, 358.8), (30, 240), (100, 800), (110, 800), (120, 800)])
    func dose(weight: Double, milligrams: Double) {
        #expect(abs(Tocilizumab.dose(weight: weight) - milligrams) < 1e-9)
    }

    @Test("A policy's own dose, which no policy can lift above 800 mg")
    func policyDose() {
        let low = TocilizumabDose(milligramsPerKilogram: 4, milligramsPerKilogramBelow30: 8, largest: 400)
        #expect(Tocilizumab.dose(weight: 70, low) == 280)
        #expect(Tocilizumab.dose(weight: 25, low) == 200)
        #expect(Tocilizumab.dose(weight: 120, low) == 400)
        let high = TocilizumabDose(milligramsPerKilogram: 16, milligramsPerKilogramBelow30: 16, largest: 2000)
        #expect(Tocilizumab.dose(weight: 100, high) == 800)
        var policy = ManagementPolicy.asco2021
        policy.tocilizumabDose = low
        var bedside = Bedside(weight: 70)
        bedside.take(.set(38.5, pressure: 60), hour: 48)
        #expect(bedside.proposal(.tocilizumab, hour: 48, policy: policy)?.amount == 280)
    }

    @Test("A second dose waits 8 h (T26)")
    func interval() {
        let first = [Bedside.time(0)]
        #expect(Tocilizumab.refusal(after: first, at: Bedside.time(6)) != nil)
        #expect(Tocilizumab.refusal(after: first, at: Bedside.time(7.99)) != nil)
        #expect(Tocilizumab.refusal(after: first, at: Bedside.time(8)) == nil)
    }

    @Test("Three doses in 24 h, not four")
    func day() {
        let three = [0.0, 7.5, 15.5].map(Bedside.time)
        #expect(Tocilizumab.refusal(after: three, at: Bedside.time(23.9)) != nil)
        #expect(Tocilizumab.refusal(after: three, at: Bedside.time(24)) == nil)
    }

    @Test("Four doses in all, not five")
    func total() {
        let four = [0.0, 24, 48, 72].map(Bedside.time)
        #expect(Tocilizumab.refusal(after: Array(four.dropLast()), at: Bedside.time(200)) == nil)
        #expect(Tocilizumab.refusal(after: four, at: Bedside.time(2000)) != nil)
    }

    @Test("The refusal is a hard stop of the chart")
    func hardStop() {
        var bedside = Bedside()
        bedside.give(.tocilizumab, hour: 48)
        #expect(bedside.chart.hardStops(at: Bedside.time(50)).map(\.action) == ["tocilizumab"])
        #expect(bedside.chart.hardStops(at: Bedside.time(56)).isEmpty)
    }
}
