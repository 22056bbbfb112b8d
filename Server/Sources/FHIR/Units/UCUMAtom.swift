/// The atoms of UCUM that are known here, with prefixes and exponents.
enum UCUMAtom {
    /// Reads `mg`, `10*9`, `m2`, `[degF]` …
    static func unit(_ text: String) -> UCUM? {
        if let power = powerOfTen(text) { return power }
        if let atom = atoms[text] { return atom.unit }
        // An exponent of one digit, with or without its sign.
        var name = text
        var exponent = 1
        if let digit = name.last?.wholeNumberValue, (1...4).contains(digit) {
            name.removeLast()
            exponent = digit
            if name.last == "-" || name.last == "+" { exponent *= name.removeLast() == "-" ? -1 : 1 }
        }
        guard let unit = prefixed(name), unit.offset == 0 else { return nil }
        var result = UCUM(dimension: UCUM.Dimension(), size: 1)
        result.dimension = result.dimension.times(unit.dimension, power: exponent)
        for _ in 0..<abs(exponent) { result.size = exponent > 0 ? result.size * unit.size : result.size / unit.size }
        return result
    }

    private static func powerOfTen(_ text: String) -> UCUM? {
        if text == "1" { return UCUM(dimension: UCUM.Dimension(), size: 1) }
        guard text.hasPrefix("10*") || text.hasPrefix("10^"), let power = Int(text.dropFirst(3)), abs(power) <= 18
        else {
            return nil
        }
        var size = 1.0
        for _ in 0..<abs(power) { size *= 10 }
        return UCUM(dimension: UCUM.Dimension(), size: power < 0 ? 1 / size : size)
    }

    private static func prefixed(_ name: String) -> UCUM? {
        if let atom = atoms[name] { return atom.unit }
        guard let first = name.first, let prefix = prefixes[first], let atom = atoms[String(name.dropFirst())],
            atom.isMetric
        else { return nil }
        return UCUM(dimension: atom.unit.dimension, size: atom.unit.size * prefix)
    }

    private static let prefixes: [Character: Double] = [
        "f": 1e-15, "p": 1e-12, "n": 1e-9, "u": 1e-6, "m": 1e-3, "c": 1e-2, "d": 1e-1, "k": 1e3, "M": 1e6, "G": 1e9,
    ]

    private typealias Atom = (unit: UCUM, isMetric: Bool)

    private static func atom(
        _ size: Double, metre: Int = 0, gram: Int = 0, second: Int = 0, mole: Int = 0, kelvin: Int = 0,
        international: Int = 0, offset: Double = 0, metric: Bool = false
    ) -> Atom {
        let dimension = UCUM.Dimension(
            metre: metre, gram: gram, second: second, mole: mole, kelvin: kelvin, international: international)
        return (UCUM(dimension: dimension, size: size, offset: offset), metric)
    }

    private static let atoms: [String: Atom] = [
        "m": atom(1, metre: 1, metric: true), "g": atom(1, gram: 1, metric: true),
        "s": atom(1, second: 1, metric: true), "mol": atom(1, mole: 1, metric: true),
        "L": atom(1e-3, metre: 3, metric: true), "l": atom(1e-3, metre: 3, metric: true),
        "min": atom(60, second: 1), "h": atom(3600, second: 1), "d": atom(86_400, second: 1),
        "wk": atom(604_800, second: 1), "mo": atom(2_629_800, second: 1), "a": atom(31_557_600, second: 1),
        "%": atom(0.01), "[ppm]": atom(1e-6),
        // An equivalent is a mole of charges; for potassium, which bears one, a mole.
        "eq": atom(1, mole: 1, metric: true),
        // Enzymes: 1 U converts 1 umol a minute.
        "U": atom(1e-6 / 60, second: -1, mole: 1, metric: true), "kat": atom(1, second: -1, mole: 1, metric: true),
        "[IU]": atom(1, international: 1, metric: true), "[iU]": atom(1, international: 1, metric: true),
        "Pa": atom(1000, metre: -1, gram: 1, second: -2, metric: true),
        "bar": atom(1e8, metre: -1, gram: 1, second: -2, metric: true),
        "m[Hg]": atom(133_322_000, metre: -1, gram: 1, second: -2, metric: true),
        "K": atom(1, kelvin: 1, metric: true), "Cel": atom(1, kelvin: 1, offset: 273.15),
        "[degF]": atom(5.0 / 9, kelvin: 1, offset: 459.67 * 5 / 9),
        "[lb_av]": atom(453.59237, gram: 1), "[in_i]": atom(0.0254, metre: 1), "[ft_i]": atom(0.3048, metre: 1),
    ]
}
