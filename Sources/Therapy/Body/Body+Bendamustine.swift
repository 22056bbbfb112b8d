import Dynamics

extension Body {
    /// The parameter by which bendamustine runs in, mg/d; nil for a body without it.
    public var bendamustineInput: Int? { program.parameter("R_benda") }
}
