import CLanes

/// What computes a program's equations and takes its steps. Both kinds do the same arithmetic in the same order and so
/// give the same digits.
public struct Backend: Sendable {
    /// Which kind it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Equations compiled for this processor when the program runs.
        case compiled
        /// Equations interpreted, an instruction at a time over many lanes.
        case portable
    }

    /// Kind.
    public let kind: Kind
    /// Patients side by side in one integrator: 16 when compiled; more when interpreted, so that they share the cost of
    /// each instruction.
    public let lanes: Int
    let kernel: ld_kernel

    /// Two vectors of eight: while one waits for the result of an operation the other has work to do.
    static let compiledLanes = 16

    /// The interpreter, which runs everywhere and every program.
    public static let portable = Backend(kind: .portable, lanes: 64, kernel: ld_interpreter())

    /// Fewer lanes, for few patients.
    static func portable(lanes: Int) -> Backend { Backend(kind: .portable, lanes: lanes, kernel: ld_interpreter()) }

    private init(kind: Kind, lanes: Int, kernel: ld_kernel) {
        self.kind = kind
        self.lanes = lanes
        self.kernel = kernel
    }

    /// A backend from the four functions that `program.kernelSource` defines, compiled and loaded.
    /// - Parameter symbols: addresses of `ld_model_advance`, `ld_model_commit`, `ld_model_interpolate` and
    ///   `ld_model_triggers`, of code that stays loaded.
    public init(
        advance: UnsafeMutableRawPointer, commit: UnsafeMutableRawPointer, interpolate: UnsafeMutableRawPointer,
        triggers: UnsafeMutableRawPointer
    ) {
        kind = .compiled
        lanes = Self.compiledLanes
        kernel = ld_kernel(
            advance: unsafeBitCast(advance, to: (@convention(c) (UnsafeMutablePointer<ld_block>?) -> Int64).self),
            commit: unsafeBitCast(
                commit, to: (@convention(c) (UnsafeMutablePointer<ld_block>?, Int64, Int64) -> Void).self),
            interpolate: unsafeBitCast(
                interpolate,
                to: (@convention(c) (
                    UnsafeMutablePointer<ld_block>?, Int64, Double, UnsafeMutablePointer<Double>?
                ) -> Void).self),
            triggers: unsafeBitCast(triggers, to: (@convention(c) (UnsafeMutablePointer<ld_block>?) -> Void).self))
    }
}
