import Care

/// The support that holds a patient's blood pressure and oxygen up, and what it does to what the monitor shows.
///
/// The body gives the unsupported pressure and the saturation on room air; the effects here are assumed, sized so that
/// one fluid bolus corrects a mild fall and each vasopressor a shock.
struct Support: Sendable {
    /// Fall to half of a fluid bolus' effect, d (4 h).
    static let fluidHalfLife = 4.0 / 24
    /// Rise of the mean arterial pressure by a bolus, mmHg.
    static let fluidRise = 8.0
    /// Rise by the first vasopressor, and by each further one, mmHg.
    static let vasopressorRise = [16.0, 12.0, 10.0]

    private var fluidEffect = 0.0
    private var fluidDay = -Double.infinity
    /// Vasopressors running.
    var vasopressors = 0
    /// Oxygen given.
    var oxygen = OxygenSupport.roomAir

    /// Gives a fluid bolus.
    mutating func giveFluid(at day: Double) {
        fluidEffect = fluid(at: day) + Self.fluidRise
        fluidDay = day
    }

    /// Mean arterial pressure as the monitor shows it, mmHg.
    func pressure(unsupported: Double, at day: Double) -> Double {
        unsupported + fluid(at: day) + Self.vasopressorRise.prefix(vasopressors).reduce(0, +)
    }

    /// Oxygen saturation as the monitor shows it, %.
    func saturation(roomAir: Double) -> Double {
        let rise: Double =
            switch oxygen {
            case .roomAir: 0
            case .nasalCannula(let litres): litres <= 6 ? 5 : 8
            case .highFlow: 10
            case .positivePressure: 18
            }
        return min(99, roomAir + rise)
    }

    /// Whether fluids were given within the last day.
    func hadFluid(at day: Double) -> Bool { day - fluidDay < 1 }

    private func fluid(at day: Double) -> Double {
        guard fluidEffect > 0 else { return 0 }
        return fluidEffect * powerOfTwo(-(day - fluidDay) / Self.fluidHalfLife)
    }
}
