@testable import Care

/// A patient on the ward, for tests: infused on day 0, 70 kg.
enum Ward {
    static let infusion = Instant(millisecondsSince1970: 1_750_000_000_000)

    static func day(_ day: Double) -> Instant { infusion.advanced(byDays: day) }

    static func referral(weight: Double = 70, age: Double = 55) -> Referral {
        Referral(
            disease: "large B-cell lymphoma", age: age, sex: .female, weight: weight, height: 168, priorLines: 3,
            ecog: 1,
            study: nil)
    }

    static func infused(weight: Double = 70) -> Chart {
        var chart = Chart(therapy: "T-1")
        chart.apply(.referralReceived(referral(weight: weight)), at: day(-40))
        chart.apply(
            .infusionCompleted(
                Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)), at: day(0))
        chart.apply(.admitted(Admission(unit: .ward, reason: "infusion")), at: day(0))
        return chart
    }

    static func dose(_ drug: Drug, _ amount: Double = 10, _ unit: String = "mg") -> Event {
        .drugGiven(DrugAdministration(drug: drug, amount: amount, unit: unit, minutes: 0))
    }

    static func vitals(
        _ temperature: Double = 36.8, map: Double = 85, oxygen: OxygenSupport = .roomAir, saturation: Double = 97,
        vasopressors: Int = 0, fluid: Bool = false
    ) -> Event {
        .vitalsTaken(
            VitalSigns(
                temperature: temperature, meanArterialPressure: map, oxygenSaturation: saturation, oxygen: oxygen,
                vasopressors: vasopressors, vasopressin: false, fluidBolus: fluid, otherCause: false))
    }

    static func ice(_ score: Int, _ consciousness: NeurologicalAssessment.Consciousness = .spontaneous) -> Event {
        .neurologyAssessed(NeurologicalAssessment(ice: ICEScore(score), consciousness: consciousness))
    }
}
