/// A sum of squares to make small: half of |r(x)|².
public protocol LeastSquares: Sendable {
    /// Limits of each unknown.
    var bounds: [ClosedRange<Double>] { get }
    /// Residuals at several points; the points are independent work.
    func residuals(at points: [[Double]]) throws -> [[Double]]
    /// Residuals and their derivatives at a point.
    func linearization(at point: [Double]) throws -> Linearization
}

/// Residuals at a point and their Jacobian, one row a residual.
public struct Linearization: Sendable, Equatable {
    /// The residuals.
    public var residuals: [Double]
    /// Their derivatives.
    public var jacobian: Matrix

    /// Makes a linearization.
    public init(residuals: [Double], jacobian: Matrix) {
        self.residuals = residuals
        self.jacobian = jacobian
    }
}

/// Half the sum of squares.
func halfSquares(_ residuals: [Double]) -> Double { residuals.reduce(0) { $0 + $1 * $1 } / 2 }
