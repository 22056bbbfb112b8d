import Care

/// The support that holds a patient's blood pressure and oxygen up, and what it does to what the monitor shows.
///
/// The body gives the unsupported pressure and the saturation on room air; the effects are data (`Evidence/course.yaml`).
struct Support: Sendable {
    private let constants: CourseNumbers.Support
    private var fluidEffect = 0.0
    private var fluidDay = -Double.infinity
    /// Vasopressors running.
    var vasopressors = 0
    /// Oxygen given.
    var oxygen = OxygenSupport.roomAir

    init(_ constants: CourseNumbers.Support) { self.constants = constants }

    /// Gives a fluid bolus.
    mutating func giveFluid(at day: Double) {
        fluidEffect = fluid(at: day) + constants.fluidRise
        fluidDay = day
    }

    /// Mean arterial pressure as the monitor shows it, mmHg.
    func pressure(unsupported: Double, at day: Double) -> Double {
        let rises = [constants.firstVasopressor, constants.secondVasopressor, constants.thirdVasopressor]
        return unsupported + fluid(at: day) + rises.prefix(vasopressors).reduce(0, +)
    }

    /// Oxygen saturation as the monitor shows it, %.
    func saturation(roomAir: Double) -> Double {
        let rise: Double =
            switch oxygen {
            case .roomAir: 0
            case .nasalCannula(let litres): litres <= 6 ? constants.lowFlow : constants.highCannulaFlow
            case .highFlow: constants.highFlow
            case .positivePressure: constants.positivePressure
            }
        return min(99, roomAir + rise)
    }

    /// Whether fluids were given within the last day.
    func hadFluid(at day: Double) -> Bool { day - fluidDay < 1 }

    private func fluid(at day: Double) -> Double {
        guard fluidEffect > 0 else { return 0 }
        return fluidEffect * powerOfTwo(-(day - fluidDay) / constants.fluidHalfLife)
    }
}
