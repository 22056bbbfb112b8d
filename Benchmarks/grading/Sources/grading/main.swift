import Allocations
import Care

// Gradings a second on one core by the simulator's own path: an entry's event goes into the chart, the grade is read.

/// SplitMix64, so that every run grades the same patients.
struct Draws: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func vitals() -> VitalSigns {
        let oxygen: [OxygenSupport] = [
            .roomAir, .roomAir, .nasalCannula(litresPerMinute: 3), .nasalCannula(litresPerMinute: 8), .highFlow,
            .positivePressure,
        ]
        return VitalSigns(
            temperature: Double.random(in: 36.0...40.5, using: &self),
            meanArterialPressure: Double.random(in: 50...95, using: &self),
            oxygenSaturation: 95, oxygen: oxygen.randomElement(using: &self),
            vasopressors: max(0, Int.random(in: -4...2, using: &self)), vasopressin: false,
            fluidBolus: Bool.random(using: &self), otherCause: false)
    }

    mutating func neurology() -> NeurologicalAssessment {
        NeurologicalAssessment(
            ice: ICEScore(Int.random(in: 0...10, using: &self)),
            consciousness: .allCases.randomElement(using: &self), seizure: NeurologicalAssessment.Seizure.none,
            focalWeakness: false, oedema: NeurologicalAssessment.Oedema.none)
    }
}

/// Looks at one patient in the month after infusion: every 6 hours, as in hospital.
let looks = 120
let patients = Int(CommandLine.arguments.dropFirst().first ?? "") ?? 40_000
let start = Instant(millisecondsSince1970: 1_772_366_400_000)
var draws = Draws(state: 2019)
let vitals = (0..<4096).map { _ in draws.vitals() }
let neurology = (0..<4096).map { _ in draws.neurology() }
let times = (0..<looks).map { start.advanced(byDays: 0.25 * Double($0 + 1)) }

func infused() -> Chart {
    var chart = Chart(therapy: "COI-1")
    chart.apply(
        .referralReceived(
            Referral(disease: "large B-cell lymphoma", age: 60, sex: .female, weight: 70, height: 168, priorLines: 2)),
        at: start.advanced(byDays: -40))
    chart.apply(
        .infusionCompleted(Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)),
        at: start)
    return chart
}

var sum = 0
var graded = 0
var inGrading: UInt64 = 0
let clock = ContinuousClock()
var spent = Duration.zero
for patient in 0..<patients {
    var chart = infused()
    let before = allocations()
    let began = clock.now
    for look in 0..<looks {
        let index = (patient &* 31 &+ look) & 4095
        chart.apply(.vitalsTaken(vitals[index]), at: times[look])
        sum &+= chart.crsGrade.rawValue
        chart.apply(.neurologyAssessed(neurology[index]), at: times[look])
        sum &+= chart.icansGrade.rawValue
    }
    spent += clock.now - began
    inGrading += allocations() - before
    graded += 2 * looks
}
let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
let million = Double(graded) / seconds / 1e6
print("\(graded) gradings of \(patients) patients in \((seconds * 100).rounded() / 100) s")
print(
    "\((million * 100).rounded() / 100) million a second on one core, \((seconds / Double(graded) * 1e9).rounded()) ns each"
)
print(
    "\(Double((Double(inGrading) / Double(patients) * 10).rounded() / 10)) blocks from the heap a patient (\(2 * looks) gradings)"
)
print("checksum \(sum)")
