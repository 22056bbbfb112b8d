/// Converts a value that another system sent into the unit in which the journal keeps it.
enum Conversion {
    /// - Parameters:
    ///   - molarMass: g/mol, where moles and masses of the substance may stand for each other.
    /// - Returns: the value in `target`; one already in that unit to the digit, any other to ten significant digits,
    ///   which is beyond what is measured and free of the noise of binary fractions.
    static func convert(_ value: Double, from unit: String, to target: String, molarMass: Double? = nil) -> Double? {
        if unit == target { return value }
        guard let one = UCUM(unit), let other = UCUM(target) else { return nil }
        guard one.annotations.filter(isBinding).allSatisfy({ other.annotations.contains($0) || isSame($0, in: target) })
        else { return nil }
        if one.dimension == other.dimension {
            // Equal sizes (10*3/uL and 10*9/L) change no digit.
            if one.offset == other.offset, abs(one.size / other.size - 1) < 1e-12 { return value }
            return rounded((value * one.size + one.offset - other.offset) / other.size)
        }
        guard let molarMass, one.annotations.isEmpty else { return nil }
        var mass = UCUM.Dimension()
        mass.gram = 1
        mass.mole = -1
        if one.dimension.times(mass, power: 1) == other.dimension {
            return rounded(value * one.size * molarMass / other.size)
        }
        if one.dimension.times(mass, power: -1) == other.dimension {
            return rounded(value * one.size / molarMass / other.size)
        }
        return nil
    }

    /// Annotations that say which of two quantities of one dimension it is; `{cells}` and the like say nothing new.
    private static func isBinding(_ annotation: String) -> Bool { ["DDU", "FEU"].contains(annotation.uppercased()) }

    /// The journal's D-dimer is in fibrinogen-equivalent units.
    private static func isSame(_ annotation: String, in target: String) -> Bool {
        annotation.uppercased() == "FEU" && target == "mg/L"
    }

    private static func rounded(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return value }
        let magnitude = Self.magnitude(abs(value))
        let scale = power(9 - magnitude)
        return scale.isFinite && scale > 0 ? (value * scale).rounded() / scale : value
    }

    private static func magnitude(_ value: Double) -> Int {
        var magnitude = 0
        var rest = value
        while rest >= 10, magnitude < 300 { (rest, magnitude) = (rest / 10, magnitude + 1) }
        while rest < 1, magnitude > -300 { (rest, magnitude) = (rest * 10, magnitude - 1) }
        return magnitude
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<abs(exponent)).reduce(1.0) { power, _ in exponent < 0 ? power / 10 : power * 10 }
    }
}
