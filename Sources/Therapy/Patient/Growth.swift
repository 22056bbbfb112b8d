import Care

/// Weight and height of children by age, so that a cohort of 3 to 25 years has bodies to dose.
///
/// Medians: weight by the APLS (2011) formulas, 2·age + 8 kg to 5 years and 3·age + 7 kg to 12; height 6·age + 77 cm
/// (Weech) to 12 years; then a straight line to the adult median at 18. Formulas from memory, not yet verified.
enum Growth {
    private static let adultAge = 18.0

    /// Body weight in kg at `age`; `score` is the standard score within the age.
    static func weight(age: Double, adult: Population.Distribution, score: Double) -> Double {
        let median =
            switch age {
            case ..<6: 2 * age + 8
            case ..<12: 3 * age + 7
            case ..<adultAge: line(age, from: 43, to: adult.median)
            default: adult.median
            }
        let value = median * exponential(logNormalSigma(cv: adult.cv) * score)
        guard age >= adultAge else { return max(value, 8) }
        return min(max(value, adult.minimum ?? 0), adult.maximum ?? .infinity)
    }

    /// Height in cm at `age`. Men and women differ by 6.5 cm from the adult median (assumed).
    static func height(age: Double, sex: Sex, adult: Population.Distribution, score: Double) -> Double {
        let tall = adult.median + (sex == .male ? 6.5 : -6.5)
        let median =
            switch age {
            case ..<12: 6 * age + 77
            case ..<adultAge: line(age, from: 149, to: tall)
            default: tall
            }
        return median * (1 + adult.cv * score)
    }

    private static func line(_ age: Double, from twelve: Double, to adult: Double) -> Double {
        twelve + (adult - twelve) * (age - 12) / (adultAge - 12)
    }
}
