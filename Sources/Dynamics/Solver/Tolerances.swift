/// How exact a solution must be: a step is accepted when the root mean square of error / (absolute + relative·|y|)
/// over the states is at most 1.
public struct Tolerances: Sendable, Equatable {
    /// Relative tolerance.
    public var relative: Double
    /// Absolute tolerance, in each state's own unit.
    public var absolute: Double
    /// Absolute tolerances of single states by index, where a state's scale differs from the others'.
    public var absoluteByState: [Int: Double]

    /// Makes tolerances.
    public init(relative: Double = 1e-6, absolute: Double = 1e-9, absoluteByState: [Int: Double] = [:]) {
        self.relative = relative
        self.absolute = absolute
        self.absoluteByState = absoluteByState
    }
}

/// A method of integration.
public enum Method: String, Sendable, CaseIterable {
    /// Whichever suits the stretch: the explicit pair until stiffness limits its steps, then the Rosenbrock method
    /// while that is cheaper. Each patient switches alone.
    case automatic
    /// Explicit Runge-Kutta pair of order 5(4), Tsitouras 2011: for stretches that are not stiff.
    case tsit5
    /// Rosenbrock method of order 5(4), stiffly accurate, Rodas5P of Steinebach 2023: for stiff ones.
    case rodas5p
}
