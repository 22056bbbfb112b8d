@testable import Dynamics

/// A stiff textbook problem with a published solution: F. Mazzia, C. Magherini, "Test Set for Initial Value Problem
/// Solvers", release 2.4, University of Bari 2008.
struct StiffProblem: CustomStringConvertible, Sendable {
    let description: String
    let program: Program
    let end: Double
    let reference: [Double]
    /// Absolute tolerance: the scale of the smallest state.
    let absolute: Double

    static let all: [StiffProblem] = {
        do { return try [robertson(), vanDerPol(), hires(), oregonator()] } catch { return [] }
    }()

    private static func robertson() throws -> StiffProblem {
        StiffProblem(
            description: "ROBER", program: try Systems.robertson(), end: 1e11,
            reference: [0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050], absolute: 1e-20)
    }

    /// Van der Pol's oscillator with mu = 1000 in its own time, so that mu² = 1/ε.
    private static func vanDerPol() throws -> StiffProblem {
        StiffProblem(
            description: "VDPOL",
            program: try Program(
                Model(
                    "vdpol", constants: ["epsilon": 1e-6],
                    rates: [("x", 2, "v"), ("v", 0, "((1 - x * x) * v - x) / epsilon")])),
            end: 2, reference: [0.1706167732170483e1, -0.8928097010247975], absolute: 1e-11)
    }

    /// Growth and differentiation of plant tissue under light: E. Schäfer 1975.
    private static func hires() throws -> StiffProblem {
        StiffProblem(
            description: "HIRES",
            program: try Program(
                Model(
                    "hires",
                    rates: [
                        ("y1", 1, "-1.71 * y1 + 0.43 * y2 + 8.32 * y3 + 0.0007"),
                        ("y2", 0, "1.71 * y1 - 8.75 * y2"),
                        ("y3", 0, "-10.03 * y3 + 0.43 * y4 + 0.035 * y5"),
                        ("y4", 0, "8.32 * y2 + 1.71 * y3 - 1.12 * y4"),
                        ("y5", 0, "-1.745 * y5 + 0.43 * y6 + 0.43 * y7"),
                        ("y6", 0, "-280 * y6 * y8 + 0.69 * y4 + 1.71 * y5 - 0.43 * y6 + 0.69 * y7"),
                        ("y7", 0, "280 * y6 * y8 - 1.81 * y7"),
                        ("y8", 0.0057, "-280 * y6 * y8 + 1.81 * y7"),
                    ])),
            end: 321.8122,
            reference: [
                0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
                0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2,
            ], absolute: 1e-13)
    }

    /// The Belousov-Zhabotinskii reaction: R. J. Field, R. M. Noyes 1974.
    private static func oregonator() throws -> StiffProblem {
        StiffProblem(
            description: "OREGO",
            program: try Program(
                Model(
                    "orego",
                    rates: [
                        ("y1", 1, "77.27 * (y2 + y1 * (1 - 8.375e-6 * y1 - y2))"),
                        ("y2", 2, "(y3 - (1 + y1) * y2) / 77.27"), ("y3", 3, "0.161 * (y1 - y3)"),
                    ])),
            end: 360,
            reference: [0.1000814870318523e1, 0.1228178521549917e4, 0.1320554942846706e3], absolute: 1e-11)
    }
}
