/// A part of the Unified Code for Units of Measure (https://ucum.org): what laboratories and monitors send. A unit is
/// read into its dimension and its size in base units, so that any two of one dimension are convertible.
struct UCUM: Sendable, Equatable {
    /// The system's URI in FHIR.
    static let system = "http://unitsofmeasure.org"

    /// Powers of metre, gram, second, mole, kelvin, and of the arbitrary international unit.
    struct Dimension: Sendable, Equatable {
        var metre = 0, gram = 0, second = 0, mole = 0, kelvin = 0, international = 0

        func times(_ other: Dimension, power: Int) -> Dimension {
            Dimension(
                metre: metre + power * other.metre, gram: gram + power * other.gram,
                second: second + power * other.second,
                mole: mole + power * other.mole, kelvin: kelvin + power * other.kelvin,
                international: international + power * other.international)
        }
    }

    var dimension: Dimension
    /// Base units in one of this unit.
    var size: Double
    /// Base units at zero: for temperatures alone.
    var offset = 0.0
    /// Annotations in braces: they change no size, but `{DDU}` is another thing than `{FEU}`.
    var annotations: [String] = []

    /// Reads a unit; nil if it is not of the part known here.
    init?(_ code: String) {
        guard !code.isEmpty, code.utf8.count <= 40, code.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
        self.init(dimension: Dimension(), size: 1)
        var rest = code[...]
        var isDivided = false
        if rest.first == "/" {
            isDivided = true
            rest.removeFirst()
        }
        while true {
            let (component, annotation) = Self.component(&rest)
            if let annotation { annotations.append(annotation) }
            guard !component.isEmpty || annotation != nil else { return nil }
            if !component.isEmpty {
                guard let unit = UCUMAtom.unit(component) else { return nil }
                // A temperature scale has no products.
                if unit.offset != 0 || ["Cel", "[degF]"].contains(component) {
                    guard component.count == code.count else { return nil }
                    self = unit
                    return
                }
                dimension = dimension.times(unit.dimension, power: isDivided ? -1 : 1)
                size = isDivided ? size / unit.size : size * unit.size
            }
            guard let separator = rest.first else { return }
            guard separator == "/" || separator == "." else { return nil }
            isDivided = separator == "/"
            rest.removeFirst()
        }
    }

    init(dimension: Dimension, size: Double, offset: Double = 0) {
        self.dimension = dimension
        self.size = size
        self.offset = offset
    }

    /// Takes a component and its annotation from the front: up to a `/` or `.` outside brackets.
    private static func component(_ rest: inout Substring) -> (component: String, annotation: String?) {
        var component = ""
        while let character = rest.first, !"/.{".contains(character) {
            rest.removeFirst()
            component.append(character)
            if character == "[" {
                while let inner = rest.first {
                    rest.removeFirst()
                    component.append(inner)
                    if inner == "]" { break }
                }
            }
        }
        guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return (component, nil) }
        let annotation = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
        return (component, annotation)
    }
}
