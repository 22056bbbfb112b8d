#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Functions whose names the operations share.
private enum CLibrary {
    static func exponential(_ x: Double) -> Double { exp(x) }
    static func logarithm(_ x: Double) -> Double { log(x) }
}

extension Tape {
    /// Runs the tape for one patient, plainly, with the C library's functions: slow, and the judge of the fast
    /// executors.
    /// - Parameter inputs: `inputCount` values.
    /// - Returns: the outputs.
    public func evaluate(_ inputs: [Double]) -> [Double] {
        precondition(inputs.count == inputCount, "the tape takes \(inputCount) inputs")
        var file = inputs + constants
        file += [Double](repeating: 0, count: registerCount - file.count)
        for i in instructions {
            file[Int(i.destination)] = i.operation.value(file[Int(i.a)], file[Int(i.b)], file[Int(i.c)])
        }
        return outputs.map { file[Int($0)] }
    }
}

extension Tape.Operation {
    /// What the operation gives for these operands.
    public func value(_ a: Double, _ b: Double, _ c: Double) -> Double {
        switch self {
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        case .multiplyAdd: a * b + c
        case .multiplySubtract: c - a * b
        case .negate: -a
        case .absolute: a.magnitude
        case .squareRoot: a.squareRoot()
        case .exp: CLibrary.exponential(a)
        case .log: CLibrary.logarithm(a)
        case .power: pow(a, b)
        case .floor: a.rounded(.down)
        case .ceiling: a.rounded(.up)
        case .sine: sin(a)
        case .cosine: cos(a)
        case .tangent: tan(a)
        case .arcSine: asin(a)
        case .arcCosine: acos(a)
        case .arcTangent: atan(a)
        case .hyperbolicSine: sinh(a)
        case .hyperbolicCosine: cosh(a)
        case .hyperbolicTangent: tanh(a)
        case .arcHyperbolicSine: asinh(a)
        case .arcHyperbolicCosine: acosh(a)
        case .arcHyperbolicTangent: atanh(a)
        case .factorial: tgamma(a + 1)
        case .minimum: a < b ? a : b
        case .maximum: a > b ? a : b
        case .remainder: fmod(a, b)
        case .less: a < b ? 1 : 0
        case .lessOrEqual: a <= b ? 1 : 0
        case .equal: a == b ? 1 : 0
        case .notEqual: a != b ? 1 : 0
        case .and: a != 0 && b != 0 ? 1 : 0
        case .or: a != 0 || b != 0 ? 1 : 0
        case .exclusiveOr: (a != 0) != (b != 0) ? 1 : 0
        case .not: a == 0 ? 1 : 0
        case .select: a != 0 ? b : c
        }
    }
}
