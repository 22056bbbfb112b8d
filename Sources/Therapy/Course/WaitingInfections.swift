import Dynamics

/// Infections of one patient between enrolment and infusion.
///
/// They need nothing of the body but the counts at enrolment, so they are drawn before it runs: a severe infection holds
/// lymphodepletion, which moves the day of infusion from which the course counts. Each belongs to a day from enrolment,
/// whatever the dates of the product are.
struct WaitingInfections: Sendable, Equatable {
    /// An infection, by the hazard that must have been lived through for it.
    private struct Arrival: Equatable {
        let lived: Double
        let severity: InfectionClock.Severity
    }
    private let arrivals: [Arrival]
    /// Infections a day while the product is awaited; from lymphodepletion to infusion.
    private let waiting, conditioning: Double
    /// Days from the diagnosis of a severe infection to lymphodepletion at the earliest.
    private let hold: Double
    /// Deaths of infection a day while the product is awaited.
    let fatalHazard: Double

    /// - Parameter factor: the disease's factor on the hazard of infection.
    init(
        of patient: VirtualPatient, factor: Double, hazards: CourseNumbers.Hazards, source: RandomSource
    ) {
        func hazard(_ phase: Double) -> Double {
            factor
                * hazards.infection(
                    phase: phase, neutrophils: patient.neutrophils, immunoglobulinG: patient.immunoglobulinG,
                    onSteroid: false)
        }
        waiting = hazard(hazards.infectionWaiting)
        conditioning = hazard(hazards.infectionToDay28)
        hold = hazards.infectionHold
        fatalHazard = waiting * hazards.severeShare * hazards.severeFatality
        var stream = source.stream(.waitingInfection, patient: patient.index)
        var arrivals: [Arrival] = []
        var lived = stream.exponential(mean: 1)
        while lived < waiting * VeinToVein.longestWait {
            arrivals.append(
                Arrival(lived: lived, severity: InfectionClock.severity(on: 0, hazards: hazards, stream: &stream)))
            lived += stream.exponential(mean: 1)
        }
        self.arrivals = arrivals
    }

    /// Infections before a day of infusion, with their days from enrolment, in order.
    func before(infusion: Double, conditioning start: Double) -> [(day: Double, severity: InfectionClock.Severity)] {
        arrivals.map { (day(of: $0, conditioning: start), $0.severity) }.filter { $0.0 < infusion }
    }

    /// The first day from `day` on, counted from enrolment, on which no severe infection holds lymphodepletion.
    func clearDay(from day: Double) -> Double {
        var clear = day
        for arrival in arrivals where arrival.severity == .severe {
            let found = self.day(of: arrival, conditioning: .infinity)
            if found < clear, found + hold > clear { clear = found + hold }
        }
        return clear
    }

    private func day(of arrival: Arrival, conditioning start: Double) -> Double {
        let day = arrival.lived / waiting
        return day <= start ? day : start + (arrival.lived - start * waiting) / conditioning
    }
}
