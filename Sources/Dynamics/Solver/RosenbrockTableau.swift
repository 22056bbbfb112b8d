/// A stiffly accurate Rosenbrock method as data, in the transformed form of Hairer and Wanner: every stage solves
/// (1/(γh) I − J) uᵢ = f(t + αᵢh, y + Σ aᵢⱼuⱼ) + Σ (cᵢⱼ/h) uⱼ + γᵢh ∂f/∂t. The last two stages are evaluated at the
/// solution so far, and the last u is the error estimate.
struct RosenbrockTableau: Sendable {
    let gamma: Double
    /// Rows of the strictly lower triangle. A stage after the last row adds the u before it to the point before it.
    let a: [[Double]]
    let c: [[Double]]
    /// Abscissae.
    let alpha: [Double]
    /// Factors of ∂f/∂t.
    let timeFactor: [Double]
    /// Order of the error estimate plus one.
    let controlOrder: Double

    /// RODAS: E. Hairer, G. Wanner, "Solving Ordinary Differential Equations II", 2nd ed. 1996, section IV.7 and the
    /// code RODAS (order 4, embedded 3, L-stable).
    static let rodas4 = RosenbrockTableau(
        gamma: 0.25,
        a: [
            [],
            [1.544],
            [0.9466785280815826, 0.2557011698983284],
            [3.314825187068521, 2.896124015972201, 0.9986419139977817],
            [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950],
        ],
        c: [
            [],
            [-5.6688],
            [-2.430093356833875, -0.2063599157091915],
            [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
            [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160],
            [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
        ],
        alpha: [0, 0.386, 0.21, 0.63, 1, 1],
        timeFactor: [0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0],
        controlOrder: 4)
}
