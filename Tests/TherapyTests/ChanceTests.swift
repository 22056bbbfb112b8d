import Care
import Dynamics
import Testing

@testable import Therapy

/// Luck belongs to a purpose and a day, so that no order of one arm moves a draw of another.
@Suite struct ChanceTests {
    private let hazards: CourseNumbers.Hazards

    init() throws { hazards = CourseNumbers.Hazards(try Shipped.course.hazards) }

    private func clock(_ patient: Int) -> HazardClock {
        HazardClock(RandomSource(seed: 4).stream(.backgroundDeath, patient: patient))
    }

    @Test func `a hazard strikes with the probability that it says, however often one looks`() {
        let patients = 20_000
        var (often, seldom) = (0, 0)
        for patient in 0..<patients {
            var a = clock(patient)
            var b = clock(patient)
            let struck = (0..<40).contains { _ in a.strikes(hazard: 0.01, days: 0.25) }
            if struck { often += 1 }
            if b.strikes(hazard: 0.01, days: 10) { seldom += 1 }
        }
        #expect(abs(often - seldom) <= 1)  // Sums of quarters differ from ten by rounding.
        // 1 − exp(−0.1) = 0.09516; the standard error is 0.0021.
        #expect(abs(Double(seldom) / Double(patients) - 0.09516) < 0.008)
    }

    @Test func `of two courses the one with less hazard is struck later or not at all`() {
        for patient in 0..<500 {
            var (mild, harsh) = (clock(patient), clock(patient))
            for _ in 0..<200 {
                let struck = mild.strikes(hazard: 0.01, days: 1)
                #expect(harsh.strikes(hazard: 0.02, days: 1) || !struck)
            }
        }
    }

    private func infections(_ patient: Int, every step: Double, until end: Double, hazard: (Double) -> Double)
        -> [Double]
    {
        var clock = InfectionClock(source: RandomSource(seed: 4), patient: patient, hazards: hazards)
        var days: [Double] = []
        var day = 0.0
        while day < end {
            days += clock.infections(hazard: hazard(day), from: day, to: day + step).map { _ in day }
            day += step
        }
        return days
    }

    @Test func `infections come at their density, the same ones however often one looks`() {
        var count = 0
        for patient in 0..<2000 {
            let often = infections(patient, every: 0.25, until: 364) { _ in 0.01 }
            let seldom = infections(patient, every: 7, until: 364) { _ in 0.01 }
            #expect(often.map { ($0 / 7).rounded(.down) } == seldom.map { ($0 / 7).rounded(.down) })
            count += seldom.count
        }
        // 2000 × 3.64 = 7280, standard error 85.
        #expect(abs(count - 7280) < 350, "\(count)")
    }

    @Test func `an infection more in the first week moves none of the later ones`() {
        var more = 0
        for patient in 0..<500 {
            let usual = infections(patient, every: 1, until: 200) { _ in 0.02 }
            let steroid = infections(patient, every: 1, until: 200) { $0 >= 3 && $0 < 10 ? 0.2 : 0.02 }
            #expect(usual.filter { $0 >= 10 } == steroid.filter { $0 >= 10 })
            #expect(steroid.count >= usual.count)
            more += steroid.count - usual.count
        }
        #expect(more > 400)
    }

    @Test func `the stretches of the calendar follow each other without a gap`() {
        var (day, index) = (0.0, 0)
        while day < 1000 {
            let stretch = Calendar.stretch(of: day)
            #expect(stretch.index == index && stretch.end > day)
            #expect(Calendar.stretch(of: stretch.end - 1e-6).index == index)
            (day, index) = (stretch.end, index + 1)
        }
    }

    @Test func `what one arm orders moves no draw of another`() throws {
        let setting = try Shipped.setting("zuma-1")
        var sparing = setting.study.management
        sparing.filgrastimBelow = nil
        sparing.immunoglobulinBelow = nil
        let a = try Shipped.outcomes(setting, patients: 200)
        let b = try Shipped.outcomes(setting.managed(by: sparing), patients: 200)
        var (compared, treated) = (0, 0)
        for (a, b) in zip(a, b) where a.infused && min(a.survival ?? 0, b.survival ?? 0) > 29 {
            compared += 1
            if a.ledger != b.ledger { treated += 1 }
            // Neither drug acts on CAR-T cells or toxicity: errors of measurement (10 % a count) and seizures must be
            // the same, whatever else was drawn in between.
            #expect(abs(try #require(a.cmax) / (try #require(b.cmax)) - 1) < 0.002, "patient \(a.patient.index)")
            #expect(a.crsPeak == b.crsPeak && a.icansPeak == b.icansPeak, "patient \(a.patient.index)")
            #expect(a.responseDay == b.responseDay, "patient \(a.patient.index)")
        }
        #expect(compared > 120 && treated > 40)
    }

    @Test func `a count on one day has the same error in both arms, although one arm was looked at less often`() throws
    {
        let setting = try Shipped.setting("zuma-1")
        var early = setting.study.management
        early.tocilizumabFromCRS = 1
        early.tocilizumabAfterHours = 0
        let arms = [setting, setting.managed(by: early)].map(Trial.init)
        var (moved, compared, same) = (0, 0, 0)
        for index in 0..<200 {
            // IgG by day as the laboratory reports it, with an error of 5 %; tocilizumab does not act on it.
            let counts = arms.map { arm in
                arm.patient(index).journal.entries.reduce(into: [Double: Double]()) { found, entry in
                    guard case .labReported(let result) = entry.event, result.analyte == .immunoglobulinG,
                        let day = entry.simulatedDay, day >= 0
                    else { return }
                    found[day] = result.value
                }
            }
            // Patients who went home on another day were looked at another number of times.
            guard counts[0].count != counts[1].count else { continue }
            moved += 1
            for (day, value) in counts[0] {
                guard let other = counts[1][day] else { continue }
                compared += 1
                if abs(value / other - 1) < 0.01 { same += 1 }
            }
        }
        #expect(moved > 5 && compared > 200, "\(moved) patients, \(compared) counts")
        #expect(Double(same) >= 0.95 * Double(compared), "\(same) of \(compared)")
    }
}
