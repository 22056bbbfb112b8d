/// What a policy is expected to do to an endpoint, as published: the test of a body that was not fitted to it.
public struct ExpectedEffect: Codable, Sendable, Equatable {
    /// Which way the endpoint should go.
    public enum Direction: String, Codable, Sendable, CaseIterable { case lower, higher, unchanged }

    /// The policy.
    public var policy: String
    /// The policy that it is compared with, or `as-published` for the study's own rules.
    public var against: String
    /// The study in which it is simulated.
    public var study: String
    /// The endpoint, by the name that `trial` prints.
    public var endpoint: String
    /// Which way.
    public var direction: Direction
    /// Published under the policy; a share as a fraction.
    public var published: Double
    /// Published under what it is compared with.
    public var publishedAgainst: Double
    /// Patients under the policy.
    public var n: Int
    /// Publication.
    public var source: String
    /// How well it was checked.
    public var verification: Verification
    /// What to know when comparing.
    public var note: String?
}
